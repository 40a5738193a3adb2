import { transaction } from '../core/db/transaction.ts';
import { asOf, inTenant, roleOf, type Tenant } from '../core/tenant/tenant.ts';
import { test } from '../testing/fresh.ts';
import { asLogin, DENIED, everything, raw, refusal, tablesOf, UNKNOWN } from '../testing/statements.ts';
import { expect } from '../testing/test.ts';

/*
 * What the database itself refuses when the code above forgets everything: no condition, no check, statements it would
 * never send. Whoever asks is the salon, live; whoever must not be reached is the clinic and the salon's own sandbox.
 */

test.for(['clinic', 'clinic_sandbox', 'salon_sandbox'])(
  'every statement on every table of %s is refused',
  async (schema, { house, salon }) => {
    const tables = await tablesOf(house, schema);
    expect(tables.length).toBeGreaterThan(15);
    for (const table of tables)
      for (const statement of everything(table))
        expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
  },
);

test('nor does anything else lead into another schema', async ({ salon, clinic }) => {
  const ways = [
    'CREATE TABLE clinic.mine (id uuid)',
    'CREATE VIEW mine AS SELECT * FROM clinic.customers',
    'CREATE TABLE mine (id uuid REFERENCES clinic.customers)',
    'SELECT clinic.raise_rules_version()',
    'ALTER SCHEMA clinic RENAME TO mine',
    'DROP SCHEMA clinic CASCADE',
    'GRANT USAGE ON SCHEMA clinic TO PUBLIC',
    "SELECT * FROM query_to_xml('SELECT * FROM clinic.customers', true, false, '')",
    "SELECT pg_read_file('/etc/passwd')",
    "COPY customers TO PROGRAM 'cat'",
    "SELECT lo_import('/etc/passwd')",
    'CREATE ROLE mine',
    'ALTER ROLE smooth_app SUPERUSER',
    `GRANT "${roleOf(clinic.tenant().id, 'live')}" TO smooth_tenant`,
    'ALTER TABLE customers ADD COLUMN mine text',
    'DROP TABLE customers',
  ];
  for (const statement of ways) expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
});

test('the search path leads nowhere else either', async ({ salon }) => {
  for (const schema of ['clinic', 'salon_sandbox']) {
    const found = inTenant(salon.tenant(), async (tx) => {
      await raw(tx, `SET LOCAL search_path TO "${schema}"`);
      return tx.selectFrom('customers').selectAll().execute();
    });
    await expect(found).rejects.toMatchObject({ code: UNKNOWN });
  }
});

test('a foreign id given to a foreign key is refused, not followed', async ({ salon, clinic }) => {
  const statement = `INSERT INTO resources (id, name, type, location_id, color, created_at, updated_at)
    VALUES (gen_random_uuid(), 'Stolen', 'room', '${clinic.location_id}', '#000000', now(), now())`;
  expect(await refusal(salon.tenant(), statement)).toBe('23503');
});

test('history is added to and never rewritten', async ({ salon }) => {
  for (const table of ['events', 'appointment_changes'])
    for (const statement of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`, `TRUNCATE ${table}`])
      expect(await refusal(salon.tenant(), statement), statement).toBe(DENIED);
});

test('the login by itself can do nothing: no context is an error, never an empty answer', async ({ house }) => {
  await asLogin(house.urls.loginUrl, async (refused) => {
    for (const schema of ['public', 'salon', 'salon_sandbox', 'clinic'])
      for (const table of await tablesOf(house, schema))
        for (const statement of everything(table)) expect(await refused(statement), statement).toBe(DENIED);
    expect(await refused('SELECT * FROM customers')).toBe(UNKNOWN);
    for (const statement of ['CREATE SCHEMA mine', 'CREATE TABLE public.mine (id uuid)', 'SET ROLE postgres'])
      expect(await refused(statement), statement).toBe(DENIED);
  });
});

test('nothing is left on a connection for the next tenant: there are no temporary tables', async ({ shared }) => {
  await asLogin(shared.urls.loginUrl, async (refused) => {
    expect(await refused('CREATE TEMPORARY TABLE customers (id uuid)')).toBe(DENIED);
  });
});

test.for(['smooth_gate', 'smooth_console', 'smooth_tenant'])(
  '%s reaches no schema of a business',
  async (role, { house }) => {
    for (const schema of ['salon', 'salon_sandbox', 'clinic'])
      for (const table of await tablesOf(house, schema)) {
        const look = transaction({ database: house.core.database, role, schema: 'public' }, (client) =>
          client.query(`SELECT * FROM ${table.name}`),
        );
        await expect(look, table.name).rejects.toMatchObject({ code: DENIED });
      }
  },
);

/*
 * Roles stop mistakes, not injected SQL: the login may become every tenant, one after the other. That is why every
 * statement is bound, why a scope's name is checked before it is written into one, and why the next transaction begins anew.
 */
test('a role set by injection ends with its transaction, and the next one is whose it says', async ({
  salon,
  clinic,
}) => {
  await salon.inside(async (tx) => {
    await raw(tx, `SET LOCAL ROLE "${clinic.tenant().role}"`);
    expect(await tx.selectFrom('public.tenants').select('id').execute()).toEqual([{ id: clinic.tenant().id }]);
  });
  for (let times = 0; times < 20; times += 1) {
    const found = await salon.inside((tx) => tx.selectFrom('public.tenants').select('id').execute());
    expect(found).toEqual([{ id: salon.tenant().id }]);
  }
});

test('a scope whose name is no name of the database is never sent', async ({ salon }) => {
  for (const role of ['postgres"; DROP SCHEMA salon; --', '', 'a b', "x'"])
    await expect(inTenant({ ...salon.tenant(), role }, (tx) => raw(tx, 'SELECT 1'))).rejects.toThrow('Not a name');
  await expect(inTenant({ ...salon.tenant(), schema: 'salon, clinic' }, (tx) => raw(tx, 'SELECT 1'))).rejects.toThrow(
    'Not a name',
  );
});

test('a handle with the role of one business and the schema of another reaches neither', async ({ salon, clinic }) => {
  const mixed = { ...salon.tenant(), schema: clinic.tenant().schema };
  const found = inTenant(mixed, (tx) => tx.selectFrom('customers').selectAll().execute());
  await expect(found).rejects.toMatchObject({ code: UNKNOWN });
});

test('another instant is no other business', async ({ salon }) => {
  const at = await salon.inside(async (tx) => {
    const then = asOf(tx, 0);
    expect(then.tenant.now).toBe(0);
    return then.selectFrom('public.tenants').select('id').execute();
  });
  expect(at).toEqual([{ id: salon.tenant().id }]);
});

test('a suspended business can be read and not be written to', async ({ house, salon }) => {
  const tenant = salon.tenant();
  const suspended: Tenant = { ...tenant, row: { ...tenant.row, status: 'suspended' } };
  expect(() => inTenant(suspended, async () => undefined)).toThrow();
  expect((await house.rows('salon', 'SELECT id FROM customers')).length).toBeGreaterThan(0);
});
