import { appointmentRescheduled, classRescheduled } from '@smooth/contract/scheduling/events.ts';
import { minutesBetween } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { Refused } from '../../core/errors.ts';
import { recording } from '../../core/events/record.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { addChange, momentOf } from '../queries/changes.ts';
import { claimSteps, deleteClaims, raiseBusy } from '../queries/claims.ts';
import { type ClassRow, partiesOf } from '../queries/classes.ts';
import { dueDropped, dueSteps } from '../queries/due.ts';
import { rulesIn } from '../queries/rules.ts';
import { movable } from '../rules/status.ts';
import { wallText } from '../rules/wall.ts';
import { type ClassChange, lockClass, readClass } from './classes.ts';
import { place, serviceIn } from './place.ts';

export interface ClassMove extends ClassChange {
  start: Instant;
  /** Absent, it lasts as long as before. */
  duration_minutes?: number | undefined;
  resource_ids?: readonly string[] | undefined;
  reason?: string | undefined;
}

/** Moves a class: its claims go over to the new time, and every party comes along and hears of it like of any move. */
export async function moveClass(tx: TenantDb, move: ClassMove): Promise<ClassRow> {
  const before = await lockClass(tx, move);
  const rules = await rulesIn(tx);
  const { plan, lanes } = await place(tx, rules, {
    service_id: before.service_id,
    start: move.start,
    duration_minutes: move.duration_minutes ?? minutesBetween(before.starts_at, before.ends_at),
    audience: 'business',
    resource_ids: move.resource_ids ?? [],
    keep: before.resource_ids,
    ignore: [move.id],
  });
  const parties = await partiesOf(tx, move.id);
  refuseBegun(parties);
  const to: Moment = {
    starts_at: plan.start,
    ends_at: plan.end,
    location_id: plan.location_id,
    resource_ids: plan.claims.map(({ resource_id }) => resource_id),
  };
  await send(
    tx,
    deleteClaims({ column: 'class_id', id: move.id }),
    raiseBusy(before.resource_ids.toSorted()),
    ...claimSteps(lanes, { class_id: move.id }),
    tenantQuery
      .updateTable('classes')
      .set(changed(tx, before, to))
      .where('id', '=', move.id),
    recording(
      tx,
      classRescheduled,
      { subject_id: move.id, revision: before.revision + 1, actor: move.actor },
      { class_id: move.id, ...momentOf(to), from: momentOf(before) },
    ),
  );
  const { reminder_minutes } = serviceIn(rules, before.service_id);
  for (const party of parties) await moveParty(tx, party, { to, move, reminder_minutes });
  return readClass(tx, move.id);
}

interface Moment {
  starts_at: Instant;
  ends_at: Instant;
  location_id: string;
  resource_ids: string[];
}

type Party = Awaited<ReturnType<typeof partiesOf>>[number];

/** Who is here already came to the class as it stands. */
function refuseBegun(parties: readonly Party[]): void {
  const begun = parties.find(({ status }) => !movable.includes(status));
  if (!begun) return;
  throw new Refused('wrong_status', {
    detail: 'Somebody is checked in to this class already, so it stays where it is.',
    facts: { status: begun.status },
  });
}

/** Requests go on waiting as long as they did; the reminder follows the new time. */
async function moveParty(
  tx: TenantDb,
  party: Party,
  { to, move, reminder_minutes }: { to: Moment; move: ClassMove; reminder_minutes: number | null },
): Promise<void> {
  const { id, status } = party;
  const { actor, reason = null } = move;
  const revision = party.revision + 1;
  const moments = { from: momentOf(party), to: momentOf(to) };
  await send(
    tx,
    tenantQuery
      .updateTable('appointments')
      .set(changed(tx, party, to))
      .where('id', '=', id),
    dueDropped(tx, { appointment_id: id, kind: 'reminder' }),
    ...dueSteps(tx, { id, service: { reminder_minutes }, start: to.starts_at, expiresAt: null }),
    addChange(tx, { appointment_id: id, revision, kind: 'rescheduled', actor, reason, ...moments }),
    recording(
      tx,
      appointmentRescheduled,
      { subject_id: id, revision, actor },
      { appointment_id: id, status, ...moments.to, from: moments.from },
    ),
  );
}

/** What becomes of the row of the class, and of each party's. */
const changed = (
  tx: TenantDb,
  { revision, time_zone }: { revision: number; time_zone: string },
  { starts_at, ends_at, ...where }: Moment,
) => ({
  ...where,
  starts_at: new Date(starts_at),
  ends_at: new Date(ends_at),
  wall_start: wallText(time_zone, starts_at),
  revision: revision + 1,
  updated_at: new Date(tx.tenant.now),
});
