import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import * as events from '@smooth/contract/scheduling/events.ts';
import type { Actor } from '../../core/actor.ts';
import { unwrap } from '../../core/errors.ts';
import { recording } from '../../core/events/record.ts';
import { type Compilable, send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { type AppointmentRow, lockAppointment, readAppointment } from '../queries/appointments.ts';
import { addChange, momentOf } from '../queries/changes.ts';
import { claimSteps, deleteClaims, deleteFormerClaims, raiseBusy } from '../queries/claims.ts';
import { dueDropped, dueSteps } from '../queries/due.ts';
import { rulesIn } from '../queries/rules.ts';
import { cancellation } from '../rules/notice.ts';
import { owedAfter } from '../rules/price.ts';
import { edges, step, type StatusVerb } from '../rules/status.ts';
import { refuseStale } from './revision.ts';
import { takeSeats } from './seats.ts';

export interface StatusChange {
  id: string;
  /** Null for a customer's link and for what the clock does. */
  revision: number | null;
  reason?: string | undefined;
  actor: Actor;
}

/** Takes an appointment along one edge of the status machine: guards, the new status, its time, history and one event. */
export async function changeStatus(tx: TenantDb, verb: StatusVerb, change: StatusChange): Promise<AppointmentRow> {
  const before = await lockAppointment(tx, change.id);
  await refuseStale(tx, before, change.revision, change.actor);
  const { late } = guard(verb, before, change.actor, tx.tenant.now);
  const revision = before.revision + 1;
  const after = stateAfter(verb, before);
  await send(
    tx,
    tenantQuery
      .updateTable('appointments')
      .set({ ...after.row, revision, updated_at: new Date(tx.tenant.now) })
      .where('id', '=', change.id),
    ...timeSteps(verb, before),
    ...(await dueAfter(tx, after.row.status, before)),
    addChange(tx, {
      appointment_id: change.id,
      revision,
      kind: kinds[verb],
      actor: change.actor,
      reason: change.reason ?? null,
      from: { status: before.status, ...momentOf(before) },
      to: { status: after.row.status, ...after.moment },
    }),
    recorded(tx, verb, { change, revision, status: after.row.status, late }),
  );
  return readAppointment(tx, change.id);
}

/** A request nobody answered in time lapses; one that was answered meanwhile is left alone. */
export async function expireApproval(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  const { status, expires_at } = await lockAppointment(tx, id);
  if (status !== 'pending_approval' || (expires_at ?? 0) > tx.tenant.now) return;
  await changeStatus(tx, 'expire', { id, revision: null, actor });
}

function guard(verb: StatusVerb, row: AppointmentRow, actor: Actor, now: number): { late: boolean } {
  if (verb !== 'expire') appointmentPolicy.demand(actor, `appointment.${verb}`, row);
  unwrap(step(verb, row, now));
  return verb === 'cancel' ? unwrap(cancellation(row, actor, now)) : { late: false };
}

/** A move that is declined or lapses falls back to the confirmed time; everything else goes where the edge leads. */
function stateAfter(verb: StatusVerb, before: AppointmentRow) {
  const { fallback } = before;
  if (fallback && edges[verb].releases && verb !== 'cancel') {
    const { starts_at, ends_at, wall_start, location_id, resource_ids, assignment_reason } = fallback;
    const price_minor = fallback.price_minor ?? before.price_minor;
    const times = {
      starts_at: new Date(starts_at),
      ends_at: new Date(ends_at),
      wall_start,
      location_id,
      resource_ids,
      assignment_reason,
      price_minor,
      payment_status: owedAfter(before.payment_status, price_minor),
    };
    return { row: { status: 'confirmed' as AppointmentStatus, ...cleared, ...times }, moment: momentOf(fallback) };
  }
  return { row: { status: edges[verb].to, ...cleared }, moment: momentOf(before) };
}

const cleared = { fallback: null, expires_at: null };

/** What happens to the time of an appointment: let go, fallen back to, or kept. */
function timeSteps(verb: StatusVerb, before: AppointmentRow): Compilable[] {
  const { id, fallback, class_id, party_size } = before;
  const touched = raiseBusy([...new Set([...before.resource_ids, ...(fallback?.resource_ids ?? [])])].sort());
  if (!edges[verb].releases) return fallback ? [deleteFormerClaims(id), touched] : [];
  const freed = [deleteClaims({ column: 'appointment_id', id }), touched];
  if (class_id) return [...freed, takeSeats(class_id, -party_size)];
  return fallback && verb !== 'cancel' ? [...freed, ...claimSteps(fallback.claims, { appointment_id: id })] : freed;
}

async function dueAfter(tx: TenantDb, status: AppointmentStatus, before: AppointmentRow): Promise<Compilable[]> {
  if (status === 'checked_in') return [];
  const dropped = dueDropped(tx, { appointment_id: before.id });
  if (status !== 'confirmed') return [dropped];
  const service = (await rulesIn(tx)).services.get(before.service_id);
  const start = before.fallback && before.status === 'pending_approval' ? before.fallback.starts_at : before.starts_at;
  return [
    dropped,
    ...dueSteps(tx, { id: before.id, service: service ?? { reminder_minutes: null }, start, expiresAt: null }),
  ];
}

const kinds: Record<StatusVerb, string> = {
  cancel: 'cancelled',
  approve: 'approved',
  decline: 'declined',
  expire: 'expired',
  check_in: 'checked_in',
  complete: 'completed',
  mark_no_show: 'no_show',
  undo_no_show: 'no_show_reversed',
};

const plainEvents = {
  approve: events.appointmentApproved,
  expire: events.appointmentExpired,
  check_in: events.appointmentCheckedIn,
  complete: events.appointmentCompleted,
  mark_no_show: events.appointmentNoShow,
  undo_no_show: events.appointmentNoShowReversed,
};

interface Recorded {
  change: StatusChange;
  revision: number;
  status: AppointmentStatus;
  late: boolean;
}

/** Exactly one event per edge. */
function recorded(tx: TenantDb, verb: StatusVerb, { change, revision, status, late }: Recorded) {
  const fact = { subject_id: change.id, revision, actor: change.actor };
  const about = { appointment_id: change.id, status };
  const reason = change.reason ?? null;
  if (verb === 'cancel') return recording(tx, events.appointmentCancelled, fact, { ...about, late, reason });
  if (verb === 'decline') return recording(tx, events.appointmentDeclined, fact, { ...about, reason });
  return recording(tx, plainEvents[verb], fact, about);
}
