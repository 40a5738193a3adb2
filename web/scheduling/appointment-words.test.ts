import type { AppointmentChange } from '@smooth/contract/scheduling/appointments.ts';
import { expect, test } from 'vitest';
import { formatFor } from '../app/format.ts';
import { answersOf, changeWords, reasonWords } from './appointment-words.ts';
import { speech } from './speech.testing.ts';

const format = formatFor({ locale: 'en-GB', currency: 'EUR', zone: 'Europe/Berlin' });
const year = new Date().getFullYear();

test('a move says from where to where', () => {
  const change = {
    kind: 'rescheduled',
    from: { start: `${year}-07-14T08:00:00Z` },
    to: { start: `${year}-07-15T08:00:00Z` },
  } as unknown as AppointmentChange;
  expect(changeWords(change, format, speech)).toMatch(/^Moved from .*14 July, 10:00 to .*15 July, 10:00$/);
});

test('an unknown kind of change is still readable', () => {
  expect(changeWords({ kind: 'price_changed', from: null, to: null } as AppointmentChange, format, speech)).toBe(
    'Price changed',
  );
});

test('answers stand under the words of their question', () => {
  const questions = [
    { key: 'allergies', label: 'Any allergies?', kind: 'text' as const, choices: [], is_required: false },
  ];
  expect(answersOf({ answers: { allergies: 'Nuts', first_visit: true } }, { questions }, speech)).toEqual([
    { label: 'Any allergies?', answer: 'Nuts' },
    { label: 'First visit', answer: 'Yes' },
  ]);
});

test('reasons of the engine become words', () => {
  expect(reasonWords('least_booked, chosen', speech)).toBe('(had the fewest bookings, as chosen)');
});
