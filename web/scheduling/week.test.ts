import type { WeeklyWindow } from '@smooth/engine/types.ts';
import { expect, test } from 'vitest';
import { copied, dayProblem, nextWindow, weekMinutes, weekProblem, windowsOf, withDay } from './week.ts';
import { speech } from './speech.testing.ts';

const week: WeeklyWindow[] = [
  { weekday: 1, start: '09:00', end: '17:00' },
  { weekday: 3, start: '20:00', end: '24:00' },
];

test('a day is replaced and the others stay', () => {
  expect(withDay(week, 1, [{ start: '10:00', end: '12:00' }])).toEqual([
    { weekday: 1, start: '10:00', end: '12:00' },
    week[1],
  ]);
});

test('a day is copied to others', () => {
  expect(copied(week, 1, [2, 3]).map(({ weekday, start }) => [weekday, start])).toEqual([
    [1, '09:00'],
    [2, '09:00'],
    [3, '09:00'],
  ]);
});

test('the end of the day is midnight to a time field', () => {
  expect(windowsOf(week, 3)).toEqual([{ start: '20:00', end: '00:00' }]);
});

test('windows that overlap, also over midnight, are named', () => {
  expect(
    dayProblem(
      [
        { start: '09:00', end: '12:00' },
        { start: '11:00', end: '13:00' },
      ],
      speech,
    ),
  ).toBe('These times overlap');
  expect(
    dayProblem(
      [
        { start: '22:00', end: '02:00' },
        { start: '23:00', end: '23:30' },
      ],
      speech,
    ),
  ).toBe('These times overlap');
  expect(
    dayProblem(
      [
        { start: '09:00', end: '12:00' },
        { start: '12:00', end: '13:00' },
      ],
      speech,
    ),
  ).toBeNull();
  expect(dayProblem([{ start: '09:00', end: '' }], speech)).toBe('Write both times');
  expect(weekProblem(week, speech)).toBeNull();
});

test('a further window begins after the last one', () => {
  expect(nextWindow([])).toEqual({ start: '09:00', end: '17:00' });
  expect(nextWindow([{ start: '09:00', end: '12:00' }])).toEqual({ start: '13:00', end: '15:00' });
});

test('a week has so many open minutes', () => {
  expect(weekMinutes(week)).toBe(720);
});
