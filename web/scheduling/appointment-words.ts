import type { Appointment, AppointmentChange } from '@smooth/contract/scheduling/appointments.ts';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import type { Format } from '../app/format.ts';

export const sourceWords: Record<Appointment['source'], string> = {
  public: 'on the booking page',
  staff: 'by the team',
  api: 'through the API',
};

export const paymentWords: Record<Appointment['payment_status'], string> = {
  none: 'nothing to pay',
  on_site: 'to pay on site',
  paid: 'paid',
  refunded: 'refunded',
};

const reasons: Record<string, string> = {
  chosen: 'as chosen',
  kept: 'kept when it was moved',
  only_candidate: 'the only one free',
  least_booked: 'had the fewest bookings',
  stable_order: 'first in order',
};
/** Why these resources were taken; words of the engine become words for people. */
export const reasonWords = (reason: string): string =>
  `(${reason
    .split(/[,;]\s*/)
    .map((part) => reasons[part] ?? part.replaceAll('_', ' '))
    .join(', ')})`;

const changes: Record<string, string> = {
  booked: 'Booked',
  rescheduled: 'Moved',
  cancelled: 'Cancelled',
  approved: 'Approved',
  declined: 'Declined',
  checked_in: 'Checked in',
  completed: 'Completed',
  no_show: 'Marked as no-show',
  marked_no_show: 'Marked as no-show',
  no_show_undone: 'No-show undone',
  no_show_reversed: 'No-show undone',
  expired: 'Lapsed without an answer',
  edited: 'Notes changed',
  notes_changed: 'Notes changed',
};

/** One line of the history: what happened, and from where to where when it was moved. */
export function changeWords(change: AppointmentChange, format: Format): string {
  const word = changes[change.kind] ?? sentence(change.kind);
  const [from, to] = [change.from?.['start'], change.to?.['start']];
  if (typeof from !== 'string' || typeof to !== 'string' || from === to) return word;
  return `${word} from ${format.dateTime(from)} to ${format.dateTime(to)}`;
}

/** The customer's answers under the questions as they read now. */
export function answersOf({ answers }: Pick<Appointment, 'answers'>, service?: Pick<Service, 'questions'>) {
  return Object.entries(answers).map(([key, answer]) => ({
    label: service?.questions.find((question) => question.key === key)?.label ?? sentence(key),
    answer: typeof answer === 'boolean' ? (answer ? 'Yes' : 'No') : answer,
  }));
}

const sentence = (key: string) => {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
