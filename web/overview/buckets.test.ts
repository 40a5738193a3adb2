import { addDays } from '@smooth/engine/date.ts';
import { expect, test } from 'vitest';
import { areWeeks, bucketsOf, labelStep, ticksUpTo } from './buckets.ts';

const days = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    on: addDays('2026-01-01', index),
    booked: 2,
    completed: 1,
    cancelled: 1,
    no_shows: 0,
    expected: { amount_minor: 100, currency: 'EUR' },
  }));

test('a month has a column per day', () => {
  expect(bucketsOf(days(31))).toHaveLength(31);
  expect(areWeeks(bucketsOf(days(31)))).toBe(false);
});

test('a year has a column per week, and nothing is lost', () => {
  const weeks = bucketsOf(days(365));
  expect(weeks).toHaveLength(53);
  expect(areWeeks(weeks)).toBe(true);
  expect(weeks.reduce((sum, { booked }) => sum + booked, 0)).toBe(730);
  expect(weeks.at(-1)).toMatchObject({ from: '2026-12-31', to: '2026-12-31', expected_minor: 100 });
});

test.each([
  [0, [0, 1]],
  [3, [0, 1, 2, 3]],
  [9, [0, 5, 10]],
  [17, [0, 5, 10, 15, 20]],
  [130, [0, 50, 100, 150]],
])('the axis up to %i has round lines', (most, lines) => expect(ticksUpTo(most)).toEqual(lines));

test('labels never stand closer than they have room', () => {
  expect(labelStep(7, 8)).toBe(1);
  expect(labelStep(31, 8)).toBe(4);
});
