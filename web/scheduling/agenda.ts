import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { ms } from '../app/format.ts';

export type AgendaEntry =
  | { kind: 'appointment'; start: string; end: string; appointment: Appointment }
  | { kind: 'class'; start: string; end: string; session: ClassSession; parties: Appointment[] };

const hidden = new Set(['cancelled', 'declined', 'expired']);

/** The day in order of time: single appointments, and classes with the parties that booked them. */
export function agendaOf(appointments: Appointment[], sessions: ClassSession[], resourceId?: string): AgendaEntry[] {
  const shown = appointments.filter(({ status }) => !hidden.has(status));
  const known = new Set(sessions.map(({ id }) => id));
  const classes = sessions
    .filter(({ status }) => status !== 'cancelled')
    .map((session) => ({
      kind: 'class' as const,
      start: session.start,
      end: session.end,
      session,
      parties: shown.filter(({ class_id }) => class_id === session.id),
    }));
  const singles = shown
    .filter(({ class_id }) => class_id === null || !known.has(class_id))
    .map((appointment) => ({
      kind: 'appointment' as const,
      start: appointment.start,
      end: appointment.end,
      appointment,
    }));
  return [...singles, ...classes]
    .filter((entry) => !resourceId || resourcesOf(entry).includes(resourceId))
    .sort(byTime);
}

/** Before which entry the line of `now` stands; null when it does not lie within the day. */
export function nowIndex(entries: AgendaEntry[], now: number, day: { start: number; end: number }): number | null {
  if (now < day.start || now >= day.end) return null;
  const later = entries.findIndex(({ start }) => ms(start) > now);
  return later === -1 ? entries.length : later;
}

export interface DayCounts {
  appointments: number;
  waiting: number;
  here: number;
  done: number;
  missed: number;
  expectedMinor: number;
}

export function countsOf(entries: AgendaEntry[]): DayCounts {
  const all = entries.flatMap((entry) => (entry.kind === 'class' ? entry.parties : [entry.appointment]));
  const having = (...statuses: string[]) => all.filter(({ status }) => statuses.includes(status)).length;
  return {
    appointments: all.length,
    waiting: having('pending_approval', 'pending_payment'),
    here: having('checked_in'),
    done: having('completed'),
    missed: having('no_show'),
    expectedMinor: all
      .filter(({ status }) => status !== 'no_show')
      .reduce((sum, { price }) => sum + price.amount_minor, 0),
  };
}

const resourcesOf = (entry: AgendaEntry) =>
  entry.kind === 'class' ? entry.session.resource_ids : entry.appointment.resource_ids;
const byTime = (a: AgendaEntry, b: AgendaEntry) => ms(a.start) - ms(b.start) || ms(a.end) - ms(b.end);
