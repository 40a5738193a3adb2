import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';

export const customerTemplates = [
  'booked',
  'requested',
  'rescheduled',
  'reschedule_requested',
  'approved',
  'cancelled',
  'declined',
  'expired',
  'move_declined',
  'move_expired',
  'reminder',
] as const;
export type CustomerTemplate = (typeof customerTemplates)[number];

export const businessTemplates = ['note_booked', 'note_requested', 'note_rescheduled', 'note_cancelled'] as const;
export type BusinessTemplate = (typeof businessTemplates)[number];

export type Template = CustomerTemplate | BusinessTemplate;

/** The appointment as it is now, when its event is reacted to. */
export interface Standing {
  status: AppointmentStatus;
  starts_at: Instant;
  ends_at: Instant;
}

/** What happened, as far as it decides who hears what. */
export interface Occurrence {
  type: string;
  actor: { kind: string };
  payload: {
    status?: string;
    start?: string;
    end?: string;
    from?: { start: string; end: string };
    reason?: string | null;
  };
}

const STANDS: readonly AppointmentStatus[] = ['confirmed', 'checked_in', 'completed'];

/**
 * What the customer is told. Never what is not true any more: a confirmation of what has ended meanwhile, or a time that
 * was moved once more, is left to the message of the later event. Nothing is said about what is over.
 */
export function customerTemplate(event: Occurrence, now: Standing, at: Instant): CustomerTemplate | null {
  if (now.ends_at <= at) return null;
  switch (event.type) {
    case 'appointment.booked':
      return bookedTemplate(event, now);
    case 'appointment.rescheduled':
      return rescheduledTemplate(event, now);
    case 'appointment.approved':
      return STANDS.includes(now.status) ? 'approved' : null;
    case 'appointment.cancelled':
      return now.status === 'cancelled' ? 'cancelled' : null;
    case 'appointment.declined':
      return endedTemplate(now, 'declined', 'move_declined');
    case 'appointment.expired':
      return endedTemplate(now, 'expired', 'move_expired');
    default:
      return null;
  }
}

function bookedTemplate({ payload }: Occurrence, { status }: Standing): CustomerTemplate | null {
  if (payload.status === 'pending_approval') return status === 'pending_approval' ? 'requested' : null;
  return STANDS.includes(status) ? 'booked' : null;
}

function rescheduledTemplate({ payload }: Occurrence, now: Standing): CustomerTemplate | null {
  const { start, end, from } = payload;
  if (parseInstant(String(start)) !== now.starts_at || parseInstant(String(end)) !== now.ends_at) return null;
  if (from && from.start === start && from.end === end) return null;
  if (now.status === 'pending_approval') return 'reschedule_requested';
  return STANDS.includes(now.status) ? 'rescheduled' : null;
}

/** A move that was not granted leaves the appointment at the time it had. */
function endedTemplate(now: Standing, end: 'declined' | 'expired', move: CustomerTemplate): CustomerTemplate | null {
  if (now.status === end) return end;
  return STANDS.includes(now.status) ? move : null;
}

const notes: Partial<Record<CustomerTemplate, BusinessTemplate>> = {
  booked: 'note_booked',
  requested: 'note_requested',
  rescheduled: 'note_rescheduled',
  reschedule_requested: 'note_requested',
  cancelled: 'note_cancelled',
};

/** What the business is told: of what its customers do, not of what its own people do. */
export const businessTemplate = (event: Occurrence, customer: CustomerTemplate | null): BusinessTemplate | null =>
  (event.actor.kind === 'customer' && customer && notes[customer]) || null;

/** A reminder is for what is confirmed and still to come. */
export const isReminded = ({ status, starts_at }: Standing, at: Instant): boolean =>
  status === 'confirmed' && starts_at > at;

/** What goes with an e-mail for the customer's calendar; a cancellation only takes back what was sent before. */
export function calendarMethod(template: Template, wasInvited: boolean): 'REQUEST' | 'CANCEL' | null {
  if (INVITING.includes(template)) return 'REQUEST';
  return ENDING.includes(template) && wasInvited ? 'CANCEL' : null;
}

const INVITING: readonly Template[] = ['booked', 'approved', 'rescheduled', 'move_declined', 'move_expired'];
const ENDING: readonly Template[] = ['cancelled', 'declined', 'expired'];
