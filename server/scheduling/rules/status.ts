import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import type { ErrorCode } from '@smooth/contract/core/errors.ts';
import { DAY, HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Decision, Instant } from '@smooth/engine/types.ts';

/** What may happen to an appointment beside being moved. */
export type StatusVerb =
  | 'cancel'
  | 'approve'
  | 'decline'
  | 'expire'
  | 'check_in'
  | 'complete'
  | 'mark_no_show'
  | 'undo_no_show';

interface Edge {
  from: readonly AppointmentStatus[];
  to: AppointmentStatus;
  /** The first instant at which it may happen. */
  notBefore?: (appointment: Timed) => Instant;
  notAfter?: (appointment: Timed) => Instant;
  /** The time goes back to whoever wants it. */
  releases?: true;
}
interface Timed {
  starts_at: Instant;
}

const NO_SHOW_GRACE = 10 * MINUTE;

/** The status machine: one row per verb. Moving an appointment keeps its status, or asks for approval again. */
export const edges: Record<StatusVerb, Edge> = {
  cancel: { from: ['pending_payment', 'pending_approval', 'confirmed'], to: 'cancelled', releases: true },
  approve: { from: ['pending_approval'], to: 'confirmed' },
  decline: { from: ['pending_approval'], to: 'declined', releases: true },
  expire: { from: ['pending_approval', 'pending_payment'], to: 'expired', releases: true },
  check_in: { from: ['confirmed'], to: 'checked_in', notBefore: ({ starts_at }) => starts_at - 12 * HOUR },
  complete: { from: ['confirmed', 'checked_in'], to: 'completed', notBefore: ({ starts_at }) => starts_at },
  mark_no_show: { from: ['confirmed'], to: 'no_show', notBefore: ({ starts_at }) => starts_at + NO_SHOW_GRACE },
  undo_no_show: { from: ['no_show'], to: 'confirmed', notAfter: ({ starts_at }) => starts_at + 7 * DAY },
};

/** Those that still take time or may come back to it. */
export const liveStatuses = [
  'pending_payment',
  'pending_approval',
  'confirmed',
  'checked_in',
] as const satisfies AppointmentStatus[];

export const movable: readonly AppointmentStatus[] = ['pending_payment', 'pending_approval', 'confirmed'];

const ended: readonly AppointmentStatus[] = ['completed', 'expired', 'declined', 'cancelled', 'no_show'];
export const isEnded = (status: AppointmentStatus): boolean => ended.includes(status);

type StatusRefusal = Extract<ErrorCode, 'already_ended' | 'wrong_status' | 'too_early' | 'limit_reached'>;

/** Whether the verb may happen now, and the status it leads to. */
export function step(
  verb: StatusVerb,
  appointment: Timed & { status: AppointmentStatus },
  now: Instant,
): Decision<Edge, StatusRefusal> {
  const edge = edges[verb];
  if (isOpen(edge, appointment, now)) return { ok: true, value: edge };
  const { status } = appointment;
  if (!edge.from.includes(status))
    return { ok: false, code: isEnded(status) ? 'already_ended' : 'wrong_status', facts: { status } };
  const notBefore = edge.notBefore?.(appointment) ?? -Infinity;
  if (now < notBefore)
    return { ok: false, code: 'too_early', facts: { not_before: new Date(notBefore).toISOString() } };
  return { ok: false, code: 'limit_reached', facts: { status } };
}

/** The same without a reason, for lists, which ask it of every verb of every row. */
export const mayStep = (verb: StatusVerb, appointment: Timed & { status: AppointmentStatus }, now: Instant): boolean =>
  isOpen(edges[verb], appointment, now);

const isOpen = (edge: Edge, appointment: Timed & { status: AppointmentStatus }, now: Instant): boolean =>
  edge.from.includes(appointment.status) &&
  now >= (edge.notBefore?.(appointment) ?? -Infinity) &&
  now <= (edge.notAfter?.(appointment) ?? Infinity);
