import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { proveIdentity } from '@smooth/contract/identity/sessions.ts';
import * as contract from '@smooth/contract/tokens/tokens.ts';
import { buildApi } from '../api/app.ts';
import { startSealing } from '../audit/jobs.ts';
import { openDatabase } from '../core/db/database.ts';
import { makeLog } from '../core/log.ts';
import { PASSWORD } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { type Person, personOf } from '../testing/person.ts';
import { tablesOf } from '../testing/statements.ts';
import { expect, test } from '../testing/test.ts';
import { tokenIn } from '../testing/tokens.ts';
import { modeOfSecret, newSecret } from './rules/secret.ts';
import { KEPT_MS, tidyRequests } from './jobs.ts';

/** The same installation as another process would have it, with what it says. */
async function another(house: House) {
  const said: string[] = [];
  const log = makeLog('debug', { write: (line) => void said.push(line) });
  const database = openDatabase({ url: house.urls.loginUrl, poolSize: 4, log });
  const { app } = await buildApi({ ...house.core, log, database });
  return {
    said,
    app,
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** Makes a live token as the web does, with a fresh proof of identity. */
async function liveToken(person: Person, name: string) {
  const { cookie } = await person.signedIn();
  const proved = await person.call(proveIdentity, { body: { password: PASSWORD } }, { cookie });
  const fresh = { cookie: String(proved.headers['set-cookie']).split(';')[0]!, 'idempotency-key': name };
  const body = { name, mode: 'live' as const, scopes: ['services:read' as const, 'customers:write' as const] };
  return (await person.call(contract.createToken, { body }, fresh)).body;
}

/** All rows of all tables, as the owner of the database reads them. */
async function dumped(house: House): Promise<string> {
  const schemas = await house.rows<{ name: string }>('public', 'SELECT schema_name AS name FROM tenant_schemas');
  const parts: string[] = [];
  for (const { name: schema } of [{ name: 'public' }, ...schemas])
    for (const { name } of await tablesOf(house, schema))
      parts.push(
        ...(await house.rows<{ row: string }>('public', `SELECT t::text AS row FROM ${name} t`)).map(({ row }) => row),
      );
  return parts.join('\n');
}

/** Whatever in a text would open something live. */
const usable = (text: string): string[] =>
  [...text.matchAll(/ss_live_[0-9A-Za-z]{38}/g)]
    .map(([found]) => found)
    .filter((found) => modeOfSecret(found) === 'live');

test('a dump of everything and all logs hold no live token, whatever was done with it', async ({
  house,
  salon,
  olga,
  onTestFinished,
}) => {
  const other = await another(house);
  onTestFinished(() => other.close());
  const program = personOf({ app: other.app, host: salon.host, now: () => house.clock.now() });
  const { token, secret } = await liveToken(olga, 'Leaky');
  const headers = { authorization: `Bearer ${secret}` };
  expect((await program.get('/api/v1/services', headers)).status).toBe(200);
  expect((await program.get(`/api/v1/services?token=${secret}`, headers)).status).toBe(400);
  expect((await program.get(`/api/v1/services/${secret}`, headers)).status).toBe(400);
  expect((await program.get(`/api/v1/${secret}?q=${secret}`)).status).toBe(404);
  expect((await program.post('/api/v1/customers', { email: secret }, headers)).status).toBe(400);
  expect((await program.get('/api/v1/staff', headers)).status).toBe(403);
  // An error that nobody expected is told with its address.
  await house.rows('public', 'ALTER TABLE salon.services RENAME TO gone');
  expect((await program.get(`/api/v1/services?q=${secret}`, headers)).status).toBe(500);
  await house.rows('public', 'ALTER TABLE salon.gone RENAME TO services');
  await olga.call(contract.revokeToken, { params: { id: token.id } });
  await expect.poll(async () => (await program.get('/api/v1/services', headers)).status, { timeout: 1000 }).toBe(401);
  await expect.poll(async () => (await requests(olga, token.id)).length, { timeout: 5000 }).toBeGreaterThan(6);
  const sealing = startSealing(house.core);
  await sealing.now();
  await sealing.stop();
  const dump = await dumped(house);
  const logs = logsOf(house) + other.said.join('');
  // What is looked through is really there.
  for (const trace of ['TOKEN_CREATED', 'TOKEN_USED_AFTER_REVOCATION']) expect(logs, trace).toContain(trace);
  expect(other.said.join('')).toContain('request failed');
  expect(dump).toContain('/api/v1/services?token=ss_live_…');
  expect([dump.includes(secret!), logs.includes(secret!)]).toEqual([false, false]);
  expect([usable(dump), usable(logs)]).toEqual([[], []]);
  // And the search would find them.
  expect(usable(`x${newSecret('live')}x,${newSecret('live')}`)).toHaveLength(2);
});

const requests = async (person: Person, id: string) =>
  (await person.call(contract.listTokenRequests, { query: { token_id: id, limit: 200 } })).body.data;

function logsOf({ core: { config } }: House): string {
  if (!existsSync(config.logFolder)) return '';
  return readdirSync(config.logFolder)
    .map((file) => readFileSync(join(config.logFolder, file), 'utf8'))
    .join('');
}

test('a revocation is felt by another process within a second', async ({ house, salon, olga, onTestFinished }) => {
  const other = await another(house);
  onTestFinished(() => other.close());
  const program = personOf({ app: other.app, host: salon.host, now: () => house.clock.now() });
  for (let times = 0; times < 3; times += 1) {
    const { id, headers } = await tokenIn(salon);
    const status = async () => (await program.get('/api/v1/services', headers)).status;
    // Just looked up, so that it is remembered as long as it can be.
    expect(await status()).toBe(200);
    expect((await olga.call(contract.revokeToken, { params: { id } })).status).toBe(200);
    const revoked = performance.now();
    while ((await status()) === 200) expect(performance.now() - revoked).toBeLessThan(1000);
    expect(performance.now() - revoked).toBeLessThan(1000);
  }
});

test('the log of a token is searched, and shown to those of its business alone', async ({ salon, clinic, olga }) => {
  const { id, headers } = await tokenIn(salon, { scopes: ['services:read'] });
  for (const path of ['/api/v1/services?limit=1', '/api/v1/services?limit=0', '/api/v1/customers'])
    await salon.visitor.get(path, headers);
  const find = async (query = {}) =>
    (await olga.call(contract.listTokenRequests, { query: { token_id: id, ...query } })).body.data.map(
      ({ path, status, code }) => [path, status, code],
    );
  await expect.poll(async () => (await find()).length, { timeout: 5000 }).toBe(3);
  expect(await find({ status: '403' })).toEqual([['/api/v1/customers', 403, 'missing_scope']]);
  expect(await find({ status: '2xx' })).toEqual([['/api/v1/services?limit=1', 200, null]]);
  expect(await find({ q: 'MALFORMED' })).toEqual([['/api/v1/services?limit=0', 400, 'malformed_request']]);
  expect(await find({ method: 'POST' })).toEqual([]);
  const first = await olga.call(contract.listTokenRequests, { query: { token_id: id, limit: 2 } });
  const cursor = first.body.next_cursor!;
  const rest = await olga.call(contract.listTokenRequests, { query: { token_id: id, limit: 2, cursor } });
  expect([first.body.data.length, rest.body.data.length, rest.body.next_cursor]).toEqual([2, 1, null]);
  const stranger = await clinic.people.carla.call(contract.listTokenRequests, { query: { token_id: id } });
  expect(stranger.body.data).toEqual([]);
  const [seen] = (await olga.call(contract.listTokens)).body.data;
  expect(seen).toMatchObject({ id, last_used_at: '2026-07-14T08:00:00Z', last_used_ip: '127.0.0.1' });
});

test('what all tokens of a business were used for is one log, and says which token it was', async ({
  salon,
  salonTest,
  clinic,
  olga,
}) => {
  const [site, attempt] = [await tokenIn(salon, { name: 'Site' }), await tokenIn(salonTest, { name: 'Try' })];
  const other = await tokenIn(clinic, { name: 'Other' });
  const use = (at: typeof salon.visitor, { headers }: typeof site) => at.get('/api/v1/business?fits=together', headers);
  await use(salon.visitor, site);
  await use(salon.visitor, attempt);
  await use(clinic.visitor, other);
  const seenBy = async (person: Person) =>
    (await person.call(contract.listTokenRequests, { query: { q: 'fits=together' } })).body.data
      .map(({ token }) => token)
      .sort((one, other) => one.name.localeCompare(other.name));
  await expect
    .poll(() => seenBy(clinic.people.carla), { timeout: 5000 })
    .toEqual([{ id: other.id, name: 'Other', mode: 'live' }]);
  expect(await seenBy(olga)).toEqual([
    { id: site.id, name: 'Site', mode: 'live' },
    { id: attempt.id, name: 'Try', mode: 'sandbox' },
  ]);
});

test('what is older than seven days goes, and of each token what is beyond the newest', async ({ house, salon }) => {
  const [one, two] = [await tokenIn(salon), await tokenIn(salon)];
  const add = (tokenId: string, at: number) =>
    salon.rows(
      `INSERT INTO public.api_requests (id, tenant_id, token_id, request_id, occurred_at, method, path, status, duration_ms, ip_address)
       VALUES (uuidv7(), $1, $2, gen_random_uuid(), $3, 'GET', '/', 200, 1, '127.0.0.1')`,
      [salon.tenant().id, tokenId, new Date(at)],
    );
  const now = house.clock.now();
  for (let count = 0; count < 5; count += 1) await add(one.id, now);
  await add(two.id, now);
  await add(two.id, now - KEPT_MS - 1);
  await tidyRequests(house.core, 3);
  const counts = await salon.rows(
    'SELECT token_id, count(*)::int AS count FROM public.api_requests WHERE token_id IN ($1, $2) GROUP BY 1 ORDER BY 1',
    [one.id, two.id],
  );
  expect(counts).toEqual([
    { token_id: one.id, count: 3 },
    { token_id: two.id, count: 1 },
  ]);
});
