import { expect, test } from 'vitest';
import {
  axisOf,
  bandOf,
  datesOf,
  instantAt,
  snap,
  snapMinutes,
  stepDate,
  tickHours,
  ticksIn,
  wholeDay,
  xOf,
} from './axis.ts';

const at = (text: string) => Date.parse(text);
const zone = 'America/New_York';
const band = { from: 540, until: 1020 };
const week = axisOf(datesOf('week', '2026-07-16'), { zone, band, pxPerHour: 10 });

test('a view shows whole weeks and whole months', () => {
  expect(datesOf('day', '2026-07-16')).toEqual({ from: '2026-07-16', to: '2026-07-16' });
  expect(datesOf('week', '2026-07-16')).toEqual({ from: '2026-07-13', to: '2026-07-19' });
  expect(datesOf('month', '2026-02-16')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
});

test('a step leads to the next and the previous one of the same kind', () => {
  expect(stepDate('day', '2026-03-01', -1)).toBe('2026-02-28');
  expect(stepDate('week', '2026-07-16', 1)).toBe('2026-07-20');
  expect(stepDate('month', '2026-01-31', 1)).toBe('2026-02-01');
  expect(stepDate('month', '2026-03-31', -1)).toBe('2026-02-01');
});

test('days lie side by side without the hours that are not shown', () => {
  expect(week.width).toBe(7 * 80);
  expect(xOf(week, at('2026-07-14T10:00-04:00'))).toBe(90);
  expect(xOf(week, at('2026-07-14T20:00-04:00'))).toBe(160);
  expect(xOf(week, at('2026-07-01T20:00-04:00'))).toBe(0);
});

test('a place on the axis is the instant that lies there', () => {
  for (const text of ['2026-07-13T09:00-04:00', '2026-07-15T13:30-04:00', '2026-07-19T16:45-04:00']) {
    expect(instantAt(week, xOf(week, at(text)))).toBe(at(text));
  }
});

test('a day of 23 hours is an hour narrower', () => {
  const days = axisOf({ from: '2026-03-07', to: '2026-03-08' }, { zone, band: wholeDay, pxPerHour: 10 }).days;
  expect(days.map(({ width }) => width)).toEqual([240, 230]);
});

test('the band holds everything that is open or booked, in whole hours', () => {
  const pair = (start: string, end: string) => [at(start), at(end)] as const;
  expect(bandOf(pair('2026-07-14T09:30-04:00', '2026-07-14T17:00-04:00'), zone)).toEqual({ from: 540, until: 1020 });
  expect(bandOf(pair('2026-07-14T22:00-04:00', '2026-07-15T02:00-04:00'), zone)).toEqual(wholeDay);
  expect(bandOf([], zone)).toEqual({ from: 480, until: 1080 });
});

test('snapping follows the clock on the wall, also where zones are at :45', () => {
  expect(snap(at('2026-07-14T10:07-04:00'), 15, zone)).toBe(at('2026-07-14T10:00-04:00'));
  expect(snap(at('2026-07-14T10:08+05:45'), 60, 'Asia/Kathmandu')).toBe(at('2026-07-14T10:00+05:45'));
  expect([300, 60, 20, 7].map(snapMinutes)).toEqual([5, 15, 30, 60]);
});

test('hours are labelled as densely as there is room', () => {
  expect([60, 25, 8, 1].map(tickHours)).toEqual([1, 2, 6, 24]);
  const labelled = ticksIn(week, 0, 80).map(({ at: instant }) => new Date(instant).getUTCHours() - 4);
  expect(labelled).toEqual([12]);
});
