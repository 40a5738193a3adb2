import type { Instant } from '@smooth/engine/types.ts';
import { newId } from '../core/ids.ts';
import { inTenant, type Tenant } from '../core/tenant/tenant.ts';
import { daysFrom, type Days } from './days.ts';
import { configRows } from './config-rows.ts';
import { insertAll } from './insert.ts';
import type { World } from './world.ts';

export interface FillWith {
  now: Instant;
  /** Ids of the accounts, by the `person` a resource or customer of the world names. */
  people?: Readonly<Record<string, string>>;
}

/** The ids that the things of a world were given, by their keys. */
export interface Filled {
  locations: Readonly<Record<string, string>>;
  resources: Readonly<Record<string, string>>;
  services: Readonly<Record<string, string>>;
  /** In the order of the world. */
  customers: readonly string[];
}

/** What filling goes by. */
export interface Filling extends FillWith {
  tenant: Tenant;
  world: World;
  days: Days;
  ids: Filled;
}

/**
 * Fills the empty schema of a business with a world. Each of the two steps, what is configured and what is booked, is
 * whole or not there; a step that is done already is left as it is, so a filling that was cut off goes on.
 */
export async function fillWorld(tenant: Tenant, world: World, { now, people = {} }: FillWith): Promise<void> {
  const days = daysFrom(tenant.row.time_zone, now);
  await inTenant(tenant, async (tx) => {
    const known = await tx.selectFrom('locations').select('id').limit(1).execute();
    if (known.length > 0) return;
    const ids = idsFor(world, now, people);
    for (const [table, rows] of configRows({ tenant, world, days, ids, now, people })) await insertAll(tx, table, rows);
  });
}

function idsFor(world: World, now: Instant, people: Readonly<Record<string, string>>): Filled {
  const byKey = (list: readonly { key: string }[]) => Object.fromEntries(list.map(({ key }) => [key, newId(now)]));
  return {
    locations: byKey(world.locations),
    resources: byKey(world.resources),
    services: byKey(world.services),
    customers: world.customers.map(({ person }) => people[person ?? ''] ?? newId(now)),
  };
}
