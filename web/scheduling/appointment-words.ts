import type { Appointment, AppointmentChange } from '@smooth/contract/scheduling/appointments.ts';
import type { Service } from '@smooth/contract/scheduling/services.ts';
import { type PlainKey, type SpeechOf } from '../words/use-speech.tsx';
import type { Format } from '../app/format.ts';

const assigned = ['chosen', 'kept', 'only_candidate', 'least_booked', 'stable_order'] as const;

/** Why these resources were taken; words of the engine become words for people. */
export function reasonWords(reason: string, { text }: SpeechOf<'scheduling'>): string {
  const wordsOf = (part: string) => {
    const known = assigned.find((one) => one === part);
    return known ? text(`assigned_${known}`) : part.replaceAll('_', ' ');
  };
  return `(${reason
    .split(/[,;]\s*/)
    .map(wordsOf)
    .join(', ')})`;
}

const changes: Record<string, PlainKey<'scheduling'>> = {
  booked: 'change_booked',
  rescheduled: 'change_rescheduled',
  cancelled: 'change_cancelled',
  approved: 'change_approved',
  declined: 'change_declined',
  checked_in: 'change_checked_in',
  completed: 'change_completed',
  no_show: 'change_no_show',
  marked_no_show: 'change_no_show',
  no_show_undone: 'change_no_show_undone',
  no_show_reversed: 'change_no_show_undone',
  expired: 'change_expired',
  edited: 'change_edited',
  notes_changed: 'change_edited',
};

/** One line of the history: what happened, and from where to where when it was moved. */
export function changeWords(change: AppointmentChange, format: Format, { text }: SpeechOf<'scheduling'>): string {
  const [from, to] = [change.from?.['start'], change.to?.['start']];
  if (typeof from === 'string' && typeof to === 'string' && from !== to)
    return text('change_rescheduled_times', { from: format.dateTime(from), to: format.dateTime(to) });
  const known = changes[change.kind];
  return known ? text(known) : sentence(change.kind);
}

/** The customer's answers under the questions as they read now. */
export function answersOf(
  { answers }: Pick<Appointment, 'answers'>,
  service: Pick<Service, 'questions'> | undefined,
  { text }: SpeechOf<'scheduling'>,
) {
  return Object.entries(answers).map(([key, answer]) => ({
    label: service?.questions.find((question) => question.key === key)?.label ?? sentence(key),
    answer: typeof answer === 'boolean' ? text(answer ? 'yes' : 'no') : answer,
  }));
}

const sentence = (key: string) => {
  const words = key.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
