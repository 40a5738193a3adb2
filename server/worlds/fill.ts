import type { Instant } from '@smooth/engine/types.ts';
import { newId } from '../core/ids.ts';
import { inTenant, type Tenant, type TenantDb } from '../core/tenant/tenant.ts';
import { configRows } from './config-rows.ts';
import { daysFrom } from './days.ts';
import { diarySteps } from './diary-steps.ts';
import { addedAt, type Filling, type FillWith, type Ids } from './filling.ts';
import { insertAll } from './insert.ts';
import { tell } from './tell.ts';
import type { World } from './world.ts';

/**
 * Fills the empty schema of a business with a world: what is configured as rows, what is booked by the verbs everybody
 * books with. Each of the two is whole or not there, and one that is there is left alone, so a filling that was cut off
 * goes on.
 */
export async function fillWorld(
  tenant: Tenant,
  world: World,
  { now, people = {}, onProgress }: FillWith,
): Promise<void> {
  const days = daysFrom(tenant.row.time_zone, now);
  const filling = (ids: Ids): Filling => ({ tenant, world, days, ids, now, people });
  await inTenant(tenant, async (tx) => {
    if (await hasRows(tx, 'locations')) return;
    const rows = configRows(filling(freshIds(world, now, people)));
    for (const [table, some] of rows) await insertAll(tx, table, some);
  });
  await inTenant(tenant, async (tx) => {
    if (await hasRows(tx, 'appointments')) return;
    const steps = diarySteps(filling(await knownIds(tx, world)));
    await tell(tx, steps, onProgress ? { now, onProgress } : { now });
  });
}

const hasRows = async (tx: TenantDb, table: 'locations' | 'appointments') =>
  (await tx.selectFrom(table).select('id').limit(1).execute()).length > 0;

function freshIds(world: World, now: Instant, people: Readonly<Record<string, string>>): Ids {
  // In the order of the world: where a choice falls to the lower id, it is the same one every time.
  const idAt = (index: number) => newId(addedAt(now, index));
  const byKey = (list: readonly { key: string }[]) =>
    Object.fromEntries(list.map(({ key }, index) => [key, idAt(index)]));
  return {
    locations: byKey(world.locations),
    resources: byKey(world.resources),
    services: byKey(world.services),
    customers: world.customers.map(({ person }, index) => people[person ?? ''] ?? idAt(index)),
  };
}

/** The ids by the names things have: a world has no two things of one name. */
async function knownIds(tx: TenantDb, world: World): Promise<Ids> {
  const idsIn = async (table: 'locations' | 'resources' | 'services' | 'customers') =>
    new Map((await tx.selectFrom(table).select(['id', 'name']).execute()).map(({ id, name }) => [name, id]));
  const byKey = (ids: Map<string, string>, list: readonly { key: string; name: string }[]) =>
    Object.fromEntries(list.map(({ key, name }) => [key, ids.get(name)!]));
  const customers = await idsIn('customers');
  return {
    locations: byKey(await idsIn('locations'), world.locations),
    resources: byKey(await idsIn('resources'), world.resources),
    services: byKey(await idsIn('services'), world.services),
    customers: world.customers.map(({ name }) => customers.get(name)!),
  };
}
