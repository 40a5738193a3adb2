import { expect, test } from 'vitest';
import { formatFor } from '../app/format.ts';
import { speechOf } from '../words/speech.ts';
import { words } from './words/en.ts';
import { ruleWords, weekLines } from './rule-words.ts';

const format = formatFor({ locale: 'en-GB', currency: 'EUR', zone: 'Europe/Berlin' });
const speech = speechOf(words, 'en');
const open = (weekday: number, start: string, end: string) => ({ weekday: weekday as 1, start, end });

test('days with the same hours are told together', () => {
  const week = [1, 2, 3].map((day) => open(day, '09:00', '18:00'));
  expect(weekLines([...week, open(5, '09:00', '12:00'), open(5, '13:00', '18:00')], format)).toEqual([
    'Mon – Wed 09:00 – 18:00',
    'Fri 09:00 – 12:00, 13:00 – 18:00',
  ]);
  expect(weekLines([], format)).toEqual([]);
});

const any = {
  online: true,
  needs_approval: false,
  min_notice_minutes: 0,
  window_days: null,
  window_from_on: null,
  window_until_on: null,
  cancel_notice_minutes: 0,
  reschedule_notice_minutes: 0,
};

test.each([
  [{}, 'Booked online at any time. Cancelled or moved until the start.'],
  [{ min_notice_minutes: 120 }, 'Booked online at least 2 hrs ahead. Cancelled or moved until the start.'],
  [
    { window_days: 60, cancel_notice_minutes: 1440 },
    'Booked online up to 60 days ahead. Cancelled until 1 day before, moved until the start.',
  ],
  [
    { min_notice_minutes: 120, window_days: 60 },
    'Booked online 2 hrs to 60 days ahead. Cancelled or moved until the start.',
  ],
  [
    { window_until_on: '2026-07-14', needs_approval: true },
    'Booked online until Tue 14 July. Cancelled or moved until the start. Needs approval.',
  ],
  [{ online: false }, 'Booked by your team only. Cancelled or moved until the start.'],
])('%o', (rules, told) => expect(ruleWords({ ...any, ...rules }, format, speech)).toBe(told));
