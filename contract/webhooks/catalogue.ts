import type { EventType } from '../core/event.ts';
import * as sandbox from '../sandbox/events.ts';
import * as scheduling from '../scheduling/events.ts';
import { businessChanged } from '../tenancy/business.ts';
import * as webhooks from './events.ts';

/** One type of event as it is shown to developers. */
export interface EventEntry {
  event: EventType;
  description: string;
  /** What `data` may look like. */
  example: Record<string, unknown>;
}

const id = '0198f3a2-6c1e-7b5d-9a40-3f2c8d1e5b77';
const other = '0198f3a2-7d20-7c11-8e52-51b0a9f4c6d3';
const life = { id };
const appointment = { appointment_id: id, status: 'confirmed' };
const moment = { start: '2026-07-14T08:00:00Z', end: '2026-07-14T09:00:00Z', resource_ids: [other] };
const before = { start: '2026-07-13T12:00:00Z', end: '2026-07-13T13:00:00Z', resource_ids: [other] };
const ofClass = { class_id: id };
const timeOff = { id, resource_id: other };

const entry = (event: EventType, description: string, example: Record<string, unknown>): EventEntry => ({
  event,
  description,
  example,
});

const lifeOf = (
  events: { created: EventType; changed: EventType; deleted: EventType },
  thing: string,
  example: Record<string, unknown> = life,
) => [
  entry(events.created, `${thing} was added`, example),
  entry(events.changed, `${thing} was changed`, example),
  entry(events.deleted, `${thing} was deleted`, example),
];

const appointments = [
  entry(scheduling.appointmentBooked, 'An appointment was booked, or asked for where it needs approval', {
    ...appointment,
    ...moment,
  }),
  entry(scheduling.appointmentRescheduled, 'An appointment was moved to another time or resource', {
    ...appointment,
    ...moment,
    from: before,
  }),
  entry(scheduling.appointmentCancelled, 'An appointment was cancelled, by the customer or the business', {
    appointment_id: id,
    status: 'cancelled',
    late: false,
    reason: 'I am ill',
  }),
  entry(scheduling.appointmentApproved, 'A request, or the move of one, was approved', appointment),
  entry(scheduling.appointmentDeclined, 'A request, or the move of one, was declined', {
    appointment_id: id,
    status: 'declined',
    reason: null,
  }),
  entry(scheduling.appointmentExpired, 'Nobody decided about a request in time', {
    appointment_id: id,
    status: 'expired',
  }),
  entry(scheduling.appointmentCheckedIn, 'The customer has arrived', { appointment_id: id, status: 'checked_in' }),
  entry(scheduling.appointmentCompleted, 'An appointment was completed', { appointment_id: id, status: 'completed' }),
  entry(scheduling.appointmentNoShow, 'The customer did not come', { appointment_id: id, status: 'no_show' }),
  entry(scheduling.appointmentNoShowReversed, 'A no-show was taken back', appointment),
  entry(scheduling.appointmentChanged, 'The notes of an appointment were changed', appointment),
];

const classes = [
  entry(scheduling.classScheduled, 'A class was scheduled', ofClass),
  entry(scheduling.classChanged, 'The seats or notes of a class were changed', ofClass),
  entry(scheduling.classRescheduled, 'A class was moved to another time or resource', {
    ...ofClass,
    ...moment,
    from: before,
  }),
  entry(scheduling.classCancelled, 'A class was called off', { ...ofClass, reason: 'The teacher is ill' }),
];

const people = [
  ...lifeOf(scheduling.customerEvents, 'A customer'),
  entry(scheduling.customerMerged, 'Two records of one customer were merged; merged_id is gone', {
    id,
    merged_id: other,
  }),
  entry(scheduling.customerErased, 'A customer was erased for good: forget them as well', { id, message_ids: [other] }),
  entry(scheduling.customerImportRequested, 'An import of customers was started', life),
  entry(scheduling.customersImported, 'An import of customers has ended', { import_id: id, added: 42, changed: 3 }),
  entry(scheduling.timeOffRequested, 'Somebody of the team asked for time off', timeOff),
  entry(scheduling.timeOffApproved, 'Time off was approved', timeOff),
  entry(scheduling.timeOffDeclined, 'Time off was declined', timeOff),
  entry(scheduling.timeOffWithdrawn, 'A request for time off was withdrawn', timeOff),
];

const configuration = [
  entry(businessChanged, 'Name, address or settings of the business were changed', life),
  ...lifeOf(scheduling.locationEvents, 'A location'),
  ...lifeOf(scheduling.resourceEvents, 'A resource'),
  ...lifeOf(scheduling.resourceTypeEvents, 'A kind of resource', { id, key: 'boat' }),
  ...lifeOf(scheduling.serviceEvents, 'A service'),
  ...lifeOf(scheduling.blockEvents, 'Time off of a resource'),
  ...lifeOf(scheduling.closureEvents, 'A closure'),
  ...lifeOf(scheduling.feedEvents, 'A calendar address'),
];

const developers = [
  ...lifeOf(webhooks.webhookEvents, 'A webhook'),
  entry(webhooks.webhookSecretRotated, 'A webhook got a new secret', life),
  entry(webhooks.webhookTested, 'Somebody asked for a test; it goes to that webhook alone', life),
  entry(webhooks.webhookResent, 'Somebody had events sent again', life),
  entry(webhooks.webhookDisabled, 'A webhook was switched off after five days without a success', life),
  entry(sandbox.sandboxReset, 'The sandbox was emptied', { world: 'empty' }),
  entry(sandbox.sandboxFilled, 'A sample world was filled into the sandbox', { world: 'salon' }),
  entry(sandbox.sandboxClockMoved, 'The clock of the sandbox was moved ahead', { now: '2026-07-15T08:00:00Z' }),
];

/** Types of events by what they are about, in the order in which they are shown. */
export const eventGroups = { appointments, classes, people, configuration, developers } as const;
export type EventGroup = keyof typeof eventGroups;

/** Every type of event that is recorded. A test holds it against the code. */
export const eventCatalogue: readonly EventEntry[] = Object.values(eventGroups).flat();

export const eventTypeNames = eventCatalogue.map(({ event: { type } }) => type) as [string, ...string[]];
