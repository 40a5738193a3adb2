import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { listCustomers } from '@smooth/contract/customers/customers.ts';
import { listResources } from '@smooth/contract/scheduling/resources.ts';
import { listServices } from '@smooth/contract/scheduling/services.ts';
import { type Migration, readMigrations } from '../core/db/migrations.ts';
import type { House } from '../testing/house.ts';
import { type Fresh, test, untilAlone } from '../testing/fresh.ts';
import { expect } from '../testing/test.ts';
import { createTenantWith } from './actions/create.ts';
import { migratePublic, migrateTenants } from './actions/migrate.ts';
import { migrateAll } from './actions/prepare.ts';

const newest = readMigrations('tenant').length;

/** A migration that comes after those there are; `pg_sleep` leaves time to be interrupted. */
const extra = (sql: string): Migration[] => [
  ...readMigrations('tenant'),
  { version: newest + 1, name: `${newest + 1}_extra`, sql, checksum: 'extra' },
];

const addNickname = `ALTER TABLE customers ADD COLUMN nickname text; SELECT pg_sleep(0.05); ALTER TABLE services ADD COLUMN nickname text NOT NULL DEFAULT ''`;

const makeBusinesses = (fresh: Fresh, count: number) =>
  fresh.owned(async (owner) => {
    for (let number = 1; number <= count; number += 1) {
      const named = { name: `Business ${number}`, subdomain: `business-${number}` };
      await createTenantWith(owner, { ...named, time_zone: 'Europe/Berlin', currency: 'EUR' });
    }
  });

interface State {
  schema_name: string;
  version: number;
  status: string;
  error: string | null;
}
const states = ({ rows }: Fresh) => rows<State>('SELECT * FROM public.tenant_schemas ORDER BY schema_name');

/** How many of the two columns of `addNickname` each schema has. */
async function nicknames({ rows }: Fresh): Promise<Map<string, number>> {
  const found = await rows<{ schema: string; count: number }>(
    `SELECT table_schema AS schema, count(*)::int AS count FROM information_schema.columns
     WHERE column_name = 'nickname' GROUP BY table_schema`,
  );
  return new Map(found.map(({ schema, count }) => [schema, count]));
}

test('a runner that is killed leaves no schema half migrated, and the next one goes on', async ({ fresh }) => {
  await makeBusinesses(fresh, 10);
  await killedAfter(6, fresh.urls.ownerUrl);
  // The server notices a killed client by itself, and takes its transaction back.
  await untilAlone(fresh.urls.ownerUrl);
  const columns = await nicknames(fresh);
  const after = await states(fresh);
  expect(after).toHaveLength(20);
  for (const { schema_name, version } of after)
    expect(columns.get(schema_name) ?? 0, schema_name).toBe(version === newest + 1 ? 2 : 0);
  const done = after.filter(({ version }) => version === newest + 1).length;
  expect(done).toBeGreaterThanOrEqual(6);
  expect(done).toBeLessThan(20);
  const again = await migrateTenants({ ...fresh.urls, migrations: extra(addNickname) });
  expect(again).toEqual({ migrated: 20 - done, failed: 0 });
  expect([...(await nicknames(fresh)).values()]).toEqual(Array.from({ length: 20 }, () => 2));
});

/** Runs the migration in a process of its own and kills it when so many schemas are done. */
async function killedAfter(schemas: number, ownerUrl: string): Promise<void> {
  const here = import.meta.dirname;
  const program = `
    import { migrateTenants } from '${here}/actions/migrate.ts';
    const migrations = JSON.parse(process.env.MIGRATIONS);
    await migrateTenants({ ownerUrl: process.env.OWNER_URL, migrations, parallel: 2, progress: (done) => console.log(done) });`;
  const env = { ...process.env, OWNER_URL: ownerUrl, MIGRATIONS: JSON.stringify(extra(addNickname)) };
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  for await (const line of createInterface({ input: child.stdout })) if (Number(line) >= schemas) child.kill('SIGKILL');
  await exited;
}

test('a schema that fails is marked with the reason, the others go on, and mending it is enough', async ({ fresh }) => {
  await makeBusinesses(fresh, 3);
  await fresh.rows('ALTER TABLE business_2.customers ADD COLUMN nickname text');
  const result = await migrateTenants({ ...fresh.urls, migrations: extra(addNickname) });
  expect(result).toEqual({ migrated: 5, failed: 1 });
  const failed = (await states(fresh)).filter(({ status }) => status === 'failed');
  expect(failed).toMatchObject([{ schema_name: 'business_2', version: newest }]);
  expect(failed[0]!.error).toContain('nickname');
  await fresh.rows('ALTER TABLE business_2.customers DROP COLUMN nickname');
  expect(await migrateTenants({ ...fresh.urls, migrations: extra(addNickname) })).toEqual({
    migrated: 1,
    failed: 0,
  });
  expect((await states(fresh)).every(({ status, error }) => status === 'ready' && error === null)).toBe(true);
});

test('a schema whose table somebody holds is given up for now, not waited for', async ({ fresh }) => {
  await makeBusinesses(fresh, 1);
  await fresh.owned(async (holder) => {
    await holder.query('BEGIN; LOCK TABLE business_1.customers');
    const result = await migrateTenants({ ...fresh.urls, migrations: extra(addNickname) });
    expect(result).toEqual({ migrated: 1, failed: 1 });
    await holder.query('ROLLBACK');
  });
  const [held] = await states(fresh);
  expect(held).toMatchObject({ schema_name: 'business_1', status: 'failed' });
  expect(held!.error).toContain('lock timeout');
});

test('two runners at once apply each migration once', async ({ fresh }) => {
  await makeBusinesses(fresh, 4);
  const migrations = extra("INSERT INTO resource_types (key, name) VALUES ('boat', 'Boat'); SELECT pg_sleep(0.05)");
  const runners = [1, 2].map(() => migrateTenants({ ...fresh.urls, migrations }));
  for (const { failed } of await Promise.all(runners)) expect(failed).toBe(0);
  for (const { version, status } of await states(fresh)) expect([version, status]).toEqual([newest + 1, 'ready']);
});

test('two installations that start at once on a new database end up with one shared schema', async ({ unmigrated }) => {
  const { ownerUrl, loginUrl } = unmigrated.urls;
  const names = await Promise.all([1, 2].map(() => migratePublic(ownerUrl, loginUrl)));
  expect(names.flat()).toEqual(readMigrations('public').map(({ name }) => name));
});

test('a migration that was changed after it had run is refused, and nothing is done', async ({ fresh }) => {
  const { ownerUrl, loginUrl } = fresh.urls;
  await fresh.rows("UPDATE public.migrations SET checksum = 'another' WHERE version = 1");
  await expect(migratePublic(ownerUrl, loginUrl)).rejects.toThrow('was changed after it had been applied');
});

test('so is one of the schemas of businesses', async ({ fresh }) => {
  await fresh.rows("UPDATE public.installation SET value = 'another' WHERE key = 'tenant_migration_1'");
  await expect(migrateAll(fresh.urls, () => {})).rejects.toThrow('was changed after it had been applied');
});

test('the code of before goes on with schemas that have more columns, also on connections that planned without them', async ({
  house,
  salon,
  olga,
  maya,
}) => {
  const book = (start: string) =>
    maya.post('/api/booking/appointments', {
      service_id: salon.services.haircut,
      start,
      customer: { name: 'Maya', email: 'maya@salon.example' },
    });
  const looks = () => Promise.all([listServices, listResources, listCustomers].map((list) => olga.call(list)));
  for (const hour of ['08', '09', '10', '11']) expect((await book(`2026-07-15T${hour}:00:00Z`)).status).toBe(201);
  for (const { status } of [...(await looks()), ...(await looks())]) expect(status).toBe(200);
  const grown = await tablesIn(house, 'salon');
  const more = grown.map((table) => `ALTER TABLE ${table} ADD COLUMN of_tomorrow text NOT NULL DEFAULT ''`).join('; ');
  expect(await migrateTenants({ ...house.urls, migrations: extra(more) })).toMatchObject({ failed: 0 });
  for (const hour of ['08', '09', '10', '11']) expect((await book(`2026-07-16T${hour}:00:00Z`)).status).toBe(201);
  for (const { status } of [...(await looks()), ...(await looks())]) expect(status).toBe(200);
});

const tablesIn = async ({ rows }: House, schema: string): Promise<string[]> =>
  (
    await rows<{ name: string }>('public', 'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1', [schema])
  ).map(({ name }) => name);
