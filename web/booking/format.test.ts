import { expect, test } from 'vitest';
import { formatOf } from './format.ts';

const now = new Date('2026-07-01T00:00:00Z');
const start = '2026-07-14T08:00:00Z';
const plain = (text: string) => text.replaceAll(/[\u00a0\u2009\u202f]/g, ' ');

test.each([
  ['en-GB', 'Tue 14 July, 10:00'],
  ['en-US', 'Tue, July 14, 10:00 AM'],
  ['de', 'Di., 14. Juli, 10:00'],
  ['fr', 'mar. 14 juillet, 10:00'],
  ['es', 'mar, 14 de julio, 10:00'],
])('%s writes a moment as %s', (locale, text) => {
  expect(plain(formatOf(locale, now).moment(start, 'Europe/Berlin'))).toBe(text);
});

test('another year is named', () => {
  expect(formatOf('en-GB', now).day('2027-01-04T12:00:00Z', 'UTC')).toBe('Mon, 4 January 2027');
});

test('the same instant reads differently in another zone', () => {
  expect(formatOf('en-GB', now).time(start, 'America/New_York')).toBe('04:00');
});

test('both hours of an autumn night can be told apart', () => {
  const format = formatOf('en-GB', now);
  expect(format.timeWithOffset('2026-11-01T05:30:00Z', 'America/New_York')).toBe('01:30 (GMT-4)');
  expect(format.timeWithOffset('2026-11-01T06:30:00Z', 'America/New_York')).toBe('01:30 (GMT-5)');
});

test('durations and money are written without needless digits', () => {
  const format = formatOf('en-US', now);
  expect(plain(format.duration(90))).toBe('1 hr 30 min');
  expect(plain(format.duration(45))).toBe('45 min');
  expect(format.money({ amount_minor: 4500, currency: 'USD' })).toBe('$45');
  expect(format.money({ amount_minor: 4550, currency: 'USD' })).toBe('$45.50');
  expect(format.money({ amount_minor: 4500, currency: 'JPY' })).toBe('¥4,500');
});

test('weekdays begin where asked', () => {
  expect(formatOf('en', now).weekdays(1, 'short')[0]).toBe('Mon');
  expect(formatOf('en', now).weekdays(7, 'long').slice(0, 2)).toEqual(['Sunday', 'Monday']);
});
