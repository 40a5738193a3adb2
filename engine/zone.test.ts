import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { formatInstant } from './instant.ts';
import { instant } from './salon.testing.ts';
import { ZONES } from './world.testing.ts';
import { instantsOf, isZone, localDateOf, offsetAt, offsetLabel, resolveWall, startOfDay, wallOf } from './zone.ts';

const NEW_YORK = 'America/New_York';

test('takes IANA names for zones, and nothing else', () => {
  expect(['UTC', NEW_YORK, 'Asia/Kathmandu', 'Africa/Casablanca'].every(isZone)).toBe(true);
  expect(['+02:00', 'Mars/Phobos', '', 'america/new_york', 'constructor'].some(isZone)).toBe(false);
  expect(() => offsetAt('Mars/Phobos', 0)).toThrow(RangeError);
});

describe('a gap', () => {
  test('has no instants, and maps to the first instant after it', () => {
    expect(instantsOf(NEW_YORK, '2026-03-08', 150)).toEqual([]);
    expect(formatInstant(resolveWall(NEW_YORK, '2026-03-08', 150, 'start'))).toBe('2026-03-08T07:00:00Z');
    expect(resolveWall(NEW_YORK, '2026-03-08', 150, 'end')).toBe(resolveWall(NEW_YORK, '2026-03-08', 180, 'start'));
  });

  test('of half an hour on Lord Howe is half an hour', () => {
    expect(instantsOf('Australia/Lord_Howe', '2026-10-04', 135)).toEqual([]);
    expect(instantsOf('Australia/Lord_Howe', '2026-10-04', 150)).toHaveLength(1);
  });

  test('at midnight in São Paulo begins the day at 01:00', () => {
    expect(wallOf('America/Sao_Paulo', startOfDay('America/Sao_Paulo', '2018-11-04'))).toEqual({
      date: '2018-11-04',
      minutes: 60,
    });
  });

  test('of a whole date in Apia leaves a day without length', () => {
    expect(instantsOf('Pacific/Apia', '2011-12-30', 720)).toEqual([]);
    expect(startOfDay('Pacific/Apia', '2011-12-30')).toBe(startOfDay('Pacific/Apia', '2011-12-31'));
  });
});

describe('an overlap', () => {
  test('has two instants: a start takes the first, an end the second', () => {
    const both = ['2026-11-01T05:30:00Z', '2026-11-01T06:30:00Z'];
    expect(instantsOf(NEW_YORK, '2026-11-01', 90).map(formatInstant)).toEqual(both);
    expect(formatInstant(resolveWall(NEW_YORK, '2026-11-01', 90, 'start'))).toBe(both[0]);
    expect(formatInstant(resolveWall(NEW_YORK, '2026-11-01', 90, 'end'))).toBe(both[1]);
  });

  test('is told apart by the offset', () => {
    const labels = instantsOf(NEW_YORK, '2026-11-01', 90).map((at) => offsetLabel(NEW_YORK, at));
    expect(labels).toEqual(['UTC-04:00', 'UTC-05:00']);
  });
});

test('zones at :45 and beyond +13 keep their minutes and dates', () => {
  expect(offsetAt('Asia/Kathmandu', instant('2026-05-01T00:00:00Z'))).toBe(345);
  expect(offsetLabel('Asia/Kathmandu', 0)).toBe('UTC+05:30');
  expect(localDateOf('Pacific/Kiritimati', instant('2026-05-01T10:00:00Z'))).toBe('2026-05-02');
});

test('24:00 is the midnight that follows', () => {
  expect(resolveWall(NEW_YORK, '2026-03-07', 1440, 'end')).toBe(startOfDay(NEW_YORK, '2026-03-08'));
});

test('agrees with Temporal at any instant and wall time from 1990 to 2040', () => {
  const minute = fc.integer({ min: Date.UTC(1990, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 });
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES, 'America/Havana', 'Europe/Dublin', 'Antarctica/Troll'),
      minute,
      (zone, at) => {
        const there = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(zone);
        const wall = { date: there.toPlainDate().toString(), minutes: there.hour * 60 + there.minute };
        expect(wallOf(zone, at * 60_000)).toEqual(wall);
        expect(instantsOf(zone, wall.date, wall.minutes)).toContain(at * 60_000);
        const read = (disambiguation: 'earlier' | 'later') =>
          there.toPlainDateTime().toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
        expect(resolveWall(zone, wall.date, wall.minutes, 'start')).toBe(read('earlier'));
        expect(resolveWall(zone, wall.date, wall.minutes, 'end')).toBe(read('later'));
        expect(startOfDay(zone, wall.date)).toBe(there.startOfDay().epochMilliseconds);
      },
    ),
    { numRuns: 400 },
  );
});
