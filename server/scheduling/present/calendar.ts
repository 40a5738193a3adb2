import type { Instant } from '@smooth/engine/types.ts';
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
  type ICalOrganizer,
} from 'ical-generator';

export interface CalendarEntry {
  appointment: { id: string; revision: number; status: string; starts_at: Instant; ends_at: Instant };
  /** REQUEST and CANCEL belong into a mail, PUBLISH is for a download. */
  method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
  summary: string;
  /** Says the time of the place with its zone, because the instants are in UTC. */
  description: string;
  location: string | null;
  organizer: { name: string; email: string };
  attendee: { name: string; email: string } | null;
  /** The host of the installation: the second half of the identity, the same in every message. */
  host: string;
  /** When this was said. */
  stamp: Instant;
  /** Where the appointment can be managed. */
  url?: string;
}

/**
 * One appointment as iCalendar (RFC 5545, RFC 5546). Instants are in UTC, so no reader can be an hour off. The identity
 * stays and the sequence rises with each revision, so that a change replaces what came before it.
 */
export function calendarOf(entry: CalendarEntry): string {
  const { appointment, method, organizer, attendee } = entry;
  const calendar = new ICalCalendar({
    prodId: { company: 'SmoothSchedule', product: 'Appointments' },
    method: ICalCalendarMethod[method],
  });
  const event = calendar.createEvent({
    id: `${appointment.id}@${entry.host}`,
    sequence: appointment.revision - 1,
    stamp: new Date(entry.stamp),
    start: new Date(appointment.starts_at),
    end: new Date(appointment.ends_at),
    summary: entry.summary,
    description: entry.description,
    location: entry.location,
    organizer: { name: organizer.name, email: organizer.email } satisfies ICalOrganizer,
    status: statusOf(appointment.status, method),
    ...(entry.url !== undefined && { url: entry.url }),
  });
  if (attendee) {
    event.createAttendee({ ...attendee, rsvp: false, status: ICalAttendeeStatus.ACCEPTED, role: ICalAttendeeRole.REQ });
  }
  return calendar.toString();
}

export function statusOf(status: string, method: CalendarEntry['method']): ICalEventStatus {
  if (method === 'CANCEL' || ['cancelled', 'declined', 'expired'].includes(status)) return ICalEventStatus.CANCELLED;
  return status.startsWith('pending') ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
