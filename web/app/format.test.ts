import { describe, expect, test } from 'vitest';
import { formatFor, relative, sameClock } from './format.ts';

const berlin = formatFor({ locale: 'en-GB', currency: 'EUR', zone: 'Europe/Berlin' });
const now = Date.parse('2026-07-01T00:00:00Z');

describe('times are those of the place', () => {
  test('an instant late in UTC belongs to the next day in Berlin', () => {
    expect(berlin.dateTime('2026-07-14T22:30:00Z', now)).toBe('Wed 15 July, 00:30');
  });

  test('a log tells the second', () => {
    expect(berlin.exactTime('2026-07-14T22:30:07Z')).toBe('Wed 15 Jul, 00:30:07');
  });

  test('a year that is not this one is written', () => {
    expect(berlin.date('2027-01-05T10:00:00Z', now)).toBe('Tue, 5 January 2027');
  });

  test('a range within a day names the day once', () => {
    expect(berlin.dateTimeRange('2026-07-14T08:00:00Z', '2026-07-14T09:00:00Z', now)).toBe('Tue 14 July, 10:00–11:00');
  });

  test('a range that ends at midnight stays on its day', () => {
    expect(berlin.dateTimeRange('2026-07-14T20:00:00Z', '2026-07-14T22:00:00Z', now)).toContain('Tue 14 July');
  });
});

test('a wall time is written as the locale writes it', () => {
  expect(berlin.wall('09:30')).toBe('09:30');
  expect(formatFor({ locale: 'en-US', currency: 'USD', zone: 'UTC' }).wall('15:00')).toBe('3:00 PM');
});

test('money has the digits of its currency', () => {
  expect(berlin.money(4500)).toBe('€45.00');
  expect(formatFor({ locale: 'ja-JP', currency: 'JPY', zone: 'Asia/Tokyo' }).money(4500)).toBe('￥4,500');
});

test('lengths are written in the largest whole units', () => {
  expect([45, 60, 90, 1440, 2880, 0].map(berlin.duration)).toEqual([
    '45 mins',
    '1 hr',
    '1 hr 30 mins',
    '1 day',
    '2 days',
    '0 mins',
  ]);
  expect([720, 2475].map(berlin.hours)).toEqual(['12 hrs', '41 hrs 15 mins']);
  const german = formatFor({ locale: 'de', currency: 'EUR', zone: 'Europe/Berlin' });
  expect([german.duration(90), german.duration(2880)]).toEqual(['1 Std. 30 Min.', '2 Tage']);
});

test('relative words are used within a day only', () => {
  expect(relative('en', '2026-07-01T00:20:00Z', now)).toBe('in 20 minutes');
  expect(relative('en', '2026-07-03T00:20:00Z', now)).toBeNull();
});

test('two zones with the same offset show the same clock', () => {
  expect(sameClock('Europe/Berlin', 'Europe/Paris', now)).toBe(true);
  expect(sameClock('Europe/Berlin', 'Europe/London', now)).toBe(false);
});
