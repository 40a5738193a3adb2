import type { Database } from '../core/db/database.ts';
import { verify } from '@node-rs/argon2';
import { type Fresh, test as bare } from '../testing/fresh.ts';
import { expect } from '../testing/test.ts';
import { createTenant } from '../tenancy/actions/create.ts';
import { demoPeople, DEMO_PASSWORD, demoWorlds, seedDemo } from './demo.ts';
import type { World } from './world.ts';

const NOON = Date.parse('2026-07-15T16:00:00Z');

const seed = ({ urls, database }: Fresh, about: { said?: string[]; businesses?: World[] } = {}) =>
  seedDemo({ ...urls, database, clock: { now: () => NOON }, say: (line) => void about.said?.push(line), ...about });

/** One demo for the tests that only look. */
const test = bare.extend('demo', { scope: 'file' }, async ({ shared }): Promise<Fresh> => {
  expect(await seed(shared)).toBe(true);
  return shared;
});

/** Numbers of rows over everything a demo consists of. */
const extent = ({ rows }: Fresh) =>
  rows(`SELECT (SELECT count(*)::int FROM public.users) AS users, (SELECT count(*)::int FROM public.tenants) AS tenants,
    (SELECT count(*)::int FROM demo.appointments) AS demo, (SELECT count(*)::int FROM acme.appointments) AS acme,
    (SELECT count(*)::int FROM demo.customers) AS customers, (SELECT count(*)::int FROM acme.services) AS services`);

const countsBy = async ({ rows }: Fresh, sql: string): Promise<Record<string, number>> =>
  Object.fromEntries((await rows<{ key: string; count: number }>(sql)).map(({ key, count }) => [key, count]));

test(
  'everybody who is printed at the start can sign in, and nobody else is there',
  { timeout: 60_000 },
  async ({ demo }) => {
    const rows = await demo.rows<{ email: string; password_hash: string }>(
      'SELECT email, password_hash FROM public.users',
    );
    expect(rows.map(({ email }) => email).sort()).toEqual(demoPeople.flatMap(({ emails }) => emails).sort());
    for (const { password_hash } of rows) expect(await verify(password_hash, DEMO_PASSWORD)).toBe(true);
  },
);

test('the customer is a customer of the business, the member of staff a resource', async ({ demo }) => {
  for (const schema of ['demo', 'acme']) {
    const linked = await demo.rows(
      `SELECT users.role FROM public.users JOIN ${schema}.customers ON customers.id = users.id WHERE customers.email = users.email
       UNION ALL SELECT users.role FROM public.users JOIN ${schema}.resources ON user_id = users.id WHERE resources.name = users.name`,
    );
    expect(linked).toEqual([{ role: 'CUSTOMER' }, { role: 'TENANT_STAFF' }]);
  }
});

test('the salon has what the demo promises', async ({ demo }) => {
  const types = await countsBy(demo, 'SELECT type AS key, count(*)::int FROM demo.resources GROUP BY type');
  expect(types['staff']).toBeGreaterThanOrEqual(4);
  expect(types['room']).toBeGreaterThanOrEqual(2);
  expect(types['equipment']).toBeGreaterThanOrEqual(1);
  const services = await countsBy(
    demo,
    `SELECT CASE WHEN kind = 'class' THEN kind WHEN needs_approval THEN 'approval' ELSE jsonb_array_length(requires) || ' lines' END AS key, count(*)::int
     FROM demo.services WHERE online GROUP BY 1`,
  );
  expect(Object.keys(services).sort()).toEqual(['1 lines', '2 lines', '3 lines', 'approval', 'class']);
  expect(await demo.rows('SELECT FROM demo.services WHERE requires @> \'[{"is_choosable": true}]\'')).not.toEqual([]);
  for (const table of ['blocks', 'closures', 'resource_overrides', 'classes'])
    expect(await demo.rows(`SELECT FROM demo.${table} LIMIT 1`), table).toHaveLength(1);
});

test.for(['demo', 'acme'])(
  'four weeks of %s lie around today, in every state they can be in',
  async (schema, { demo }) => {
    const [span] = await demo.rows<{ first: number; last: number }>(
      `SELECT min(starts_at) AS first, max(starts_at) AS last FROM ${schema}.appointments`,
    );
    const DAY = 24 * 60 * 60 * 1000;
    expect(NOON - span!.first).toBeGreaterThan(12 * DAY);
    expect(span!.last - NOON).toBeGreaterThan(12 * DAY);
    const past = await countsBy(
      demo,
      `SELECT status AS key, count(*)::int FROM ${schema}.appointments WHERE ends_at <= '2026-07-15T16:00Z' GROUP BY 1`,
    );
    expect(Object.keys(past).sort()).toEqual(['cancelled', 'completed', 'no_show']);
    const ahead = await countsBy(
      demo,
      `SELECT status AS key, count(*)::int FROM ${schema}.appointments WHERE starts_at > '2026-07-15T16:00Z' GROUP BY 1`,
    );
    expect(ahead['confirmed']).toBeGreaterThan(50);
    expect(ahead['pending_approval']).toBeGreaterThanOrEqual(2);
  },
);

test('the sandboxes start empty, and nothing is waiting to be told', async ({ demo }) => {
  for (const schema of ['demo_sandbox', 'acme_sandbox'])
    for (const table of ['locations', 'resources', 'services', 'customers', 'appointments'])
      expect(await demo.rows(`SELECT FROM ${schema}.${table}`), `${schema}.${table}`).toEqual([]);
  for (const schema of ['demo', 'acme']) {
    expect(await demo.rows(`SELECT FROM ${schema}.outbox`)).toEqual([]);
    expect(await demo.rows(`SELECT FROM ${schema}.due WHERE due_at <= '2026-07-15T16:00Z'`)).toEqual([]);
  }
});

test('a second start changes nothing and says nothing', async ({ demo }) => {
  const before = await extent(demo);
  const said: string[] = [];
  expect(await seed(demo, { said })).toBe(true);
  expect(said).toEqual([]);
  expect(await extent(demo)).toEqual(before);
});

test('an installation that has a business already is no demo', async ({ fresh }) => {
  const about = { name: 'Barber', subdomain: 'barber', time_zone: 'Europe/Paris', currency: 'EUR' };
  await createTenant(fresh.urls.ownerUrl, about);
  expect(await seed(fresh)).toBe(false);
  expect(await fresh.rows('SELECT subdomain FROM public.tenants')).toEqual([{ subdomain: 'barber' }]);
});

const days = ({ diary, ...world }: World): World => ({ ...world, diary: { ...diary, days_back: 1, days_ahead: 1 } });

test(
  'a start that is cut off is made good by the next, wherever it was cut',
  { timeout: 60_000 },
  async ({ fresh }) => {
    const businesses = demoWorlds.map(days);
    for (const cut of [1, 2, 3, 4]) {
      const database = breakingAt(fresh.database, cut);
      await expect(seed({ ...fresh, database }, { businesses })).rejects.toThrow('cut off');
    }
    expect(await seed(fresh, { businesses })).toBe(true);
    const [found] = await extent(fresh);
    expect(found).toMatchObject({ users: 12, tenants: 2, customers: 40, services: 8 });
    expect(await seed(fresh, { businesses })).toBe(true);
    expect(await extent(fresh)).toEqual([found]);
  },
);

/** A database that goes away at the transaction with this number. */
function breakingAt(database: Database, number: number): Database {
  let count = 0;
  return {
    ...database,
    connect: (schema) => ((count += 1) >= number ? Promise.reject(new Error('cut off')) : database.connect(schema)),
  };
}
