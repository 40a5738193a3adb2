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
import { type PlainKey, type SpeechOf } from '../words/use-speech.tsx';

/** What can be done with an appointment in one step, beside moving it. */
export const verbs = {
  approve: { endpoint: approveAppointment, label: 'verb_approve', done: 'done_approve' },
  decline: { endpoint: declineAppointment, label: 'verb_decline', done: 'done_decline' },
  check_in: { endpoint: checkInAppointment, label: 'verb_check_in', done: 'done_check_in' },
  complete: { endpoint: completeAppointment, label: 'verb_complete', done: 'done_complete' },
  mark_no_show: { endpoint: markNoShow, label: 'verb_mark_no_show', done: 'done_mark_no_show' },
  undo_no_show: { endpoint: undoNoShow, label: 'verb_undo_no_show', done: 'done_undo_no_show' },
  cancel: { endpoint: cancelAppointment, label: 'verb_cancel', done: 'done_cancel' },
} as const satisfies Record<string, { endpoint: unknown; label: PlainKey<'scheduling'>; done: string }>;
export type Verb = keyof typeof verbs;

const asked: ReadonlySet<Verb> = new Set(['decline', 'mark_no_show', 'cancel']);
const order: readonly Verb[] = ['approve', 'decline', 'check_in', 'complete', 'undo_no_show', 'mark_no_show', 'cancel'];

/** Whether a verb is asked about before it is done, because it is hard to take back. */
export const isAsked = (verb: Verb) => asked.has(verb);

/** What this person may do now, the most likely step first; the server says it with the object. */
export const possibleVerbs = (appointment: Appointment): Verb[] => order.filter((verb) => appointment.can[verb]);

export const whoseName = (appointment: Pick<Appointment, 'customer'>, { text }: SpeechOf<'scheduling'>): string =>
  appointment.customer?.name ?? text('no_customer');
