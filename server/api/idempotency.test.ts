import type { RegisteredRoute } from '../core/http/route.ts';
import { askerOf, hostOf, keyOf } from '../testing/asker.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import { groundOf } from '../testing/ground.ts';
import type { SampleCall } from '../testing/sample.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test } from '../testing/test.ts';

const TWINS = process.env['LONG'] ? 50 : 6;
const names = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };

/** The person themself signs in, proves who they are, and leaves: nothing of that is done for somebody with a key. */
const takesKeys = ({ endpoint, writes }: RegisteredRoute) =>
  writes && endpoint.method === 'POST' && /^\/api\/(v1|booking)\//.test(endpoint.path);

test(
  `each operation that is sent ${TWINS} times at once with one key is done once, and answers the same to all`,
  { timeout: 600_000 },
  async ({ house, salon }) => {
    house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
    const ground = await groundOf(house, salon, names);
    const cookie = await askerOf(house, { name: 'olga', role: 'TENANT_OWNER', home: 'salon', mode: 'live' }).cookie();
    const send = ({ endpoint }: RegisteredRoute, { params = {}, body }: SampleCall, key: string) =>
      house.app.inject({
        method: 'POST',
        url: endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name]!)),
        headers: {
          host: hostOf('salon'),
          'idempotency-key': key,
          ...(!endpoint.path.startsWith('/api/booking/') && { cookie }),
        },
        payload: (body ?? {}) as object,
      });
    const routes = house.routes.filter(takesKeys);
    expect(routes.length).toBeGreaterThan(25);
    for (const route of routes) {
      const key = crypto.randomUUID();
      const call = await sampleCalls[keyOf(route)]!(ground);
      const answers = await Promise.all(Array.from({ length: TWINS }, () => send(route, call, key)));
      const first = answers[0]!;
      const told = `${keyOf(route)}: ${first.body.slice(0, 200)}`;
      expect(first.statusCode, told).toBeLessThan(300);
      const secrets = route.endpoint.told_once ?? [];
      const plain = (text: string) => (text === '' ? text : without(JSON.parse(text) as object, secrets));
      for (const { statusCode, body } of answers)
        expect([statusCode, plain(body)], told).toEqual([first.statusCode, plain(first.body)]);
      const another = await sampleCalls[keyOf(route)]!(ground);
      const after = await fingerprints(house);
      const refused = await send(route, another, key);
      if (JSON.stringify(another) !== JSON.stringify(call))
        expect([refused.statusCode, refused.json<{ code: string }>().code], keyOf(route)).toEqual([
          422,
          'idempotency_key_reused',
        ]);
      expect((await send(route, call, key)).statusCode, told).toBe(first.statusCode);
      expect(await fingerprints(house), `${keyOf(route)} again`).toEqual(after);
    }
  },
);

const without = (body: object, secrets: readonly string[]) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !secrets.includes(name)));
