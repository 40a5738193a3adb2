import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { resourceEvents } from '@smooth/contract/scheduling/events.ts';
import type * as contract from '@smooth/contract/scheduling/resources.ts';
import type { Selectable } from 'kysely';
import type { Actor } from '../../core/actor.ts';
import { found } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import { lockResource } from '../queries/resources.ts';
import { wrongDay } from '../rules/hours.ts';

type Override = Selectable<TenantTables['resource_overrides']>;
type Put = BodyOf<typeof contract.putOverride> & { id: string; on: string };

/** Sets the hours of one date, in place of what was set before. */
export async function putOverride(tx: TenantDb, { id, on, windows, reason }: Put, actor: Actor): Promise<Override> {
  found(await lockResource(tx, id));
  demandNone(wrongDay(windows, '/body/windows'));
  const set = { windows: JSON.stringify(windows), reason: reason ?? null };
  const row = await tx
    .insertInto('resource_overrides')
    .values({ id: newId(tx.tenant.now), resource_id: id, on, ...set })
    .onConflict((conflict) => conflict.columns(['resource_id', 'on']).doUpdateSet(set))
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordLife(tx, resourceEvents.changed, { id }, actor);
  return row;
}

export async function deleteOverride(
  tx: TenantDb,
  { id, on }: { id: string; on: string },
  actor: Actor,
): Promise<void> {
  const gone = tx.deleteFrom('resource_overrides').where('resource_id', '=', id).where('on', '=', on);
  found(await gone.returning('id').executeTakeFirst());
  await recordLife(tx, resourceEvents.changed, { id }, actor);
}
