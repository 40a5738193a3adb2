import { getBusiness } from '@smooth/contract/tenancy/business.ts';
import { transaction } from '../core/db/transaction.ts';
import { DENIED, raw, refusal, tablesOf, writes } from '../testing/statements.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/*
 * The rows of shared tables, as the database lets them be seen when the code above forgets every condition.
 */

const test = bare.extend('sessions', { scope: 'file' }, async ({ salon, salonTest, clinic, clinicTest }) => {
  for (const { people } of [salon, salonTest, clinic, clinicTest] as World[])
    for (const person of Object.values(people)) await person.call(getBusiness);
  return 'open';
});

test('of shared tables a business finds its own rows, with no condition at all', async ({
  salon,
  clinic,
  salonTest,
}) => {
  for (const world of [salon, salonTest, clinic] as World[]) {
    const { id, row } = world.tenant();
    const [tenants, domains] = await world.inside((tx) =>
      Promise.all([
        tx.selectFrom('public.tenants').select('id').execute(),
        tx.selectFrom('public.domains').select('tenant_id').execute(),
      ]),
    );
    expect(tenants, row.name).toEqual([{ id }]);
    expect(domains).toEqual([]);
  }
});

test('of people it finds those of its own mode, and the owners and managers of both', async ({ salon, salonTest }) => {
  for (const world of [salon, salonTest] as World[]) {
    const people = await world.inside((tx) =>
      tx.selectFrom('public.users').select(['id', 'is_sandbox', 'role']).execute(),
    );
    expect(people.map(({ id }) => id).sort()).toEqual(Object.values(world.users).sort());
    for (const { role, is_sandbox } of people)
      if (role === 'TENANT_STAFF' || role === 'CUSTOMER') expect(is_sandbox).toBe(world.mode === 'sandbox');
  }
});

test('of sessions those of its own people in its own mode', async ({ salon, salonTest, sessions }) => {
  expect(sessions).toBe('open');
  for (const world of [salon, salonTest] as World[]) {
    const found = await world.inside((tx) =>
      tx.selectFrom('public.sessions').select(['tenant_id', 'mode', 'user_id']).execute(),
    );
    expect(found.length).toBeGreaterThan(0);
    const own = Object.values(world.users);
    for (const { tenant_id, mode, user_id } of found) {
      expect([tenant_id, mode]).toEqual([world.tenant().id, world.mode]);
      expect(own).toContain(user_id);
    }
  }
});

test('it cannot write to shared tables', async ({ house, salon }) => {
  const tables = (await tablesOf(house, 'public')).filter(({ name }) => !written.includes(name));
  for (const table of tables)
    for (const statement of writes(table))
      if (!isOwn(statement)) expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
});

/** What a business says of itself, and what it gives its people: only its own, as the tests below say. */
const written = ['public.tenants', 'public.user_permissions', 'public.permission_grants', 'public.staff_invitations'];

/** What is written is checked where it is told: `server/audit/audit.test.ts`, `server/archive/exports.test.ts`. */
const isOwn = (statement: string) => /^INSERT INTO public\.(audit|letters|exports) DEFAULT VALUES$/.test(statement);

test('but what it says of itself: of no other business, and not what the platform decides', async ({
  house,
  salon,
  clinic,
}) => {
  await salon.inside((tx) => raw(tx, "UPDATE public.tenants SET tagline = 'Changed by everybody'"));
  const changed = await house.rows<{ id: string }>('public', "SELECT id FROM tenants WHERE tagline LIKE 'Changed%'");
  expect(changed).toEqual([{ id: salon.tenant().id }]);
  const stolen = `UPDATE public.tenants SET name = 'Mine' WHERE id = '${clinic.tenant().id}' RETURNING id`;
  expect(await salon.inside((tx) => raw(tx, stolen))).toEqual([[]]);
  for (const column of [
    'id',
    'status',
    'tier',
    'overrides',
    'subdomain',
    'schema_name',
    'sandbox_enabled',
    'is_temporary',
  ])
    expect(await refusal(salon.tenant(), `UPDATE public.tenants SET ${column} = ${column}`), column).toBe(DENIED);
  for (const statement of [
    'INSERT INTO public.tenants DEFAULT VALUES',
    'DELETE FROM public.tenants',
    'TRUNCATE public.tenants',
  ])
    expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
});

test('what it gives its people is its own, in its own mode, and theirs', async ({ salon, clinic, salonTest }) => {
  const permission = (user: string, tenant: string, mode: string) =>
    `INSERT INTO public.user_permissions VALUES ('${user}', '${tenant}', '${mode}', 'customer.read', '${user}', now())`;
  const grant = (user: string, tenant: string, mode: string) =>
    `INSERT INTO public.permission_grants VALUES (gen_random_uuid(), '${tenant}', '${mode}', '${user}', '${user}', 'customer.read', 'because', now(), now() + interval '1 hour')`;
  const { id } = salon.tenant();
  for (const insert of [permission, grant]) {
    expect(await refusal(salon.tenant(), insert(salon.users.ana, id, 'live'))).toBe(null);
    expect(await refusal(salon.tenant(), insert(salon.users.ana, id, 'sandbox'))).toBe(DENIED);
    expect(await refusal(salon.tenant(), insert(clinic.users.dora, clinic.tenant().id, 'live'))).toBe(DENIED);
    // 23503: there is nobody like that in this business.
    expect(await refusal(salon.tenant(), insert(clinic.users.dora, id, 'live'))).toBe('23503');
  }
  await salon.rows(permission(salon.users.ana, id, 'live'));
  await salon.rows(grant(salon.users.ana, id, 'live'));
  for (const world of [clinic, salonTest] as World[])
    for (const table of ['user_permissions', 'permission_grants'])
      expect(await world.inside((tx) => raw(tx, `SELECT * FROM public.${table}`)), world.host).toEqual([[]]);
  const gone = await salonTest.inside((tx) => raw(tx, 'DELETE FROM public.user_permissions RETURNING action'));
  expect(gone).toEqual([[]]);
  for (const column of ['grantee_id', 'action', 'expires_at', 'mode'])
    expect(await refusal(salon.tenant(), `UPDATE public.permission_grants SET ${column} = ${column}`)).toBe(DENIED);
});

test('it cannot read secrets, the state of schemas or the installation', async ({ salon }) => {
  const secrets = [
    'SELECT password_hash FROM public.users',
    'SELECT * FROM public.users',
    'SELECT token_hash FROM public.sessions',
    'SELECT * FROM public.sessions',
    'SELECT * FROM public.tenant_schemas',
    'SELECT * FROM public.installation',
    'SELECT * FROM public.migrations',
    'SELECT * FROM public.masquerades',
    'SELECT * FROM public.passes',
    'SELECT * FROM public.totp',
    'SELECT mac FROM public.audit',
    'SELECT * FROM public.audit_seals',
    'SELECT * FROM public.audit_unsealed',
    'SELECT * FROM public.audit_heads',
    'SELECT rolpassword FROM pg_authid',
  ];
  for (const statement of secrets) expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
});

test('the role all tenants share finds nothing of anybody', async ({ house }) => {
  const shared = { database: house.core.database, role: 'smooth_tenant', schema: 'public' };
  for (const [table, columns] of [
    ['tenants', '*'],
    ['domains', '*'],
    ['users', 'id'],
    ['sessions', 'id'],
  ]) {
    const { rows } = await transaction(shared, (client) => client.query(`SELECT ${columns} FROM public.${table}`));
    expect(rows, table).toEqual([]);
  }
});

test('the console reads over all tenants what it lists, and no secret', async ({ house }) => {
  const scope = { database: house.core.database, role: 'smooth_console', schema: 'public' };
  const look = (text: string) => transaction(scope, (client) => client.query(text));
  expect((await look('SELECT id FROM public.tenants')).rows).toHaveLength(2);
  for (const text of [
    'SELECT password_hash FROM public.users',
    'SELECT * FROM public.sessions',
    'SELECT * FROM public.installation',
  ])
    await expect(look(text), text).rejects.toMatchObject({ code: DENIED });
});
