import { compileSchedule, type CompiledSchedule } from '@smooth/engine/schedule.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type {
  Closure,
  DateOverride,
  Instant,
  LocationRules,
  RecurringTimeOff,
  ResourceRules,
  ServiceRules,
  TimeOff,
} from '@smooth/engine/types.ts';
import { type RawBuilder, sql } from 'kysely';
import { plain, planned } from '../../core/db/raw.ts';
import { ask, send, type Tenant, type TenantDb } from '../../core/tenant/tenant.ts';
import type { ServiceTable, StoredRecurring } from '../../schema/tenant-tables.ts';
import type { Selectable } from 'kysely';

export type BookableService = ServiceRules & Omit<Selectable<ServiceTable>, 'created_at' | 'updated_at'>;

type Revised<T> = T & { revision: number };

export interface BusinessResource extends ResourceRules {
  time_off: readonly Revised<TimeOff>[];
  recurring_time_off: readonly Revised<RecurringTimeOff>[];
  name: string;
  color: string;
  user_id: string | null;
}
export interface BusinessLocation extends LocationRules {
  name: string;
  address: string | null;
}

/** All that a business has configured, in the form the engine takes, as of one version. */
export interface BusinessRules {
  version: number;
  loaded_at: Instant;
  schedule: CompiledSchedule;
  services: ReadonlyMap<string, BookableService>;
  resources: ReadonlyMap<string, BusinessResource>;
  locations: ReadonlyMap<string, BusinessLocation>;
}

/** How far back time off and overrides are kept in the rules: longer than the longest range that can be asked for. */
const LOOK_BACK_MS = 45 * DAY;
const MOST_KNOWN = 2000;
const knownByDatabase = new WeakMap<object, Map<string, BusinessRules>>();

/** The rules as this process last saw them; good only where `rulesVersion` still says the same. */
export function knownRules(tenant: Tenant): BusinessRules | undefined {
  const rules = knownByDatabase.get(tenant.database)?.get(tenant.role);
  return rules && tenant.now < rules.loaded_at + DAY ? rules : undefined;
}

export const rulesVersion = planned(plain(sql<{ version: number }>`SELECT version FROM rules_version`));

/** The rules as the transaction sees them. */
export async function rulesIn(tx: TenantDb): Promise<BusinessRules> {
  const known = knownRules(tx.tenant);
  if (!known) return readRulesIn(tx);
  const [[row]] = await send(tx, rulesVersion);
  return row!.version === known.version ? known : readRulesIn(tx);
}

/** Reads the rules afresh within a transaction. */
export async function readRulesIn(tx: TenantDb): Promise<BusinessRules> {
  const [rows] = await send(tx, plain(everything(tx.tenant.now)));
  return remember(tx.tenant, rows[0]!);
}

/** Reads the rules afresh, in a round trip of its own. */
export async function readRules(tenant: Tenant): Promise<BusinessRules> {
  const [row] = await ask(tenant, plain(everything(tenant.now)));
  return remember(tenant, row!);
}

/** The rules for presenting names and colours: at most a moment old is good enough where nothing is decided. */
export const anyRules = async (tenant: Tenant): Promise<BusinessRules> => {
  const known = knownRules(tenant);
  if (!known) return readRules(tenant);
  const [row] = await ask(tenant, rulesVersion);
  return row!.version === known.version ? known : readRules(tenant);
};

/** The version beside what a query reads, in the same statement; `rulesAt` wants it. */
export const versionBeside = sql<number>`(SELECT version FROM rules_version)`.as('rules_version');

/** The rules of this version; where nothing was found that says one, any. */
export const rulesAt = async (tenant: Tenant, version: number | undefined): Promise<BusinessRules> => {
  const known = knownRules(tenant);
  return known && (version ?? known.version) === known.version ? known : readRules(tenant);
};

interface StoredRules {
  version: number;
  locations: BusinessLocation[];
  resources: (Omit<BusinessResource, 'overrides' | 'time_off' | 'recurring_time_off'> & { id: string })[];
  overrides: (DateOverride & { resource_id: string })[];
  blocks: {
    id: string;
    resource_id: string;
    revision: number;
    start: Instant | null;
    end: Instant | null;
    recurring: StoredRecurring | null;
    reason: string | null;
  }[];
  closures: Closure[];
  services: BookableService[];
}

const millis = (column: string) => sql`(extract(epoch FROM ${sql.ref(column)}) * 1000)::float8`;
const rowsOf = (rows: RawBuilder<unknown>) => sql`(SELECT coalesce(json_agg(t), '[]') FROM (${rows}) t)`;

const everything = (now: Instant) => {
  const since = new Date(now - LOOK_BACK_MS);
  return sql<StoredRules>`SELECT (SELECT version FROM rules_version) AS version,
    ${rowsOf(sql`SELECT id, name, time_zone, address, weekly_hours FROM locations ORDER BY created_at, id`)} AS locations,
    ${rowsOf(sql`SELECT id, name, type, color, capacity, location_id, user_id, is_active, weekly_hours, weekly_breaks FROM resources ORDER BY created_at, id`)} AS resources,
    ${rowsOf(sql`SELECT resource_id, "on", windows FROM resource_overrides WHERE "on" >= ${since}::date`)} AS overrides,
    ${rowsOf(sql`SELECT id, resource_id, revision, ${millis('starts_at')} AS start, ${millis('ends_at')} AS "end", recurring, reason FROM blocks WHERE ends_at IS NULL OR ends_at > ${since}`)} AS blocks,
    ${rowsOf(sql`SELECT id, name, location_id, ${millis('starts_at')} AS start, ${millis('ends_at')} AS "end" FROM closures WHERE ends_at > ${since}`)} AS closures,
    ${rowsOf(sql`SELECT * FROM services`)} AS services`;
};

function remember(tenant: Tenant, stored: StoredRules): BusinessRules {
  const resources = resourcesOf(stored);
  const rules: BusinessRules = {
    version: stored.version,
    loaded_at: tenant.now,
    schedule: compileSchedule({ locations: stored.locations, resources, closures: stored.closures }),
    services: byId(stored.services),
    resources: byId(resources),
    locations: byId(stored.locations),
  };
  const known = knownByDatabase.get(tenant.database) ?? new Map<string, BusinessRules>();
  knownByDatabase.set(tenant.database, known);
  // The oldest leaves first; a Map keeps the order of its insertions.
  known.delete(tenant.role);
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value!);
  known.set(tenant.role, rules);
  return rules;
}

function resourcesOf({ resources, overrides, blocks }: StoredRules): BusinessResource[] {
  const overridesOf = Map.groupBy(overrides, (override) => override.resource_id);
  const blocksOf = Map.groupBy(blocks, (block) => block.resource_id);
  return resources.map((resource) => {
    const own = blocksOf.get(resource.id) ?? [];
    return {
      ...resource,
      overrides: overridesOf.get(resource.id) ?? [],
      time_off: own.filter((block) => block.recurring === null) as Revised<TimeOff>[],
      recurring_time_off: own.flatMap(({ id, revision, reason, recurring }): Revised<RecurringTimeOff>[] =>
        recurring ? [{ id, revision, reason, ...recurring }] : [],
      ),
    };
  });
}

const byId = <T extends { id: string }>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((one) => [one.id, one]));
