import { type Asker, askerOf, isNothing, keyOf, knock, type Reply } from '../testing/asker.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import { type Ground, groundOf } from '../testing/ground.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test as plain } from '../testing/test.ts';
import { type MadeToken, tokenIn } from '../testing/tokens.ts';

/*
 * Every route of the public API × live and test token × own and other business × ids of both modes. A token with every
 * scope, of an owner: what stops it here is not what it lacks but where it is.
 */

const test = plain.extend('matrix', { scope: 'file' }, async ({ house, salon, salonTest, clinic, clinicTest }) => {
  house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
  const salonNames = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };
  const clinicNames = { staff: 'dora', room: 'surgery', service: 'checkup', customer: 'noah' };
  const grounds = [
    await groundOf(house, salon, salonNames),
    await groundOf(house, salonTest, salonNames),
    await groundOf(house, clinic, clinicNames),
    await groundOf(house, clinicTest, clinicNames),
  ];
  const tokens = new Map<Ground, MadeToken>();
  for (const ground of grounds) tokens.set(ground, await tokenIn(ground.world));
  const nobody = askerOf(house, { name: 'program', role: null, home: 'salon', mode: 'live' });
  const routes = house.routes.filter(({ endpoint }) => endpoint.path.startsWith('/api/v1/'));
  return { house, grounds, tokens, nobody, open: routes.filter(({ endpoint }) => endpoint.scope), routes };
});

const homeOf = ({ world }: Ground) => ({ at: world.host.split('.')[0]!, mode: world.mode });
const short = ({ status, text }: Reply) => `${status} ${text.slice(0, 200)}`;
const withToken = (asker: Asker, { headers }: MadeToken) => ({ asker, headers });

test(
  'a token reaches what has a scope in its own world, and nothing of any other shows',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, tokens, nobody, open } = matrix;
    expect(open.length).toBeGreaterThan(60);
    for (const route of open) {
      for (const ground of grounds) {
        const call = await sampleCalls[keyOf(route)]!(ground);
        const reply = await knock(house, route, call, { ...withToken(nobody, tokens.get(ground)!), ...homeOf(ground) });
        const about = `${keyOf(route)} in ${ground.marker}: ${short(reply)}`;
        expect([200, 201, 204], about).toContain(reply.status);
        for (const other of grounds) if (other !== ground) expect(reply.text.includes(other.marker), about).toBe(false);
      }
    }
  },
);

test(
  'ids of the other mode or of another business are not found, whichever token asks, and nothing changes there',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, tokens, nobody, open } = matrix;
    const calls = [];
    for (const route of open)
      for (const foreign of grounds) calls.push({ route, foreign, call: await sampleCalls[keyOf(route)]!(foreign) });
    const naming = calls.filter(({ call }) => /[0-9a-f]{8}-[0-9a-f]{4}-7/.test(JSON.stringify(call)));
    expect(naming.length).toBeGreaterThan(150);
    const before = await fingerprints(house);
    for (const { route, foreign, call } of naming)
      for (const home of grounds.filter((ground) => ground !== foreign)) {
        const reply = await knock(house, route, call, { ...withToken(nobody, tokens.get(home)!), ...homeOf(home) });
        const about = `${keyOf(route)} of ${foreign.marker} with the token of ${home.marker}: ${short(reply)}`;
        expect(isNothing(route, reply), about).toBe(true);
        expect(reply.text.includes(foreign.marker), about).toBe(false);
      }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test(
  'at another business it is unknown, in another mode a conflict, and nothing is done',
  { timeout: 300_000 },
  async ({ matrix }) => {
    const { house, grounds, tokens, nobody, open } = matrix;
    const calls = [];
    for (const route of open)
      for (const ground of grounds) calls.push({ route, ground, call: await sampleCalls[keyOf(route)]!(ground) });
    const before = await fingerprints(house);
    for (const { route, ground, call } of calls)
      for (const [owner, token] of tokens) {
        if (owner === ground) continue;
        const asked = homeOf(ground);
        const reply = await knock(house, route, call, { ...withToken(nobody, token), ...asked });
        const isNeighbour = homeOf(owner).at === asked.at;
        const wanted = isNeighbour ? [400, 'mode_conflict'] : [401, 'token_unknown'];
        expect([reply.status, reply.code], `${keyOf(route)} of ${ground.marker}: ${short(reply)}`).toEqual(wanted);
      }
    expect(await fingerprints(house)).toEqual(before);
  },
);

test('what is for people is closed to every token, and nothing is done', { timeout: 300_000 }, async ({ matrix }) => {
  const { house, grounds, tokens, nobody } = matrix;
  const [ground] = grounds as [Ground];
  const closed = house.routes.filter(
    ({ endpoint, may, place }) => !endpoint.scope && (may !== 'everyone' || place === 'any'),
  );
  expect(closed.length).toBeGreaterThan(60);
  const calls = [];
  for (const route of closed) calls.push({ route, call: await sampleCalls[keyOf(route)]!(ground) });
  const before = await fingerprints(house);
  for (const { route, call } of calls)
    for (const token of tokens.values()) {
      const reply = await knock(house, route, call, { ...withToken(nobody, token), ...homeOf(ground) });
      expect([reply.status, reply.code], keyOf(route)).toEqual([403, 'session_only']);
    }
  expect(await fingerprints(house)).toEqual(before);
});
