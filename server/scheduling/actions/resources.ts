import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { resourceEvents } from '@smooth/contract/scheduling/events.ts';
import type * as contract from '@smooth/contract/scheduling/resources.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { demandNone } from '../../core/field-errors.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { presentResource } from '../present/config.ts';
import { lockBusy, sweepHolds } from '../queries/claims.ts';
import { groundOf, lockResource, peakFrom, type ResourceRow, usesOf } from '../queries/resources.ts';
import { demandWithin } from '../../tenancy/actions/limits.ts';
import { wrongWeek } from '../rules/hours.ts';
import { type References, wrongGround } from '../rules/resource.ts';

type New = BodyOf<typeof contract.createResource>;
type Change = BodyOf<typeof contract.changeResource> & { id: string };

export async function addResource(tx: TenantDb, given: New, actor: Actor): Promise<ResourceRow> {
  const { weekly_hours, weekly_breaks, ...fields } = given;
  demandNone(wrongHours(given));
  const location_id = await demandGround(tx, given);
  if (isCounted(given)) await demandWithin(tx, 'staff');
  const at = new Date(tx.tenant.now);
  const row = await tx
    .insertInto('resources')
    .values({
      ...fields,
      ...storedHours({ weekly_hours, weekly_breaks }),
      location_id,
      id: newId(tx.tenant.now),
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, resourceEvents.created, row, actor);
}

export async function changeResource(tx: TenantDb, change: Change, actor: Actor): Promise<ResourceRow> {
  const { id, revision, weekly_hours, weekly_breaks, ...fields } = change;
  const before = found(await lockResource(tx, id));
  demandRevision(before, revision, (row) => presentResource(row, actor));
  demandNone(wrongHours(change));
  if (refersElsewhere(before, fields)) await demandGround(tx, { ...before, ...fields });
  if (fields.capacity !== undefined && fields.capacity < before.capacity) await demandRoom(tx, id, fields.capacity);
  if (!isCounted(before) && isCounted({ ...before, ...fields })) await demandWithin(tx, 'staff');
  const row = await tx
    .updateTable('resources')
    .set({
      ...fields,
      ...storedHours({ weekly_hours, weekly_breaks }),
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return recordLife(tx, resourceEvents.changed, row, actor);
}

/** Deletes a resource that was never booked and that no service names. */
export async function deleteResource(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  found(await lockResource(tx, id));
  const [, [uses]] = await send(tx, sweepHolds(tx.tenant.now), usesOf(id));
  const { was_booked, service_names } = uses!;
  if (was_booked) throw new Refused('in_use', { detail: 'It was booked before. Make it inactive instead.' });
  if (service_names.length > 0) {
    const detail = `Services ask for it: ${service_names.slice(0, 5).join(', ')}. Take it out there first.`;
    throw new Refused('in_use', { detail, facts: { services: service_names } });
  }
  await tx.deleteFrom('resources').where('id', '=', id).execute();
  await recordLife(tx, resourceEvents.deleted, { id }, actor);
}

/** What the plan counts: people who can be booked. */
const isCounted = ({ type, is_active }: { type: string; is_active: boolean }) => type === 'staff' && is_active;

async function demandGround(tx: TenantDb, references: References): Promise<string> {
  const [[ground]] = await send(tx, groundOf(references));
  demandNone(wrongGround(references, ground!));
  return ground!.location_id!;
}

/** What was allowed once and stays is not judged again: a linked person may have left meanwhile. */
const refersElsewhere = (before: ResourceRow, { type, location_id, user_id }: Partial<References>): boolean =>
  (type ?? before.type) !== before.type ||
  (location_id ?? before.location_id) !== before.location_id ||
  (user_id !== undefined && user_id !== before.user_id);

/** Bookings wait here, so that none is made on the larger capacity meanwhile. */
async function demandRoom(tx: TenantDb, id: string, capacity: number): Promise<void> {
  const [, [row]] = await send(tx, lockBusy([id]), peakFrom(id, tx.tenant.now));
  if (row!.peak <= capacity) return;
  const detail = `Up to ${row!.peak} are booked at the same time from now on.`;
  throw new Refused('capacity', { detail, facts: { claimed: row!.peak, capacity } });
}

type Hours = Partial<Pick<New, 'weekly_hours' | 'weekly_breaks'>>;

const wrongHours = ({ weekly_hours = [], weekly_breaks = [] }: Hours) => [
  ...wrongWeek(weekly_hours, '/body/weekly_hours'),
  ...wrongWeek(weekly_breaks, '/body/weekly_breaks'),
];

const storedHours = ({ weekly_hours, weekly_breaks }: Hours) => ({
  ...(weekly_hours && { weekly_hours: JSON.stringify(weekly_hours) }),
  ...(weekly_breaks && { weekly_breaks: JSON.stringify(weekly_breaks) }),
});
