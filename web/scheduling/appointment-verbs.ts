import {
  type Appointment,
  approveAppointment,
  cancelAppointment,
  checkInAppointment,
  completeAppointment,
  declineAppointment,
  markNoShow,
  undoNoShow,
} from '@smooth/contract/scheduling/appointments.ts';

/** What can be done with an appointment in one step, beside moving it. */
export const verbs = {
  approve: { endpoint: approveAppointment, label: 'Approve', done: 'approved' },
  decline: { endpoint: declineAppointment, label: 'Decline', done: 'declined' },
  check_in: { endpoint: checkInAppointment, label: 'Check in', done: 'checked in' },
  complete: { endpoint: completeAppointment, label: 'Complete', done: 'completed' },
  mark_no_show: { endpoint: markNoShow, label: 'Mark as no-show', done: 'marked as no-show' },
  undo_no_show: { endpoint: undoNoShow, label: 'Undo no-show', done: 'no longer a no-show' },
  cancel: { endpoint: cancelAppointment, label: 'Cancel appointment', done: 'cancelled' },
} as const;
export type Verb = keyof typeof verbs;

const asked: ReadonlySet<Verb> = new Set(['decline', 'mark_no_show', 'cancel']);
const order: readonly Verb[] = ['approve', 'decline', 'check_in', 'complete', 'undo_no_show', 'mark_no_show', 'cancel'];

/** Whether a verb is asked about before it is done, because it is hard to take back. */
export const isAsked = (verb: Verb) => asked.has(verb);

/** What this person may do now, the most likely step first; the server says it with the object. */
export const possibleVerbs = (appointment: Appointment): Verb[] => order.filter((verb) => appointment.can[verb]);

export const whoseName = (appointment: Pick<Appointment, 'customer'>) => appointment.customer?.name ?? 'No customer';
