import { z } from 'zod';
import { event } from '../core/event.ts';
import { Id, InstantText, Reason } from '../core/fields.ts';
import { AppointmentStatus } from './appointments.ts';

const subject = { appointment_id: Id, status: AppointmentStatus };
const moment = { start: InstantText, end: InstantText, resource_ids: z.array(Id) };

export const appointmentBooked = event('appointment.booked', z.object({ ...subject, ...moment }));
export const appointmentRescheduled = event(
  'appointment.rescheduled',
  z.object({ ...subject, ...moment, from: z.object(moment) }),
);
export const appointmentCancelled = event(
  'appointment.cancelled',
  z.object({ ...subject, late: z.boolean(), reason: Reason.nullable() }),
);
export const appointmentApproved = event('appointment.approved', z.object(subject));
export const appointmentDeclined = event('appointment.declined', z.object({ ...subject, reason: Reason.nullable() }));
export const appointmentExpired = event('appointment.expired', z.object(subject));
export const appointmentCheckedIn = event('appointment.checked_in', z.object(subject));
export const appointmentCompleted = event('appointment.completed', z.object(subject));
export const appointmentNoShow = event('appointment.no_show', z.object(subject));
export const appointmentNoShowReversed = event('appointment.no_show_reversed', z.object(subject));
export const appointmentChanged = event('appointment.changed', z.object(subject));

const ofClass = { class_id: Id };
export const classScheduled = event('class.scheduled', z.object(ofClass));
export const classChanged = event('class.changed', z.object(ofClass));
export const classRescheduled = event('class.rescheduled', z.object({ ...ofClass, ...moment, from: z.object(moment) }));
export const classCancelled = event('class.cancelled', z.object({ ...ofClass, reason: Reason.nullable() }));

const configured = z.object({ id: Id });
const lifeOf = <const Name extends string>(name: Name) => ({
  created: event(`${name}.created`, configured),
  changed: event(`${name}.changed`, configured),
  deleted: event(`${name}.deleted`, configured),
});
export const locationEvents = lifeOf('location');
export const resourceEvents = lifeOf('resource');
const typed = z.object({ id: Id, key: z.string() });
export const resourceTypeEvents = {
  created: event('resource_type.created', typed),
  changed: event('resource_type.changed', typed),
  deleted: event('resource_type.deleted', typed),
};
export const serviceEvents = lifeOf('service');
export const blockEvents = lifeOf('block');
export const closureEvents = lifeOf('closure');
const timeOff = z.object({ id: Id, resource_id: Id });
export const timeOffRequested = event('time_off.requested', timeOff);
export const timeOffApproved = event('time_off.approved', timeOff);
export const timeOffDeclined = event('time_off.declined', timeOff);
export const timeOffWithdrawn = event('time_off.withdrawn', timeOff);
export const feedEvents = lifeOf('feed');
export const customerEvents = lifeOf('customer');
export const customerMerged = event('customer.merged', z.object({ id: Id, merged_id: Id }));
export const customerErased = event('customer.erased', z.object({ id: Id, message_ids: z.array(Id) }));
export const customerImportRequested = event('customer.import_requested', configured);
export const customersImported = event(
  'customer.imported',
  z.object({ import_id: Id, added: z.int(), changed: z.int() }),
);
