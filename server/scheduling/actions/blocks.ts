import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type * as contract from '@smooth/contract/scheduling/blocks.ts';
import { blockEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { blockPolicy } from '../policy/config.ts';
import { presentBlock } from '../present/config.ts';
import { type BlockRow, lockBlock } from '../queries/blocks.ts';
import { lockBusy } from '../queries/claims.ts';
import { hasResource } from '../queries/resources.ts';
import { type Away, type AwayChange, changedAway, wrongAway } from '../rules/time-off.ts';

type New = BodyOf<typeof contract.createBlock>;
type Change = BodyOf<typeof contract.changeBlock> & { id: string };

const nowhere: Away = { starts_at: null, ends_at: null, recurring: null };

/** Gives a resource time off. What is booked in it stays. */
export async function addBlock(tx: TenantDb, { resource_id, reason, ...away }: New, actor: Actor): Promise<BlockRow> {
  await demandResource(tx, resource_id, actor);
  // Bookings under way are waited for, so that they are listed; those that come later find the time off.
  await send(tx, lockBusy([resource_id]));
  const at = new Date(tx.tenant.now);
  const row = await tx
    .insertInto('blocks')
    .values({
      id: newId(tx.tenant.now),
      resource_id,
      reason: reason ?? null,
      ...stored(nowhere, away),
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, blockEvents.created, row, actor);
}

export async function changeBlock(
  tx: TenantDb,
  { id, revision, reason, resource_id, ...away }: Change,
  actor: Actor,
): Promise<BlockRow> {
  const before = found(await lockBlock(tx, id));
  blockPolicy.demand(actor, 'block.edit', before);
  demandRevision(before, revision, (row) => presentBlock(row, actor));
  const whose = resource_id ?? before.resource_id;
  if (whose !== before.resource_id) await demandResource(tx, whose, actor);
  await send(tx, lockBusy([...new Set([before.resource_id, whose])].toSorted()));
  const row = await tx
    .updateTable('blocks')
    .set({
      reason,
      resource_id: whose,
      ...stored(before, away),
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, blockEvents.changed, row, actor);
}

export async function deleteBlock(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  blockPolicy.demand(actor, 'block.edit', found(await lockBlock(tx, id)));
  await tx.deleteFrom('blocks').where('id', '=', id).execute();
  await recordLife(tx, blockEvents.deleted, { id }, actor);
}

async function demandResource(tx: TenantDb, resource_id: string, actor: Actor): Promise<void> {
  if (!(await hasResource(tx, resource_id)))
    throw fieldRefusal('/body/resource_id', 'There is no such resource', 'unknown');
  blockPolicy.demand(actor, 'block.edit', { resource_id });
}

function stored(before: Away, change: AwayChange) {
  const { starts_at, ends_at, recurring } = changedAway(before, change);
  demandNone(wrongAway({ starts_at, ends_at, recurring }));
  return {
    starts_at: starts_at === null ? null : new Date(starts_at),
    ends_at: ends_at === null ? null : new Date(ends_at),
    recurring: recurring === null ? null : JSON.stringify(recurring),
  };
}
