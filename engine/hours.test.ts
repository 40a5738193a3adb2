import { expect, test } from 'vitest';
import { openIntervals } from './hours.ts';
import { everyDay, instant, person, place, salon } from './salon.testing.ts';
import type { ResourceRules } from './types.ts';
import { wallOf } from './zone.ts';

const MONDAY = '2026-05-04';

/** Open time of Ana as wall times of the salon. */
function open(ana: Partial<ResourceRules>, from = MONDAY, to = from, change: Partial<ReturnType<typeof salon>> = {}) {
  const rules = { ...salon([person('ana', ana)]), ...change };
  return openIntervals(rules, 'ana', from, to).map((at) => {
    const { date, minutes } = wallOf(rules.locations[0]!.time_zone, at);
    return `${date.slice(8)} ${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  });
}

test('without hours of her own Ana keeps those of the location', () => {
  expect(open({})).toEqual(['04 9:00', '04 17:00']);
  expect(open({ weekly_hours: everyDay('10:00', '12:00') })).toEqual(['04 10:00', '04 12:00']);
});

test('breaks come out of weekly hours but not out of an override', () => {
  const weekly_breaks = everyDay('12:00', '13:00');
  expect(open({ weekly_breaks })).toEqual(['04 9:00', '04 12:00', '04 13:00', '04 17:00']);
  const overrides = [{ on: MONDAY, windows: [{ start: '11:00', end: '14:00' }] }];
  expect(open({ weekly_breaks, overrides })).toEqual(['04 11:00', '04 14:00']);
});

test('an override without windows closes the day', () => {
  expect(open({ overrides: [{ on: MONDAY, windows: [] }] })).toEqual([]);
});

test('time off beats an override, a closure beats both', () => {
  const overrides = [{ on: MONDAY, windows: [{ start: '08:00', end: '20:00' }] }];
  const time_off = [{ id: 'dentist', start: instant('2026-05-04T14:00:00Z'), end: instant('2026-05-04T15:00:00Z') }];
  const recurring_time_off = [
    { id: 'school', weekday: 1 as const, start: '15:00', end: '16:00', from_on: MONDAY, until_on: MONDAY },
  ];
  const closures = [
    { id: 'fair', start: instant('2026-05-04T21:00:00Z'), end: instant('2026-05-05T21:00:00Z'), location_id: null },
  ];
  const expected = ['04 8:00', '04 10:00', '04 11:00', '04 15:00', '04 16:00', '04 17:00'];
  expect(open({ overrides, time_off, recurring_time_off }, MONDAY, MONDAY, { closures })).toEqual(expected);
  expect(open({ recurring_time_off }, '2026-05-11')).toEqual(['11 9:00', '11 17:00']);
});

test('the closure of another location changes nothing', () => {
  const closures = [{ id: 'fair', start: 0, end: instant('2030-01-01T00:00:00Z'), location_id: 'other' }];
  expect(open({}, MONDAY, MONDAY, { closures })).toEqual(['04 9:00', '04 17:00']);
});

test('a night shift belongs to the date it starts on', () => {
  const night = { weekly_hours: [{ weekday: 1 as const, start: '22:00', end: '04:00' }] };
  expect(open(night, MONDAY, '2026-05-05')).toEqual(['04 22:00', '05 4:00']);
  expect(open(night, '2026-05-05')).toEqual(['05 0:00', '05 4:00']);
  expect(open({ ...night, overrides: [{ on: '2026-05-05', windows: [] }] }, '2026-05-05')).toEqual([
    '05 0:00',
    '05 4:00',
  ]);
  expect(open({ ...night, overrides: [{ on: MONDAY, windows: [] }] }, '2026-05-05')).toEqual([]);
});

test('a break at night comes out of the shift that began the evening before', () => {
  const weekly_hours = [{ weekday: 1 as const, start: '22:00', end: '04:00' }];
  const weekly_breaks = [{ weekday: 2 as const, start: '01:00', end: '02:00' }];
  expect(open({ weekly_hours, weekly_breaks }, '2026-05-05')).toEqual(['05 0:00', '05 1:00', '05 2:00', '05 4:00']);
});

test('an override takes away the breaks of its date only, and no break reaches into it', () => {
  const night = [{ start: '22:00', end: '04:00' }];
  const weekly_breaks = [{ weekday: 2 as const, start: '01:00', end: '02:00' }];
  const overridden = { weekly_breaks, overrides: [{ on: MONDAY, windows: night }] };
  expect(open(overridden, '2026-05-05').slice(0, 2)).toEqual(['05 0:00', '05 4:00']);
  const weekly_hours = night.map((window) => ({ weekday: 1 as const, ...window }));
  const nextDay = { weekly_hours, weekly_breaks, overrides: [{ on: '2026-05-05', windows: [] }] };
  expect(open(nextDay, '2026-05-05')).toEqual(['05 0:00', '05 4:00']);
});

test('each date has its own offset: nine o’clock stays nine o’clock across a clock change', () => {
  expect(open({}, '2026-03-07', '2026-03-09').filter((_, at) => at % 2 === 0)).toEqual([
    '07 9:00',
    '08 9:00',
    '09 9:00',
  ]);
  expect(open({}, '2026-10-31', '2026-11-02').filter((_, at) => at % 2 === 0)).toEqual([
    '31 9:00',
    '01 9:00',
    '02 9:00',
  ]);
});

test('a window inside the gap vanishes, one that reaches into it begins after it', () => {
  expect(open({ weekly_hours: everyDay('02:10', '02:50') }, '2026-03-08')).toEqual([]);
  expect(open({ weekly_hours: everyDay('02:30', '04:00') }, '2026-03-08')).toEqual(['08 3:00', '08 4:00']);
});

test('an hour that occurs twice is open twice', () => {
  const rules = salon([person('ana', { weekly_hours: everyDay('01:00', '02:00') })]);
  const [start, end] = openIntervals(rules, 'ana', '2026-11-01', '2026-11-01');
  expect((end! - start!) / 3_600_000).toBe(2);
});

test('open around the clock is one interval through the days, also where Apia skipped one', () => {
  const rules = {
    ...salon(),
    locations: [place({ time_zone: 'Pacific/Apia', weekly_hours: everyDay('00:00', '24:00') })],
  };
  const [start, end, ...rest] = openIntervals(rules, 'ana', '2011-12-29', '2011-12-31');
  expect([(end! - start!) / 3_600_000, rest]).toEqual([48, []]);
});

test('a resource nobody knows is never open', () => {
  expect(openIntervals(salon(), 'zoe', MONDAY, MONDAY)).toEqual([]);
});
