import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type * as contract from '@smooth/contract/scheduling/blocks.ts';
import { closureEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentClosure } from '../present/config.ts';
import { closureById, type CountedClosure, lockBusyAt, lockClosure } from '../queries/closures.ts';
import { hasLocation } from '../queries/locations.ts';
import { instantIn } from '../../core/instants.ts';
import { wrongSpan } from '../rules/time-off.ts';

type New = BodyOf<typeof contract.createClosure>;
type Change = BodyOf<typeof contract.changeClosure> & { id: string };

/** Closes the business or one location. What is booked in it stays. */
export async function addClosure(
  tx: TenantDb,
  { name, location_id, start, end }: New,
  actor: Actor,
): Promise<CountedClosure> {
  const [starts, ends] = [instantIn(start, '/body/start'), instantIn(end, '/body/end')];
  demandNone(wrongSpan(starts, ends));
  await demandLocation(tx, location_id);
  await send(tx, lockBusyAt(location_id));
  const id = newId(tx.tenant.now);
  const at = new Date(tx.tenant.now);
  await tx
    .insertInto('closures')
    .values({
      id,
      name,
      location_id,
      starts_at: new Date(starts),
      ends_at: new Date(ends),
      created_at: at,
      updated_at: at,
    })
    .execute();
  return recordLife(tx, closureEvents.created, await readClosure(tx, id), actor);
}

export async function changeClosure(
  tx: TenantDb,
  { id, revision, start, end, ...given }: Change,
  actor: Actor,
): Promise<CountedClosure> {
  const before = found(await lockClosure(tx, id));
  if (before.revision !== revision)
    demandRevision(await readClosure(tx, id), revision, (row) => presentClosure(row, actor));
  const starts = start === undefined ? before.starts_at : instantIn(start, '/body/start');
  const ends = end === undefined ? before.ends_at : instantIn(end, '/body/end');
  demandNone(wrongSpan(starts, ends));
  await demandLocation(tx, given.location_id ?? null);
  await send(tx, lockBusyAt(given.location_id === undefined ? before.location_id : given.location_id));
  await tx
    .updateTable('closures')
    .set({
      ...given,
      starts_at: new Date(starts),
      ends_at: new Date(ends),
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .execute();
  return recordLife(tx, closureEvents.changed, await readClosure(tx, id), actor);
}

export async function deleteClosure(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  found(await tx.deleteFrom('closures').where('id', '=', id).returning('id').executeTakeFirst());
  await recordLife(tx, closureEvents.deleted, { id }, actor);
}

async function demandLocation(tx: TenantDb, id: string | null): Promise<void> {
  if (id !== null && !(await hasLocation(tx, id)))
    throw fieldRefusal('/body/location_id', 'There is no such location', 'unknown');
}

async function readClosure(tx: TenantDb, id: string): Promise<CountedClosure> {
  const [[row]] = await send(tx, closureById(id));
  return row!;
}
