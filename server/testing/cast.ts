import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import type { Mode, Role } from '@smooth/contract/identity/roles.ts';
import type pg from 'pg';
import { schemaOf } from '../core/tenant/tenant.ts';
import { createTenantWith } from '../tenancy/actions/create.ts';
import { asOwner } from './cluster.ts';

/**
 * Who and what exists in every test. Two businesses, each in live and in sandbox with the same names but other ids:
 *
 * - `salon` in Berlin, euros: owner Olga, manager Marek, staff Ana and Ben (each with a resource of the same name),
 *   customer Maya; a chair (room); haircut (60 minutes, any one of staff).
 * - `clinic` in New York, dollars: owner Carla, manager Chen, staff Dora, customer Noah; a surgery (room); checkup.
 *
 * And the platform: `root`, `petra` (manager), `sam` (sales), `uma` (support).
 * Open Monday to Saturday, 09:00 to 17:00. Everybody's password is `a long password`.
 */
export const salonCast = {
  subdomain: 'salon',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  people: { olga: 'TENANT_OWNER', marek: 'TENANT_MANAGER', ana: 'TENANT_STAFF', ben: 'TENANT_STAFF', maya: 'CUSTOMER' },
  resources: { ana: 'staff', ben: 'staff', chair: 'room' },
  services: { haircut: 60 },
} as const satisfies Cast;

export const clinicCast = {
  subdomain: 'clinic',
  time_zone: 'America/New_York',
  currency: 'USD',
  people: { carla: 'TENANT_OWNER', chen: 'TENANT_MANAGER', dora: 'TENANT_STAFF', noah: 'CUSTOMER' },
  resources: { dora: 'staff', surgery: 'room' },
  services: { checkup: 30 },
} as const satisfies Cast;

export const platformCast = {
  root: 'SUPERUSER',
  petra: 'PLATFORM_MANAGER',
  sam: 'PLATFORM_SALES',
  uma: 'PLATFORM_SUPPORT',
} as const;

export interface Cast {
  subdomain: string;
  time_zone: string;
  currency: string;
  people: Record<string, Role>;
  resources: Record<string, 'staff' | 'room' | 'equipment'>;
  /** Minutes by name. */
  services: Record<string, number>;
}

export const PASSWORD = 'a long password';
export const emailOf = (name: string, place: string) => `${name}@${place}.example`;

/** The same for every run and worker, so that a failing test names the same ids again. */
export function idOf(...path: string[]): string {
  const bytes = createHash('sha256').update(path.join('/')).digest().subarray(0, 16);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Owners and managers live in both modes with one account; staff and customers have one in each. */
const isBound = (role: Role) => role === 'TENANT_STAFF' || role === 'CUSTOMER';
export const userId = ({ subdomain, people }: Cast, name: string, mode: Mode) =>
  isBound(people[name]!) ? idOf(subdomain, mode, 'people', name) : idOf(subdomain, 'people', name);

/** Cheap on purpose: what it costs to guess a password is not under test. */
export const cheapHash = () => hash(PASSWORD, { memoryCost: 64, timeCost: 1, parallelism: 1 });

/** Makes the cast in an empty, migrated database; answers the ids of the tenants. */
export const fillTemplate = (ownerUrl: string): Promise<string[]> =>
  asOwner(ownerUrl, async (owner) => {
    const password_hash = await cheapHash();
    for (const [name, role] of Object.entries(platformCast)) {
      await insertUser(owner, { id: idOf('platform', name), name, place: 'platform', role, password_hash });
    }
    const ids = [];
    for (const cast of [salonCast, clinicCast]) ids.push(await fillBusiness(owner, cast, password_hash));
    return ids;
  });

async function fillBusiness(owner: pg.Client, cast: Cast, password_hash: string): Promise<string> {
  const { subdomain, time_zone, currency } = cast;
  const tenant_id = await createTenantWith(owner, {
    name: titled(subdomain),
    subdomain,
    time_zone,
    currency,
    tier: 'ENTERPRISE',
  });
  for (const mode of ['live', 'sandbox'] as const) {
    for (const [name, role] of Object.entries(cast.people)) {
      if (!isBound(role) && mode === 'sandbox') continue;
      const is_sandbox = mode === 'sandbox';
      const id = userId(cast, name, mode);
      await insertUser(owner, { id, name, place: subdomain, role, password_hash, tenant_id, is_sandbox });
    }
    await fillSchema(owner, cast, mode);
  }
  return tenant_id;
}

interface NewUser {
  id: string;
  name: string;
  place: string;
  role: Role;
  password_hash: string;
  tenant_id?: string;
  is_sandbox?: boolean;
}

const insertUser = (owner: pg.Client, user: NewUser) =>
  owner.query(
    `INSERT INTO public.users (id, name, email, role, password_hash, tenant_id, is_sandbox, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [
      user.id,
      titled(user.name),
      emailOf(user.name, user.place),
      user.role,
      user.password_hash,
      user.tenant_id,
      user.is_sandbox ?? false,
      BEGINNING,
    ],
  );

async function fillSchema(owner: pg.Client, cast: Cast, mode: Mode): Promise<void> {
  const { subdomain, time_zone, people, resources, services } = cast;
  const id = (...path: string[]) => idOf(subdomain, mode, ...path);
  const table = (name: string) => `"${schemaOf(subdomain, mode)}".${name}`;
  const hours = [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, start: '09:00', end: '17:00' }));
  await owner.query(
    `INSERT INTO ${table('locations')} (id, name, time_zone, weekly_hours, created_at, updated_at) VALUES ($1, 'Main street', $2, $3, $4, $4)`,
    [id('location'), time_zone, JSON.stringify(hours), BEGINNING],
  );
  for (const [name, type] of Object.entries(resources)) {
    const user = people[name] ? userId(cast, name, mode) : null;
    await owner.query(
      `INSERT INTO ${table('resources')} (id, name, type, location_id, user_id, color, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, '#6366f1', $6, $6)`,
      [id('resources', name), titled(name), type, id('location'), user, BEGINNING],
    );
  }
  for (const [name, minutes] of Object.entries(services)) {
    await owner.query(
      `INSERT INTO ${table('services')} (id, name, color, duration_minutes, price_minor, requires, created_at, updated_at) VALUES ($1, $2, '#6366f1', $3, 4500, $4, $5, $5)`,
      [id('services', name), titled(name), minutes, JSON.stringify([anyStaff(id('lines', name))]), BEGINNING],
    );
  }
  for (const name of Object.keys(people).filter((name) => people[name] === 'CUSTOMER')) {
    await owner.query(
      `INSERT INTO ${table('customers')} (id, name, email, created_at, updated_at) VALUES ($1, $2, $3, $4, $4)`,
      [userId(cast, name, mode), titled(name), emailOf(name, subdomain), BEGINNING],
    );
  }
}

const BEGINNING = '2026-07-01T00:00:00Z';
const titled = (name: string) => name[0]!.toUpperCase() + name.slice(1);

const anyStaff = (id: string) => ({
  id,
  type: 'staff',
  resource_ids: [],
  quantity: 1,
  units: 1,
  padding_before_minutes: null,
  padding_after_minutes: null,
  is_choosable: true,
});
