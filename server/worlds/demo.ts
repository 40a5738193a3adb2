import type { Role } from '@smooth/contract/identity/roles.ts';
import pg from 'pg';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/db/database.ts';
import { tenantHandle } from '../core/tenant/tenant.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import { createUser } from '../identity/actions/create-user.ts';
import { createTenantWith } from '../tenancy/actions/create.ts';
import { fillWorld } from './fill.ts';
import { worlds as named } from './named.ts';
import type { World } from './world.ts';

export const DEMO_PASSWORD = 'smooth-demo';

/** Who signs in at the platform and at each of the two businesses, by the name before the @. */
const platformPeople: Record<string, [Role, string]> = {
  superuser: ['SUPERUSER', 'Ruth Adeyemi'],
  manager: ['PLATFORM_MANAGER', 'Paul Lindgren'],
  sales: ['PLATFORM_SALES', 'Selin Kara'],
  support: ['PLATFORM_SUPPORT', 'Sam Whitfield'],
};
export const demoWorlds: readonly World[] = [named.salon, named.clinic];

const businessPeople: Record<string, Role> = {
  owner: 'TENANT_OWNER',
  manager: 'TENANT_MANAGER',
  staff: 'TENANT_STAFF',
  customer: 'CUSTOMER',
};

/** The sign-ins as they are printed at every start. */
export const demoPeople: { place: string; emails: string[] }[] = [
  { place: 'Platform', emails: Object.keys(platformPeople).map((name) => `${name}@platform.example`) },
  ...demoWorlds.map(({ business: { name: place, subdomain } }) => ({
    place,
    emails: Object.keys(businessPeople).map((name) => `${name}@${subdomain}.example`),
  })),
];

interface Seeding {
  ownerUrl: string;
  database: Database;
  clock: Clock;
  say: (line: string) => void;
  businesses?: readonly World[];
}

/** One lock for whoever seeds this database. */
const SEED_LOCK = 7_303_015;

/**
 * Fills an installation without businesses with the demo. What was begun is written down, so a start after a crash goes
 * on, and what is finished is never touched again. Answers whether this is a demo installation.
 */
export async function seedDemo({
  ownerUrl,
  database,
  clock,
  say,
  businesses: worlds = demoWorlds,
}: Seeding): Promise<boolean> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query('SELECT pg_advisory_lock($1)', [SEED_LOCK]);
    const state = await demoState(owner);
    if (state === 'filled') return true;
    if (state === null && (await hasAnybody(owner))) return false;
    await writeState(owner, 'filling');
    say(`Filling the demo: ${worlds.map(({ business }) => business.name).join(', ')}`);
    for (const [name, [role, called]] of Object.entries(platformPeople)) {
      await userOf(owner, { email: `${name}@platform.example`, name: called, role, tenant_id: null });
    }
    const businesses = [];
    for (const world of worlds) businesses.push(await businessOf(owner, world));
    await fillAll(businesses, database, clock.now());
    await writeState(owner, 'filled');
    return true;
  } finally {
    await owner.end();
  }
}

async function demoState(owner: pg.ClientBase): Promise<string | null> {
  const { rows } = await owner.query<{ value: string }>("SELECT value FROM public.installation WHERE key = 'demo'");
  return rows[0]?.value ?? null;
}

const writeState = (owner: pg.ClientBase, state: 'filling' | 'filled') =>
  owner.query(
    "INSERT INTO public.installation (key, value) VALUES ('demo', $1) ON CONFLICT (key) DO UPDATE SET value = $1",
    [state],
  );

async function hasAnybody(owner: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await owner.query('SELECT FROM public.tenants UNION ALL SELECT FROM public.users LIMIT 1');
  return rowCount !== 0;
}

/** Side by side; where one fails, the others are waited for, so that nothing is still filling afterwards. */
async function fillAll(businesses: DemoBusiness[], database: Database, now: number): Promise<void> {
  const fills = businesses.map(({ row, world, people }) =>
    fillWorld(tenantHandle(row, 'live', database, now), world, { now, people }),
  );
  for (const fill of await Promise.allSettled(fills)) if (fill.status === 'rejected') throw fill.reason;
}

interface DemoBusiness {
  row: TenantRow;
  world: World;
  people: Record<string, string>;
}

async function businessOf(owner: pg.ClientBase, world: World): Promise<DemoBusiness> {
  const { subdomain } = world.business;
  const row = await tenantOf(owner, world);
  const people: Record<string, string> = {};
  for (const [name, role] of Object.entries(businessPeople)) {
    const email = `${name}@${subdomain}.example`;
    people[name] = await userOf(owner, { email, name: nameIn(world, name), role, tenant_id: row.id });
  }
  return { row, world, people };
}

/** Staff and customers are called as they are in the world. */
function nameIn({ business, resources, customers }: World, person: string): string {
  if (person === 'owner' || person === 'manager') return business[person];
  return [...resources, ...customers].find((one) => one.person === person)?.name ?? person;
}

async function tenantOf(owner: pg.ClientBase, { business }: World): Promise<TenantRow> {
  const find = () => owner.query<TenantRow>('SELECT * FROM public.tenants WHERE subdomain = $1', [business.subdomain]);
  const [known] = (await find()).rows;
  if (known) return known;
  await createTenantWith(owner, business);
  return (await find()).rows[0]!;
}

async function userOf(
  owner: pg.ClientBase,
  user: { email: string; name: string; role: Role; tenant_id: string | null },
): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    'SELECT id FROM public.users WHERE email = $1 AND tenant_id IS NOT DISTINCT FROM $2',
    [user.email, user.tenant_id],
  );
  return rows[0]?.id ?? createUser(owner, { ...user, password: DEMO_PASSWORD });
}
