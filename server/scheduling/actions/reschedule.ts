import { appointmentRescheduled } from '@smooth/contract/scheduling/events.ts';
import { minutesBetween } from '@smooth/engine/instant.ts';
import { termsWith } from '@smooth/engine/terms.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Actor, isBusiness } from '../../core/actor.ts';
import { fieldRefusal, Refused, unwrap } from '../../core/errors.ts';
import { recording } from '../../core/events/record.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { StoredFallback } from '../../schema/tenant-tables.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { type AppointmentRow, lockAppointment, readAppointment } from '../queries/appointments.ts';
import { addChange, momentOf } from '../queries/changes.ts';
import { claimSteps, claimsOf, deleteClaims, insertClaims, type LaneClaim, raiseBusy } from '../queries/claims.ts';
import { dueDropped, dueSteps } from '../queries/due.ts';
import { rulesIn } from '../queries/rules.ts';
import { approvalUntil } from '../rules/approval.ts';
import { without } from '../rules/lanes.ts';
import { moving } from '../rules/notice.ts';
import { isEnded, movable } from '../rules/status.ts';
import { owedAfter, priceAfterMove } from '../rules/price.ts';
import { wallText } from '../rules/wall.ts';
import { lasting, place, serviceIn } from './place.ts';
import { refuseStale } from './revision.ts';
import { demandReason, foundAt, withoutResource } from './room.ts';

export interface Move {
  id: string;
  /** Null for a customer's link, which always means the appointment as it is. */
  revision: number | null;
  start: Instant;
  /** Of the business only; absent, it lasts as long as before. */
  duration_minutes?: number | undefined;
  resource_ids?: readonly string[] | undefined;
  reason?: string | undefined;
  allow_overlap?: boolean;
  overlap_reason?: string | undefined;
  actor: Actor;
}

/**
 * Moves an appointment: it keeps its id, and the old time is let go only together with the taking of the new one. Where the
 * service needs approval, a customer's move waits for it and the old time stays theirs until then.
 */
export async function reschedule(tx: TenantDb, move: Move): Promise<AppointmentRow> {
  const before = await lockAppointment(tx, move.id);
  await refuseStale(tx, before, move.revision, move.actor);
  refuseUnmovable(before, move.actor, tx.tenant.now);
  const rules = await rulesIn(tx);
  const service = serviceIn(rules, before.service_id);
  const usual = termsWith(rules.schedule, service, before.resource_ids);
  const where = await newRoom(tx, before, move, usual.duration_minutes);
  const price_minor = priceAfterMove({ before, was: usual.price_minor, is: where.price_minor });
  const waits = service.needs_approval && !isBusiness(move.actor);
  const expiresAt = waits ? approvalUntil(tx.tenant.now, where.start) : null;
  const revision = before.revision + 1;
  const moment = momentOf({ starts_at: where.start, ends_at: where.end, resource_ids: where.resource_ids });
  const status = waits ? ('pending_approval' as const) : before.status;
  // Whoever moves a request, what was confirmed before it stays the customer's.
  const fallback = before.fallback ?? (waits ? await fallbackOf(tx, before) : null);
  await send(
    tx,
    ...moveClaims(before, where.lanes, fallback),
    tenantQuery
      .updateTable('appointments')
      .set({
        revision,
        status,
        starts_at: new Date(where.start),
        ends_at: new Date(where.end),
        wall_start: wallText(before.time_zone, where.start),
        location_id: where.location_id ?? before.location_id,
        resource_ids: where.resource_ids,
        assignment_reason: where.assignment_reason,
        price_minor,
        payment_status: owedAfter(before.payment_status, price_minor),
        overlap_reason: where.lanes.some(({ exclusive }) => !exclusive) ? (move.overlap_reason ?? null) : null,
        expires_at: expiresOf(before, expiresAt),
        fallback: fallback && JSON.stringify(fallback),
        updated_at: new Date(tx.tenant.now),
      })
      .where('id', '=', move.id),
    dueDropped(tx, { appointment_id: move.id }),
    ...dueSteps(tx, { id: move.id, service, start: where.start, expiresAt: expiresAt ?? pendingUntil(before) }),
    addChange(tx, {
      appointment_id: move.id,
      revision,
      kind: 'rescheduled',
      actor: move.actor,
      reason: move.reason ?? move.overlap_reason ?? null,
      from: momentOf(before),
      to: moment,
    }),
    recording(
      tx,
      appointmentRescheduled,
      { subject_id: move.id, revision, actor: move.actor },
      { appointment_id: move.id, status, ...moment, from: momentOf(before) },
    ),
  );
  return readAppointment(tx, move.id);
}

/** A request that waited already goes on waiting as long as it did. */
const pendingUntil = (before: AppointmentRow) => (before.status === 'pending_approval' ? before.expires_at : null);

function expiresOf(before: AppointmentRow, expiresAt: Instant | null): Date | null {
  const until = expiresAt ?? pendingUntil(before);
  return until === null ? null : new Date(until);
}

function refuseUnmovable(row: AppointmentRow, actor: Actor, now: Instant): void {
  appointmentPolicy.demand(actor, 'appointment.reschedule', row);
  if (isEnded(row.status)) throw new Refused('already_ended', { facts: { status: row.status } });
  if (!movable.includes(row.status) || row.class_id !== null) {
    throw new Refused('wrong_status', {
      detail: 'A seat in a class is moved by cancelling it and booking another one.',
      facts: { status: row.status },
    });
  }
  unwrap(moving(row, actor, now));
}

async function newRoom(tx: TenantDb, before: AppointmentRow, move: Move, usualMinutes: number) {
  const rules = await rulesIn(tx);
  const audience = isBusiness(move.actor) ? 'business' : 'customer';
  const duration_minutes = durationOf(before, move, usualMinutes);
  const service = lasting(serviceIn(rules, before.service_id), duration_minutes);
  const unassigned =
    move.resource_ids?.length === 0 || (move.resource_ids === undefined && before.resource_ids.length === 0);
  if (audience === 'business' && unassigned && service.requires.length > 0) return withoutResource(move.start, service);
  const placed = await place(tx, rules, {
    service_id: before.service_id,
    duration_minutes,
    start: move.start,
    audience,
    resource_ids: move.resource_ids ?? [],
    keep: before.resource_ids,
    ignore: [before.id],
    allow_overlap: audience === 'business' && move.allow_overlap === true,
  });
  demandReason(placed, move.overlap_reason);
  const found = foundAt(placed);
  // The right belongs to whose time is gone over, not to whose appointment it is.
  if (placed.needs_reason) appointmentPolicy.demand(move.actor, 'appointment.overlap', { ...found, customer_id: null });
  return found;
}

/**
 * A length that the business gave an appointment stays; the usual one becomes the usual one of whoever does it now. A
 * customer's move is measured by what is on offer.
 */
function durationOf(before: AppointmentRow, { actor, duration_minutes }: Move, usual: number): number | undefined {
  const minutes = minutesBetween(before.starts_at, before.ends_at);
  if (isBusiness(actor)) return duration_minutes ?? (minutes === usual ? undefined : minutes);
  if (duration_minutes === undefined) return undefined;
  throw fieldRefusal('/body/duration_minutes', 'Only the business changes how long an appointment lasts', 'forbidden');
}

async function fallbackOf(tx: TenantDb, before: AppointmentRow): Promise<StoredFallback | null> {
  if (before.status !== 'confirmed') return null;
  const [claims] = await send(tx, claimsOf(before.id));
  const { starts_at, ends_at, wall_start, location_id, resource_ids, assignment_reason, price_minor } = before;
  return { starts_at, ends_at, wall_start, location_id, resource_ids, assignment_reason, price_minor, claims };
}

/** The new time is taken; of the old one stays what the fallback needs and the new one does not cover. */
function moveClaims(before: AppointmentRow, lanes: readonly LaneClaim[], fallback: StoredFallback | null) {
  const owner = { appointment_id: before.id };
  const kept = fallback ? without(fallback.claims, lanes) : [];
  const touched = [...new Set([...before.resource_ids, ...(fallback?.resource_ids ?? [])])].sort();
  return [
    deleteClaims({ column: 'appointment_id', id: before.id }),
    ...(touched.length > 0 ? [raiseBusy(touched)] : []),
    ...claimSteps(lanes, owner),
    ...(kept.length > 0 ? [insertClaims(kept, owner, true)] : []),
  ];
}
