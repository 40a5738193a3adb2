import type { BodyOf, CallOf } from '@smooth/contract/core/endpoint.ts';
import * as contract from '@smooth/contract/tokens/tokens.ts';
import { proveIdentity } from '@smooth/contract/identity/sessions.ts';
import { PASSWORD } from '../testing/cast.ts';
import { raw, refusal } from '../testing/statements.ts';
import type { Person } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import { modeOfSecret } from './rules/secret.ts';

const wish = { name: 'Sync', mode: 'sandbox', scopes: ['services:read'] } as const;
type Wish = Partial<NonNullable<CallOf<typeof contract.createToken>['body']>>;
const create = (person: Person, about: Wish = {}, headers = {}) =>
  person.call(contract.createToken, { body: { ...wish, ...about } as BodyOf<typeof contract.createToken> }, headers);

test('a test token is told, listed without its secret, and shown again', async ({ olga }) => {
  const made = await create(olga);
  expect(made.status).toBe(201);
  const { token, secret } = made.body;
  expect(modeOfSecret(secret!)).toBe('sandbox');
  expect(token).toMatchObject({
    ...wish,
    state: 'active',
    requests_per_minute: 600,
    version: '2026-12-01',
    last_used_at: null,
    created_by: { name: 'Olga' },
    can: { edit: true, reveal: true, revoke: true },
  });
  const listed = await olga.call(contract.listTokens, { query: { mode: 'sandbox' } });
  expect(listed.body.data[0]).toEqual(token);
  expect(listed.text).not.toContain(secret);
  expect((await olga.call(contract.revealToken, { params: { id: token.id } })).body).toEqual({ secret });
});

test('a live token asks for a fresh proof, is told once, and is kept nowhere', async ({ house, olga, salon, at }) => {
  await olga.call(contract.listTokens);
  at('2026-07-14T09:00:00Z');
  expect(await create(olga, { mode: 'live' })).toBeRefused(403, 'sudo_required');
  const headers = { 'idempotency-key': 'make one', ...(await fresh(salon.people.olga)) };
  const { token, secret } = (await create(olga, { mode: 'live' }, headers)).body;
  expect(modeOfSecret(secret!)).toBe('live');
  expect(token.can).toMatchObject({ reveal: false, revoke: true });
  // The same request again answers the same, but for the secret.
  expect((await create(olga, { mode: 'live' }, headers)).body).toEqual({ token, secret: null });
  expect(await olga.call(contract.revealToken, { params: { id: token.id } })).toBeRefused(404, 'not_found');
  const rows = await house.rows('public', 'SELECT plaintext FROM api_tokens WHERE id = $1', [token.id]);
  expect(rows).toEqual([{ plaintext: null }]);
});

/** A session that has just proved who it is of. */
async function fresh(person: Person): Promise<{ cookie: string }> {
  const { cookie } = await person.signedIn();
  const proved = await person.call(proveIdentity, { body: { password: PASSWORD } }, { cookie });
  return { cookie: String(proved.headers['set-cookie']).split(';')[0]! };
}

test('the database itself refuses the plaintext of a live token', async ({ house, salon, olga }) => {
  const { id } = (await create(olga)).body.token;
  const put = "UPDATE api_tokens SET mode = 'live' WHERE id = $1";
  await expect(house.rows('public', put, [id])).rejects.toMatchObject({ code: '23514' });
  const insert = `INSERT INTO public.api_tokens (id, tenant_id, mode, name, hash, plaintext, hint, scopes, requests_per_minute, version, created_by, created_at, updated_at)
    VALUES (gen_random_uuid(), '${salon.tenant().id}', 'live', 'Mine', sha256('x'), 'ss_live_x', '', '{a}', 1, '2026-12-01', '${salon.users.olga}', now(), now())`;
  expect(await refusal(salon.tenant(), insert)).toBe('23514');
});

test('a business reads its own tokens and no hash, and of no other one anything', async ({
  salon,
  salonTest,
  clinic,
  olga,
}) => {
  await create(olga);
  const ids = 'SELECT id, plaintext FROM public.api_tokens';
  expect((await salonTest.inside((tx) => raw(tx, ids)))[0].length).toBeGreaterThan(0);
  expect(await clinic.inside((tx) => raw(tx, ids))).toEqual([[]]);
  expect(await clinic.inside((tx) => raw(tx, 'SELECT * FROM public.api_requests'))).toEqual([[]]);
  for (const statement of [
    'SELECT hash FROM public.api_tokens',
    'DELETE FROM public.api_tokens',
    'UPDATE public.api_tokens SET last_used_at = now()',
    'UPDATE public.api_tokens SET mode = mode',
    'INSERT INTO public.api_requests DEFAULT VALUES',
  ])
    expect(await refusal(salon.tenant(), statement), statement).toBe('42501');
});

test('only owners and managers look after tokens, and a manager not those of an owner', async ({
  salon,
  olga,
  marek,
  clinic,
}) => {
  const { ana, maya } = salon.people;
  for (const person of [ana, maya]) expect(await create(person)).toBeRefused(403, 'forbidden');
  const params = { id: (await create(olga)).body.token.id };
  expect(await marek.call(contract.revealToken, { params })).toBeRefused(403, 'forbidden');
  const changed = { params, body: { revision: 1, name: 'Mine' } };
  expect(await marek.call(contract.changeToken, changed)).toBeRefused(403, 'forbidden');
  const seen = (await marek.call(contract.getToken, { params })).body;
  expect(seen.can).toEqual({ edit: false, reveal: false, revoke: true });
  expect(await clinic.people.carla.call(contract.getToken, { params })).toBeRefused(404, 'not_found');
  expect(await clinic.people.carla.call(contract.revokeToken, { params })).toBeRefused(404, 'not_found');
  expect((await marek.call(contract.revokeToken, { params })).body).toMatchObject({
    state: 'revoked',
    revoked_by: { name: 'Marek' },
  });
});

test('what may be changed is changed, with the revision it was based on', async ({ olga }) => {
  const params = { id: (await create(olga)).body.token.id };
  const about = { name: 'Night sync', scopes: ['customers:read', 'services:write'] as const, requests_per_minute: 60 };
  const body = {
    revision: 1,
    ...about,
    scopes: [...about.scopes],
    version: '2026-07-01',
    expires_at: '2027-01-01T00:00:00Z',
  } as const;
  const changed = await olga.call(contract.changeToken, { params, body: { ...body, scopes: [...body.scopes] } });
  expect(changed.body).toMatchObject({ ...body, revision: 2 });
  expect(await olga.call(contract.changeToken, { params, body: { revision: 1, name: 'Late' } })).toBeRefused(
    409,
    'stale_revision',
  );
  const past = { revision: 2, expires_at: '2026-01-01T00:00:00Z' };
  expect(await olga.call(contract.changeToken, { params, body: past })).toBeRefused(
    400,
    'malformed_request',
    '/body/expires_at',
  );
});

test.for([
  [{ scopes: [] }, '/body/scopes'],
  [{ scopes: ['everything:write'] }, '/body/scopes/0'],
  [{ scopes: ['availability:write'] }, '/body/scopes/0'],
  [{ requests_per_minute: 0 }, '/body/requests_per_minute'],
  [{ version: '1999-01-01' }, '/body/version'],
  [{ name: ' ' }, '/body/name'],
  [{ expires_at: '2020-01-01T00:00:00Z' }, '/body/expires_at'],
] as const)('a token with %j is refused', async ([about, pointer], { olga }) => {
  expect(await create(olga, about as Wish)).toBeRefused(400, 'malformed_request', pointer);
});

test('only looking at tokens is open to who acts as somebody', ({ house }) => {
  expect(
    house.routes
      .filter(({ endpoint }) => endpoint.path.startsWith('/api/v1/token') && !endpoint.in_person)
      .map(({ endpoint }) => endpoint.path),
  ).toEqual(['/api/v1/tokens', '/api/v1/tokens/:id', '/api/v1/token_requests']);
});

test('making, changing and ending one is written down', async ({ house, salon, olga, at }) => {
  const { token, secret } = (await create(olga, { name: 'Watched' })).body;
  at('2026-07-14T08:00:01Z');
  await olga.call(contract.changeToken, { params: { id: token.id }, body: { revision: 1, name: 'Watched well' } });
  at('2026-07-14T08:00:02Z');
  for (let times = 0; times < 2; times += 1) await olga.call(contract.revokeToken, { params: { id: token.id } });
  const rows = await house.rows<{ action: string; actor_id: string; detail: object }>(
    'public',
    "SELECT action, actor_id, detail FROM audit WHERE detail->>'token_id' = $1 ORDER BY id",
    [token.id],
  );
  expect(rows.map(({ action }) => action)).toEqual(['TOKEN_CREATED', 'TOKEN_CHANGED', 'TOKEN_REVOKED']);
  expect(rows[0]).toMatchObject({ actor_id: salon.users.olga, detail: { name: 'Watched', token_mode: 'sandbox' } });
  expect(JSON.stringify(rows)).not.toContain(secret);
});

test('a business without the public API in its plan makes none, and nobody more than a hundred', async ({
  house,
  clinic,
}) => {
  const { carla } = clinic.people;
  const override = (value: string) =>
    house.rows('public', "UPDATE tenants SET overrides = $1 WHERE subdomain = 'clinic'", [value]);
  await override('{"permissions": {"public_api": false}}');
  await expect.poll(async () => (await create(carla)).problem.code, { timeout: 5000 }).toBe('not_in_plan');
  await override('{}');
  await expect.poll(async () => (await create(carla)).status, { timeout: 5000 }).toBe(201);
  await house.rows(
    'public',
    `INSERT INTO api_tokens (id, tenant_id, mode, name, hash, hint, scopes, requests_per_minute, version, created_by, created_at, updated_at)
     SELECT gen_random_uuid(), $1, 'live', 'One of many', sha256(n::text::bytea), '', '{services:read}', 1, '2026-12-01', $2, now(), now() FROM generate_series(1, 99) n`,
    [clinic.tenant().id, clinic.users.carla],
  );
  expect(await create(carla)).toBeRefused(422, 'limit_reached');
});
