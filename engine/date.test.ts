import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  dateOfEpochDay,
  datesFrom,
  daysBetween,
  epochDayOf,
  minutesOfWall,
  parseDate,
  weekdayOf,
} from './date.ts';

test('knows which dates exist', () => {
  expect(parseDate('2024-02-29')).toBe('2024-02-29');
  for (const text of ['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '20260101', '2026-01-01T']) {
    expect(parseDate(text)).toBeNull();
  }
});

test('counts across months, years and leap days', () => {
  expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
  expect(daysBetween('2026-03-01', '2026-02-01')).toBe(-28);
  expect(datesFrom('2026-12-31', '2027-01-02')).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  expect(datesFrom('2027-01-02', '2026-12-31')).toEqual([]);
});

test('begins the week on Monday', () => {
  expect(weekdayOf('2026-03-08')).toBe(7);
  expect(weekdayOf('2026-03-09')).toBe(1);
  expect(weekdayOf('1969-12-31')).toBe(3);
});

test('reads wall times up to the end of the day', () => {
  expect([minutesOfWall('00:00'), minutesOfWall('09:05'), minutesOfWall('24:00')]).toEqual([0, 545, 1440]);
});

test('agrees with the calendar of Date', () => {
  fc.assert(
    fc.property(fc.integer({ min: -719_000, max: 2_932_000 }), (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dateOfEpochDay(day)).toBe(date);
      expect(epochDayOf(date)).toBe(day);
      expect(weekdayOf(date) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }),
    { numRuns: 500 },
  );
});
