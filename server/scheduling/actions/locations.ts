import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type * as contract from '@smooth/contract/scheduling/locations.ts';
import { locationEvents } from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentLocation } from '../present/config.ts';
import { type LocationRow, lockLocation, lockLocations, usesOfLocation } from '../queries/locations.ts';
import { demandWithin } from '../../tenancy/actions/limits.ts';
import { wrongWeek } from '../rules/hours.ts';
import { locationKept } from '../rules/location.ts';

type New = BodyOf<typeof contract.createLocation>;
type Change = BodyOf<typeof contract.changeLocation> & { id: string };

export async function addLocation(tx: TenantDb, given: New, actor: Actor): Promise<LocationRow> {
  await demandWithin(tx, 'locations');
  const at = new Date(tx.tenant.now);
  const row = await tx
    .insertInto('locations')
    .values({
      ...stored(given),
      name: given.name,
      time_zone: given.time_zone,
      id: newId(tx.tenant.now),
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, locationEvents.created, row, actor);
}

export async function changeLocation(
  tx: TenantDb,
  { id, revision, ...given }: Change,
  actor: Actor,
): Promise<LocationRow> {
  const before = found(await lockLocation(tx, id));
  demandRevision(before, revision, (row) => presentLocation(row, actor));
  const row = await tx
    .updateTable('locations')
    .set({ ...stored(given), revision: revision + 1, updated_at: new Date(tx.tenant.now) })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, locationEvents.changed, row, actor);
}

/** Deletes a location where nothing is, nothing was booked, and beside which there is another. */
export async function deleteLocation(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  const all = await lockLocations(tx);
  found(all.find((row) => row.id === id));
  const [[uses]] = await send(tx, usesOfLocation(id));
  const kept = locationKept({ ...uses!, is_only: all.length === 1 });
  if (kept) throw new Refused('in_use', kept);
  await tx.deleteFrom('locations').where('id', '=', id).execute();
  await recordLife(tx, locationEvents.deleted, { id }, actor);
}

function stored({ weekly_hours, ...given }: Partial<New>) {
  if (weekly_hours === undefined) return given;
  demandNone(wrongWeek(weekly_hours, '/body/weekly_hours'));
  return { ...given, weekly_hours: JSON.stringify(weekly_hours) };
}
