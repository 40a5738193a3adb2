import type { BookingService } from '@smooth/contract/booking/booking.ts';
import type { Problem } from '@smooth/contract/core/endpoint.ts';
import type { Details } from './draft.ts';
import type { TextKey } from './words/words.ts';

export type Fault = Extract<TextKey, `${string}_missing` | `${string}_shape`>;

/** What a field still needs, by the field's name: `name`, `email`, `phone` or `answer.<key>`. */
export type Faults = Record<string, Fault>;

type Asked = Pick<BookingService, 'needs_phone' | 'questions'>;

export function faultsIn(details: Details, { needs_phone, questions }: Asked): Faults {
  const faults: Faults = {};
  if (!details.name.trim()) faults['name'] = 'name_missing';
  if (!details.email.trim()) faults['email'] = 'email_missing';
  else if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(details.email.trim())) faults['email'] = 'email_shape';
  if (needs_phone && !details.phone.trim()) faults['phone'] = 'phone_missing';
  else if (needs_phone && !/^\+?[\d\s().\-/]{5,30}$/.test(details.phone.trim())) faults['phone'] = 'phone_shape';
  for (const { key, kind, is_required } of questions) {
    const answer = details.answers[key];
    const isAnswered = typeof answer === 'string' ? answer.trim() !== '' : answer === true;
    if (is_required && !isAnswered) faults[`answer.${key}`] = missing[kind];
  }
  return faults;
}

/** The same for what the server found, by its pointers. */
export function faultsOf(problem: Problem, { questions }: Asked): Faults {
  const faults: Faults = {};
  for (const { pointer } of problem.errors ?? []) {
    const customer = /\/customer\/(name|email|phone)$/.exec(pointer)?.[1] as 'name' | 'email' | 'phone' | undefined;
    if (customer) faults[customer] = customer === 'name' ? 'name_missing' : `${customer}_shape`;
    const question = questions.find(({ key }) => pointer.endsWith(`/answers/${key}`));
    if (question) faults[`answer.${question.key}`] = missing[question.kind];
  }
  return faults;
}

/** The answers that belong to the service, without the empty ones. */
export function answersTo(questions: Asked['questions'], answers: Details['answers']): Details['answers'] {
  const given = questions.flatMap(({ key }) => {
    const answer = answers[key];
    const trimmed = typeof answer === 'string' ? answer.trim() : answer;
    return trimmed === undefined || trimmed === '' ? [] : [[key, trimmed] as const];
  });
  return Object.fromEntries(given);
}

const missing = {
  text: 'answer_missing',
  long_text: 'answer_missing',
  choice: 'choice_missing',
  checkbox: 'tick_missing',
} as const;
