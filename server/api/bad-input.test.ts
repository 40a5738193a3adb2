import type { Problem } from '@smooth/contract/core/endpoint.ts';
import type { LightMyRequestResponse } from 'fastify';
import type { RegisteredRoute } from '../core/http/route.ts';
import { askerOf, hostOf, keyOf } from '../testing/asker.ts';
import { undocumented } from '../testing/documented.ts';
import { fingerprints } from '../testing/fingerprint.ts';
import { type Ground, groundOf } from '../testing/ground.ts';
import { edgesOf, type Field, fieldsOf, hostileTexts, hostileValues, replaced, valueAt } from '../testing/hostile.ts';
import type { House } from '../testing/house.ts';
import type { SampleCall } from '../testing/sample.ts';
import { sampleCalls } from '../testing/sample-calls.ts';
import { expect, test as plain } from '../testing/test.ts';

/*
 * Every field of every route, as the contract names it, with values nobody should send: never an answer 5xx, and whoever
 * is refused hears where, and has changed nothing.
 */

/** Of the hostile values each field gets every n-th, beginning elsewhere each time; all of them under LONG. */
const EVERY = process.env['LONG'] ? 1 : 9;

interface Knocker {
  house: House;
  ground: Ground;
  send(route: RegisteredRoute, call: SampleCall & { raw?: unknown }): Promise<LightMyRequestResponse>;
}

const test = plain.extend('knocker', { scope: 'file' }, async ({ house, salon }): Promise<Knocker> => {
  house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
  const names = { staff: 'ana', room: 'chair', service: 'haircut', customer: 'maya' };
  const ground = await groundOf(house, salon, names);
  const cookie = async (home: string, name: string, role: 'TENANT_OWNER' | 'SUPERUSER') =>
    (await askerOf(house, { name, role, home, mode: 'live' }).cookie())!;
  const cookies = {
    salon: await cookie('salon', 'olga', 'TENANT_OWNER'),
    platform: await cookie('platform', 'root', 'SUPERUSER'),
  };
  return {
    house,
    ground,
    send: ({ endpoint, place }, { params = {}, query = {}, body, raw }) => {
      const at = place === 'platform' ? 'platform' : 'salon';
      const path = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent(params[name]!.toWellFormed()),
      );
      const payload = raw === undefined ? body && JSON.stringify(body) : JSON.stringify(raw);
      return house.app.inject({
        method: endpoint.method,
        url: `${path}?${new URLSearchParams(query)}`,
        headers: {
          host: hostOf(at),
          // Signing in and out would end the session that all the others use.
          ...(!endpoint.path.startsWith('/api/auth/') && { cookie: cookies[at] }),
          ...(payload !== undefined && { 'content-type': 'application/json' }),
        },
        ...(payload !== undefined && { payload }),
      });
    },
  };
});

interface Attempt {
  about: string;
  change(call: SampleCall): SampleCall & { raw?: unknown };
}

let turn = 0;
const some = <T>(values: readonly T[]): T[] => {
  turn += 1;
  return values.filter((_, index) => (index + turn) % EVERY === 0);
};

function attemptsOn({ endpoint }: RegisteredRoute, sample: SampleCall): Attempt[] {
  const body = endpoint.body ? fieldsOf(endpoint.body) : [];
  const query = endpoint.query ? fieldsOf(endpoint.query) : [];
  const at = (part: string, { path }: Field, value: unknown) =>
    `${part}/${path.join('/')} = ${JSON.stringify(value).slice(0, 60)}`;
  return [
    ...body.flatMap((field) =>
      [...some(hostileValues), ...edgesOf(field, valueAt(sample.body, field.path))].map((value) => ({
        about: at('body', field, value),
        change: (call: SampleCall) => ({ ...call, raw: replaced(call.body ?? {}, field.path, value) }),
      })),
    ),
    ...query.flatMap((field) =>
      some(hostileTexts.filter((text) => text.length < 5000)).map((text) => ({
        about: at('query', field, text),
        change: (call: SampleCall) => ({ ...call, query: { ...call.query, [String(field.path[0])]: text } }),
      })),
    ),
    ...Object.keys(sample.params ?? {}).flatMap((name) =>
      some(hostileTexts.filter((text) => text.length < 5000 && text !== '')).map((text) => ({
        about: `params/${name} = ${JSON.stringify(text).slice(0, 60)}`,
        change: (call: SampleCall) => ({ ...call, params: { ...call.params, [name]: text } }),
      })),
    ),
    ...(endpoint.body ? [null, [], 'text', 5, true, { hacker: 1 }] : []).map((raw) => ({
      about: `body = ${JSON.stringify(raw)}`,
      change: (call: SampleCall) => ({ ...call, raw }),
    })),
  ];
}

function expectClearRefusal(response: LightMyRequestResponse, about: string): void {
  expect(response.statusCode, `${about}: ${response.body.slice(0, 300)}`).toBeLessThan(500);
  if (response.statusCode < 400) return;
  expect(response.headers['content-type'], about).toMatch(/^application\/problem\+json/);
  const problem = response.json<Problem>();
  expect(problem, about).toMatchObject({ status: response.statusCode, request_id: response.headers['request-id'] });
  expect(problem.detail.length, about).toBeGreaterThan(5);
  if (problem.code === 'malformed_request') expect(problem.errors?.length, about).toBeGreaterThan(0);
}

test(
  'no field of any route takes an answer beyond 4xx or beyond the document, or leaves anything behind where it is refused',
  { timeout: 3_600_000 },
  async ({ house, knocker }) => {
    const wrong: string[] = [];
    let before = await fingerprints(house);
    for (const route of house.routes) {
      let call = await sampleCalls[keyOf(route)]!(knocker.ground);
      before = await fingerprints(house);
      for (const { about, change } of attemptsOn(route, call)) {
        const response = await knocker.send(route, change(call));
        const told = `${keyOf(route)} ${about}`;
        if (response.statusCode >= 500) wrong.push(`${told}: ${response.body.slice(0, 200)}`);
        else expectClearRefusal(response, told);
        const unnamed = response.statusCode < 500 && undocumented(route, response);
        if (unnamed) wrong.push(`${told} ${unnamed}`);
        if (response.statusCode >= 400 || route.endpoint.method === 'GET') continue;
        call = await sampleCalls[keyOf(route)]!(knocker.ground);
        before = await fingerprints(house);
      }
      expect(await fingerprints(house), keyOf(route)).toEqual(before);
    }
    expect(wrong.join('\n')).toBe('');
  },
);
