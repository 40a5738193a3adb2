import { listTokens, revokeToken } from '@smooth/contract/tokens/tokens.ts';
import type { Answer, Person } from '../testing/person.ts';
import { personOf } from '../testing/person.ts';
import { expect, test as bare } from '../testing/test.ts';
import { tokenIn } from '../testing/tokens.ts';
import { newSecret } from './rules/secret.ts';

/** The bare host, where a token names its business. */
const test = bare.extend('bare', { scope: 'file' }, ({ house }) =>
  personOf({ app: house.app, host: 'localhost:3000', now: () => house.clock.now() }),
);

const services = '/api/v1/services';
const bearer = (text: string) => ({ authorization: `Bearer ${text}` });
const names = ({ body }: Answer) => (body['data'] as { name: string }[]).map(({ name }) => name);

test('a token reads as the person who made it, at its business and on the bare host', async ({ salon, bare }) => {
  const { headers } = await tokenIn(salon);
  const read = await salon.visitor.get(services, headers);
  expect([read.status, names(read)]).toEqual([200, ['Haircut']]);
  expect(read.headers['smooth-version']).toBe('2026-12-01');
  expect(names(await bare.get(services, headers))).toEqual(['Haircut']);
  const named = { ...headers, 'x-business-subdomain': 'salon' };
  expect(names(await bare.get(services, named))).toEqual(['Haircut']);
});

test('elsewhere it counts as little as one that was never made', async ({ salon, clinic, platform, bare }) => {
  const { headers } = await tokenIn(salon);
  const never = bearer(newSecret('live'));
  for (const sent of [headers, never]) {
    expect(await clinic.visitor.get(services, sent)).toBeRefused(401, 'token_unknown');
    expect(await bare.get(services, { ...sent, 'x-business-subdomain': 'clinic' })).toBeRefused(401, 'token_unknown');
    expect(await platform.visitor.get(services, sent)).toBeRefused(401, 'token_unknown');
  }
  const foreign = await clinic.visitor.get(services, headers);
  const unknown = await clinic.visitor.get(services, never);
  expect({ ...foreign.problem, request_id: '' }).toEqual({ ...unknown.problem, request_id: '' });
});

test('what is no token is told without a question to the database', async ({ house, bare }) => {
  const { database } = house.core;
  const read = database.read;
  let asked = 0;
  database.read = (...given) => ((asked += 1), read(...given));
  const whole = newSecret('live');
  for (const text of [
    '',
    'x',
    whole.slice(1),
    whole.slice(0, -1),
    `${whole}x`,
    whole.replace('live', 'test'),
    'ss_live_ß',
  ])
    expect(await bare.get(services, bearer(text)), text).toBeRefused(401, 'token_malformed');
  expect(asked).toBe(0);
  await bare.get(services, bearer(whole));
  expect(asked).toBe(1);
  database.read = read;
});

test('one that has run out, was revoked, or whose maker has left says so', async ({ house, salon, olga, at }) => {
  const expiring = await tokenIn(salon, { expires_at: '2026-07-14T09:00:00Z' });
  expect((await salon.visitor.get(services, expiring.headers)).status).toBe(200);
  at('2026-07-14T09:00:00Z');
  const refused = await salon.visitor.get(services, expiring.headers);
  expect(refused).toBeRefused(401, 'token_expired');
  expect(refused.headers['www-authenticate']).toContain('error="invalid_token"');
  const { id, headers } = await tokenIn(salon, { created_by: salon.users.marek });
  const code = async () => (await salon.visitor.get(services, headers)).problem?.code;
  await house.rows('public', 'UPDATE users SET is_active = false WHERE id = $1', [salon.users.marek]);
  await expect.poll(code, { timeout: 1000, interval: 50 }).toBe('token_revoked');
  expect((await olga.call(listTokens)).body.data.find((token) => token.id === id)?.state).toBe('maker_left');
  await house.rows('public', 'UPDATE users SET is_active = true WHERE id = $1', [salon.users.marek]);
  await expect.poll(code, { timeout: 1000, interval: 50 }).toBe(undefined);
});

test('it may do what its maker may now, and not more', async ({ house, salon }) => {
  const { headers } = await tokenIn(salon, { created_by: salon.users.marek });
  const role = (name: string) =>
    house.rows('public', 'UPDATE users SET role = $2 WHERE id = $1', [salon.users.marek, name]);
  const add = async () => (await salon.visitor.post(services, { name: 'Wash', duration_minutes: 30 }, headers)).status;
  expect(await add()).toBe(201);
  await role('TENANT_STAFF');
  await expect.poll(add, { timeout: 1000, interval: 100 }).toBe(403);
  await role('TENANT_MANAGER');
});

test('use after its end is written down, and not again and again', async ({ house, salon, olga }) => {
  const { id, headers } = await tokenIn(salon, { name: 'Lost' });
  await olga.call(revokeToken, { params: { id } });
  for (let times = 0; times < 20; times += 1)
    expect(await salon.visitor.get(services, headers)).toBeRefused(401, 'token_revoked');
  const rows = await house.rows(
    'public',
    "SELECT mode, subject_id, detail FROM audit WHERE action = 'TOKEN_USED_AFTER_REVOCATION' AND detail->>'token_id' = $1",
    [id],
  );
  expect(rows).toEqual([{ mode: 'live', subject_id: salon.users.olga, detail: { token_id: id, name: 'Lost' } }]);
});

test('a header that names another mode than the token has is a conflict, and nothing is done', async ({
  salon,
  salonTest,
}) => {
  const live = await tokenIn(salon);
  const testing = await tokenIn(salonTest);
  const before = await salon.mark();
  for (const [token, flag] of [
    [live, 'true'],
    [testing, 'false'],
  ] as const) {
    const sent = { ...token.headers, 'x-sandbox-mode': flag };
    expect(await salon.visitor.post('/api/v1/customers', { name: 'Pia' }, sent)).toBeRefused(400, 'mode_conflict');
  }
  expect(await salon.mark()).toBe(before);
});

test('a business without a test mode has no use for its test tokens', async ({ house, salonTest }) => {
  const { headers } = await tokenIn(salonTest);
  const code = async () => (await salonTest.visitor.get(services, headers)).problem?.code;
  const enable = (value: boolean) =>
    house.rows('public', "UPDATE tenants SET sandbox_enabled = $1 WHERE subdomain = 'salon'", [value]);
  await enable(false);
  await expect.poll(code, { timeout: 3000 }).toBe('sandbox_disabled');
  await enable(true);
  await expect.poll(code, { timeout: 3000 }).toBe(undefined);
});

test('a business whose plan has no API any more is told so within a second, and revoked stays revoked', async ({
  house,
  salon,
  olga,
  bare,
  onTestFinished,
}) => {
  const [token, ended] = [await tokenIn(salon), await tokenIn(salon)];
  await olga.call(revokeToken, { params: { id: ended.id } });
  const at = { salon: salon.visitor, bare };
  const code = async (where: keyof typeof at, { headers } = token) =>
    (await at[where].get(services, headers)).problem?.code;
  const override = (value: object) =>
    house.rows('public', "UPDATE tenants SET overrides = $1 WHERE subdomain = 'salon'", [JSON.stringify(value)]);
  // Both ways to find a business remember it.
  const codes = async () => [await code('salon'), await code('bare')];
  expect(await codes()).toEqual([undefined, undefined]);
  await override({ permissions: { public_api: false } });
  onTestFinished(async () => {
    await override({});
    await expect.poll(codes, { timeout: 3000 }).toEqual([undefined, undefined]);
  });
  await expect.poll(codes, { timeout: 2000, interval: 50 }).toEqual(['not_in_plan', 'not_in_plan']);
  const refused = await salon.visitor.get(services, token.headers);
  expect(refused).toBeRefused(403, 'not_in_plan');
  expect(refused.problem.facts).toEqual({ permission: 'public_api' });
  expect(await code('salon', ended)).toBe('token_revoked');
  const { data } = (await olga.call(listTokens)).body;
  expect(data.find(({ id }) => id === token.id)?.state).toBe('not_in_plan');
  expect((await olga.get('/api/v1/business')).body).toMatchObject({ api_enabled: false });
});

test('without the scope it is told which one is missing', async ({ salon }) => {
  const { headers } = await tokenIn(salon, { scopes: ['services:read'] });
  const refused = await salon.visitor.post(services, { name: 'Wash', duration_minutes: 30 }, headers);
  expect(refused).toBeRefused(403, 'missing_scope');
  expect(refused.problem.facts).toEqual({ scope: 'services:write' });
  expect(refused.headers['www-authenticate']).toContain('error="insufficient_scope", scope="services:write"');
  expect(await salon.visitor.get('/api/v1/customers', headers)).toBeRefused(403, 'missing_scope');
});

test('a cookie beside a token is not looked at, and pages elsewhere may use a token', async ({ salon, olga }) => {
  const { headers } = await tokenIn(salon, { scopes: ['services:read'] });
  // Olga's session could; the token cannot.
  expect(await olga.post(services, { name: 'Wash', duration_minutes: 30 }, headers)).toBeRefused(403, 'missing_scope');
  expect(await olga.get('/api/auth/sessions', headers)).toBeRefused(403, 'session_only');
  const { headers: whole } = await tokenIn(salon);
  const page = { 'sec-fetch-site': 'cross-site', origin: 'https://shop.example', ...whole };
  expect((await salon.visitor.post('/api/v1/customers', { name: 'Pia' }, page)).status).toBe(201);
});

test('another scheme than Bearer is somebody else’s', async ({ olga }) => {
  expect((await olga.get(services, { authorization: 'Basic b2xnYTp4' })).status).toBe(200);
});

test('what it books is told as of the API, by the person and the token', async ({ salon }) => {
  const { id, headers } = await tokenIn(salon, { name: 'Shop' });
  const before = await salon.mark();
  const body = { service_id: salon.services.haircut, start: '2026-07-15T08:00:00Z', customer: { name: 'Nina' } };
  const booked = await salon.visitor.post('/api/v1/appointments', body, headers);
  expect(booked.body).toMatchObject({ source: 'api', status: 'confirmed' });
  const events = await salon.eventsSince(before);
  expect(events.find(({ type }) => type.startsWith('appointment.'))?.actor).toEqual({
    kind: 'user',
    id: salon.users.olga,
    name: 'Olga',
    token: { id, name: 'Shop' },
  });
  const history = await salon.visitor.get(`/api/v1/appointments/${String(booked.body['id'])}/history`, headers);
  expect(history.body['data']).toMatchObject([{ by: { name: 'Olga (Shop)' } }]);
});

test('keys of one token are not those of another, nor of its maker', async ({ salon, olga }) => {
  const [one, two] = [await tokenIn(salon), await tokenIn(salon)];
  const send = async (person: Person, headers = {}) =>
    (await person.post('/api/v1/customers', { name: 'Twin' }, { 'idempotency-key': 'k', ...headers })).body['id'];
  const ids = [await send(salon.visitor, one.headers), await send(salon.visitor, two.headers), await send(olga)];
  expect(new Set(ids).size).toBe(3);
  expect(await send(salon.visitor, one.headers)).toBe(ids[0]);
});

test('the limit of a token is counted and told', async ({ salon }) => {
  const { headers } = await tokenIn(salon, { requests_per_minute: 3 });
  const send = () => salon.visitor.get(services, headers);
  const first = await send();
  expect(first.headers['ratelimit-policy']).toBe('"default";q=3;w=60');
  expect(first.headers['ratelimit']).toMatch(/^"default";r=2;t=(59|60)$/);
  // A refusal counts, too.
  await salon.visitor.get(services, { ...headers, 'smooth-version': 'never' });
  expect((await send()).headers['ratelimit']).toMatch(/;r=0;/);
  const refused = await send();
  expect(refused).toBeRefused(429, 'rate_limited');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
  // Somebody else's is another one.
  expect((await salon.visitor.get(services, (await tokenIn(salon)).headers)).status).toBe(200);
});

test('a token speaks its version, a request may choose, and an unknown one is named', async ({ salon, olga }) => {
  const old = await tokenIn(salon, { version: '2026-07-01' });
  const body = { service_id: salon.services.haircut, start: '2026-07-15T10:00:00Z', customer: { name: 'Nina' } };
  const booked = await salon.visitor.post('/api/v1/appointments', body, old.headers);
  const history = `/api/v1/appointments/${String(booked.body['id'])}/history`;
  const entry = ({ body: answer }: Answer) => (answer['data'] as object[])[0];
  const before = await salon.visitor.get(history, old.headers);
  expect(before.headers['smooth-version']).toBe('2026-07-01');
  expect(entry(before)).toMatchObject({ at: '2026-07-14T08:00:00Z' });
  expect(entry(before)).not.toHaveProperty('occurred_at');
  const newer = await salon.visitor.get(history, { ...old.headers, 'smooth-version': '2026-12-01' });
  expect(entry(newer)).toMatchObject({ occurred_at: '2026-07-14T08:00:00Z' });
  expect(entry(newer)).not.toHaveProperty('at');
  expect(entry(await olga.get(history, { 'smooth-version': '2026-07-01' }))).toHaveProperty('occurred_at');
  const unknown = await salon.visitor.get(history, { ...old.headers, 'smooth-version': '2020-01-01' });
  expect(unknown).toBeRefused(400, 'unknown_version', '/headers/smooth-version');
  expect(unknown.problem.facts).toEqual({ versions: ['2026-07-01', '2026-12-01'] });
});
