import { expect, test } from 'vitest';
import { formatInstant, minutesBetween, parseInstant } from './instant.ts';

test('reads RFC 3339 with Z, with an offset and with fractions', () => {
  expect(parseInstant('2026-03-08T15:00:00Z')).toBe(Date.UTC(2026, 2, 8, 15));
  expect(parseInstant('2026-03-08T15:00:00-05:00')).toBe(Date.UTC(2026, 2, 8, 20));
  expect(parseInstant('2026-03-08T15:00:00+05:45')).toBe(Date.UTC(2026, 2, 8, 9, 15));
  expect(parseInstant('2026-03-08T15:00:00.5Z')).toBe(Date.UTC(2026, 2, 8, 15, 0, 0, 500));
  expect(parseInstant('0001-01-01T00:00:00Z')).toBe(-62_135_596_800_000);
});

test.each([
  '2026-03-08T15:00:00',
  '2026-03-08 15:00:00Z',
  '2026-03-08T15:00Z',
  '2026-02-30T15:00:00Z',
  '2026-03-08T24:00:00Z',
  '2026-03-08T15:60:00Z',
  '2026-03-08T15:00:60Z',
  '2026-03-08T15:00:00+24:00',
  '2026-03-08T15:00:00z',
  ' 2026-03-08T15:00:00Z',
  '2026-03-08T15:00:00Z\n',
  '',
])('refuses %j', (text) => {
  expect(parseInstant(text)).toBeNull();
});

test('writes milliseconds only when there are any', () => {
  expect(formatInstant(Date.UTC(2026, 2, 8, 15))).toBe('2026-03-08T15:00:00Z');
  expect(formatInstant(Date.UTC(2026, 2, 8, 15, 0, 0, 7))).toBe('2026-03-08T15:00:00.007Z');
  expect(formatInstant(Date.UTC(2026, 2, 8, 15, 59, 9))).toBe('2026-03-08T15:59:09Z');
});

test('writes every instant as Date does, before 1970 and after 9999 too, and refuses what is none', () => {
  for (const days of [-719_468, -1, 0, 20_000, 2_932_897])
    for (const within of [0, 1, 999, 59_999, 60_000, 86_399_999]) {
      const instant = days * 86_400_000 + within;
      expect(formatInstant(instant)).toBe(new Date(instant).toISOString().replace('.000Z', 'Z'));
    }
  expect(() => formatInstant(Number.NaN)).toThrow(RangeError);
});

test('counts elapsed minutes', () => {
  expect(minutesBetween(Date.UTC(2026, 2, 8, 15), Date.UTC(2026, 2, 8, 14, 30))).toBe(-30);
});
