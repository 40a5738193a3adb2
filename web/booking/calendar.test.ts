import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  dayByKey,
  firstWeekdayOf,
  lastOf,
  sameDayIn,
  weekdayOf,
  weekOf,
  weeksOf,
} from './calendar.ts';

test('days are added across months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
});

test('months are added across years in both directions', () => {
  expect(addMonths('2026-11', 3)).toBe('2027-02');
  expect(addMonths('2026-01', -1)).toBe('2025-12');
});

test('the last of a month knows leap years', () => {
  expect(lastOf('2028-02')).toBe('2028-02-29');
  expect(lastOf('2026-02')).toBe('2026-02-28');
});

test('Sunday is the seventh weekday', () => {
  expect(weekdayOf('2026-07-12')).toBe(7);
  expect(weekdayOf('2026-07-13')).toBe(1);
});

test('a week begins where the locale begins it', () => {
  expect(weekOf('2026-07-14', 1)[0]).toBe('2026-07-13');
  expect(weekOf('2026-07-14', 7)[0]).toBe('2026-07-12');
  expect(firstWeekdayOf('de-DE')).toBe(1);
  expect(firstWeekdayOf('en-US')).toBe(7);
});

test('a month of 31 days that begins on a Sunday has six weeks from Monday', () => {
  const weeks = weeksOf('2026-03', 1);
  expect(weeks).toHaveLength(6);
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
  expect(weeks.flat().filter(Boolean)).toHaveLength(31);
});

test('a February that fills four weeks has no fifth', () => {
  expect(weeksOf('2027-02', 1)).toHaveLength(4);
});

test('a month earlier than the 31st is its last day', () => {
  expect(sameDayIn('2026-07-31', '2026-06')).toBe('2026-06-30');
});

test('the keys of the grid move by day, week and month', () => {
  expect(dayByKey('2026-07-14', 'ArrowRight', 1)).toBe('2026-07-15');
  expect(dayByKey('2026-07-14', 'ArrowUp', 1)).toBe('2026-07-07');
  expect(dayByKey('2026-07-14', 'End', 1)).toBe('2026-07-19');
  expect(dayByKey('2026-07-31', 'PageDown', 1)).toBe('2026-08-31');
  expect(dayByKey('2026-07-14', 'x', 1)).toBeNull();
});
