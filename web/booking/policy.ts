import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import type { Format } from './format.ts';
import { contactIn } from './refusal.ts';
import type { Speech, TextKey } from './words/words.ts';

type Ended = Extract<TextKey, `ended_${string}`>;

/** Why nothing can be changed any more; null while the appointment stands. */
export function endOf({ status, end }: Pick<BookedAppointment, 'status' | 'end'>, now: Date): Ended | null {
  if (status === 'cancelled' || status === 'declined' || status === 'expired') return `ended_${status}`;
  if (status === 'completed' || status === 'no_show') return `ended_${status}`;
  return Date.parse(end) <= now.getTime() ? 'ended_past' : null;
}

/** Until when the customer may still do what, and whom to turn to afterwards: sentences in order. */
export function policyOf(
  appointment: BookedAppointment,
  { speech, format }: { speech: Speech; format: Format },
): string[] {
  const { text } = speech;
  const { can, cancel_until, reschedule_until, time_zone, business } = appointment;
  const until = (instant: string) => ({ time: format.moment(instant, time_zone) });
  const contact = contactIn(speech, business);
  if (can.cancel && can.reschedule && cancel_until === reschedule_until)
    return [text('policy_both', until(cancel_until)), text('afterwards_contact', { contact })];
  if (!can.cancel && !can.reschedule && cancel_until === reschedule_until)
    return [text('policy_over', until(cancel_until)), text('now_contact', { contact })];
  return [
    can.reschedule ? text('policy_move', until(reschedule_until)) : text('policy_move_over', until(reschedule_until)),
    can.cancel ? text('policy_cancel', until(cancel_until)) : text('policy_cancel_over', until(cancel_until)),
    can.cancel || can.reschedule ? text('afterwards_contact', { contact }) : text('now_contact', { contact }),
  ];
}
