import type { Question, RequirementLine, Service } from '@smooth/contract/scheduling/services.ts';
import type { z } from 'zod';
import { type SpeechOf } from '../words/use-speech.tsx';

export type Line = z.output<typeof RequirementLine>;
export type WindowKind = 'any' | 'days' | 'dates';

/** What the editor holds: the service as the contract has it, price in whole units, and which kind of window it has. */
export interface ServiceForm extends Omit<Writable, 'price_minor' | 'category' | 'reminder_minutes'> {
  category: string;
  price: number;
  window: WindowKind;
  reminds: boolean;
  reminder_minutes: number;
}
type Writable = Omit<Service, 'id' | 'revision' | 'price' | 'created_at' | 'updated_at' | 'can'>;

export const newLine = (): Line => ({
  type: 'staff',
  resource_ids: [],
  quantity: 1,
  units: 1,
  padding_before_minutes: null,
  padding_after_minutes: null,
  is_choosable: false,
});

export const newQuestion = (): Question => ({ key: '', label: '', kind: 'text', choices: [], is_required: false });

export const emptyService = (color: string): ServiceForm => ({
  name: '',
  description: '',
  category: '',
  color,
  kind: 'appointment',
  duration_minutes: 60,
  padding_before_minutes: 0,
  padding_after_minutes: 0,
  price: 0,
  capacity: 1,
  min_notice_minutes: 0,
  window: 'days',
  window_days: 60,
  window_from_on: null,
  window_until_on: null,
  slot_step_minutes: 15,
  slot_anchor: 'opening',
  requires: [newLine()],
  resource_terms: [],
  questions: [],
  needs_approval: false,
  needs_phone: false,
  cancel_notice_minutes: 1440,
  reschedule_notice_minutes: 1440,
  reminds: true,
  reminder_minutes: 1440,
  online: true,
  is_active: true,
  position: 0,
});

export function formOf(service: Service, minorDigits: number): ServiceForm {
  const names = Object.keys(emptyService(service.color));
  const shared = Object.fromEntries(Object.entries(service).filter(([name]) => names.includes(name)));
  return {
    ...(shared as Omit<Writable, 'price_minor'>),
    category: service.category ?? '',
    price: service.price_minor / 10 ** minorDigits,
    window: windowOf(service),
    reminds: service.reminder_minutes !== null,
    reminder_minutes: service.reminder_minutes ?? 1440,
  };
}

export function bodyOf(form: ServiceForm, minorDigits: number): Writable {
  const { price, window, reminds, ...rest } = form;
  return {
    ...rest,
    name: form.name.trim(),
    category: form.category.trim() || null,
    price_minor: Math.round(price * 10 ** minorDigits),
    capacity: form.kind === 'class' ? form.capacity : 1,
    window_days: window === 'days' ? (form.window_days ?? 60) : null,
    window_from_on: window === 'dates' ? form.window_from_on : null,
    window_until_on: window === 'dates' ? form.window_until_on : null,
    reminder_minutes: reminds ? form.reminder_minutes : null,
    questions: withKeys(form.questions),
  };
}

/** What is still needed, as the paths of the form. */
export function missing(form: ServiceForm, { text }: SpeechOf<'scheduling'>): Record<string, string> {
  const needs: Record<string, string> = {};
  if (!form.name.trim()) needs['name'] = text('name_missing');
  if (form.duration_minutes < 1) needs['duration_minutes'] = text('at_least_minute');
  if (form.slot_step_minutes < 1) needs['slot_step_minutes'] = text('at_least_minute');
  const { window_from_on: from, window_until_on: until } = form;
  if (form.window === 'dates' && from && until && until < from) needs['window_until_on'] = text('after_first_day');
  form.questions.forEach(({ label, kind, choices }, index) => {
    if (!label.trim()) needs[`questions.${index}.label`] = text('question_missing');
    if (kind === 'choice' && choices.length < 2) needs[`questions.${index}.choices`] = text('choices_missing');
  });
  form.requires.forEach(({ type, resource_ids }, index) => {
    if (!type && resource_ids.length === 0) needs[`requires.${index}.resource_ids`] = text('at_least_one');
  });
  return needs;
}

/** Keys stay with their question for good, since answers are kept under them; new ones come from the words. */
export function withKeys(questions: Question[]): Question[] {
  const taken = new Set(questions.map(({ key }) => key).filter(Boolean));
  return questions.map((question) => {
    if (question.key) return question;
    const base = slugOf(question.label);
    let key = base;
    for (let count = 2; taken.has(key); count++) key = `${base}_${count}`;
    taken.add(key);
    return { ...question, key };
  });
}

export const slugOf = (words: string): string => {
  const plain = words
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 36);
  return plain || 'question';
};

function windowOf({ window_days, window_from_on, window_until_on }: Service): WindowKind {
  if (window_from_on || window_until_on) return 'dates';
  return window_days === null ? 'any' : 'days';
}

/** The names of the fields, for those who are told what somebody else changed. */
export const labelsIn = ({ text }: SpeechOf<'scheduling'>): Partial<Record<keyof ServiceForm, string>> => ({
  name: text('name'),
  description: text('description'),
  category: text('category'),
  color: text('color'),
  kind: text('kind'),
  duration_minutes: text('duration'),
  padding_before_minutes: text('time_before'),
  padding_after_minutes: text('time_after'),
  price: text('price'),
  capacity: text('seats'),
  min_notice_minutes: text('shortest_notice'),
  window: text('booking_window'),
  window_days: text('booking_window'),
  window_from_on: text('first_day'),
  window_until_on: text('last_day'),
  slot_step_minutes: text('step'),
  slot_anchor: text('first_start'),
  requires: text('needs'),
  resource_terms: text('terms'),
  questions: text('questions'),
  needs_approval: text('approval'),
  needs_phone: text('phone_number'),
  cancel_notice_minutes: text('notice_cancel'),
  reschedule_notice_minutes: text('notice_move'),
  reminder_minutes: text('reminder'),
  online: text('online_booking'),
  is_active: text('active'),
});
