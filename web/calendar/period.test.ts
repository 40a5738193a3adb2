import { expect, test } from 'vitest';
import { calendarSearch, datesOf, stepped } from './period.ts';

test('a week begins on Monday, and a month is shown in whole weeks', () => {
  expect(datesOf('week', '2026-07-15')).toEqual(expect.arrayContaining(['2026-07-13', '2026-07-19']));
  const july = datesOf('month', '2026-07-15');
  expect([july[0], july.at(-1), july.length]).toEqual(['2026-06-29', '2026-08-02', 35]);
  expect(datesOf('month', '2027-02-10')).toHaveLength(28);
});

test('a step leads from period to period, over the end of a year too', () => {
  expect(stepped('day', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('week', '2026-07-15', -1)).toBe('2026-07-08');
  expect(stepped('month', '2026-12-31', 1)).toBe('2027-01-01');
  expect(stepped('month', '2026-03-31', -1)).toBe('2026-02-01');
});

test('anything may stand in the address', () => {
  expect(calendarSearch({ view: 'year', day: 'tomorrow' })).toEqual({ view: undefined, day: undefined });
});
