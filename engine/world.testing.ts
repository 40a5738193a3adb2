import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { OracleInput } from './oracle.testing.ts';
import type {
  Busy,
  DateOverride,
  Instant,
  RequirementLine,
  ResourceRules,
  ResourceTerms,
  ScheduleRules,
  ServiceRules,
  WallTime,
  WallWindow,
  Weekday,
  WeeklyWindow,
} from './types.ts';

export const ZONES = [
  'America/New_York',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
] as const;

/** A random business with a question about it, on days around the clock changes of its zone. */
export function worlds(): fc.Arbitrary<OracleInput> {
  return fc
    .record({
      zone: fc.constantFrom(...ZONES),
      year: fc.integer({ min: 2024, max: 2030 }),
      pick: fc.nat(),
      shift: fc.integer({ min: -2, max: 1 }),
    })
    .chain(({ zone, year, pick, shift }) => {
      const days = notableDates(zone, year);
      return worldAround(zone, days[pick % days.length]!.add({ days: shift }));
    });
}

const PAST: Record<string, string[]> = {
  'Pacific/Apia': ['2011-12-30', '2011-12-31'],
  'Pacific/Kiritimati': ['1994-12-31', '1995-01-01'],
  'America/Sao_Paulo': ['2018-11-04', '2018-02-18'],
};

/** The dates of the zone's clock changes in the year; some famous ones; and an ordinary day. */
function notableDates(zone: string, year: number): Temporal.PlainDate[] {
  const dates = [Temporal.PlainDate.from({ year, month: 6, day: 10 })];
  let change = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime(zone).getTimeZoneTransition('next');
  while (change && change.year === year) {
    dates.push(change.toPlainDate(), change.toPlainDate());
    change = change.getTimeZoneTransition('next');
  }
  return [...dates, ...(PAST[zone] ?? []).map((date) => Temporal.PlainDate.from(date))];
}

function worldAround(zone: string, date: Temporal.PlainDate): fc.Arbitrary<OracleInput> {
  const middle = date.toZonedDateTime({ timeZone: zone, plainTime: '12:00' }).epochMilliseconds;
  const scene = { zone, date, middle };
  return fc
    .record({ hasTwoPlaces: fc.nat(4).map((roll) => roll === 0), size: fc.integer({ min: 2, max: 6 }) })
    .chain(({ hasTwoPlaces, size }) => {
      const ids = Array.from({ length: size }, (_, index) => `r${index}`);
      return fc.record({
        rules: schedules(scene, ids, hasTwoPlaces),
        service: services(scene, ids),
        busy: fc.array(busyFacts(middle, ids), { maxLength: 12 }),
        from: fc.integer({ min: 0, max: 1 }).map((days) => date.subtract({ days }).toString()),
        to: fc.integer({ min: 0, max: 1 }).map((days) => date.add({ days }).toString()),
        zone: fc.oneof(fc.constant(zone), fc.constantFrom(...ZONES)),
        now: minutesAround(middle, 3 * 24 * 60).map((now) => now - 60 * 60 * 60_000),
        audience: fc.constantFrom('customer', 'customer', 'business'),
        resourceId: maybe(fc.constantFrom(...ids)),
      });
    });
}

interface Scene {
  zone: string;
  date: Temporal.PlainDate;
  middle: Instant;
}

function schedules(scene: Scene, ids: readonly string[], hasTwoPlaces: boolean): fc.Arbitrary<ScheduleRules> {
  const places = hasTwoPlaces ? ['here', 'there'] : ['here'];
  return fc.record({
    locations: fc.tuple(
      ...places.map((id) =>
        fc.record({
          id: fc.constant(id),
          time_zone: id === 'here' ? fc.constant(scene.zone) : fc.constantFrom(...ZONES),
          weekly_hours: weeklyHours(),
        }),
      ),
    ),
    resources: fc.tuple(...ids.map((id) => resources(scene, id, places))),
    closures: fc
      .array(
        fc.record({
          id: fc.uuid(),
          location_id: fc.constantFrom(null, ...places),
          start: minutesAround(scene.middle, 2880),
          length: fc.integer({ min: 1, max: 600 }),
        }),
        { maxLength: 2 },
      )
      .map(spans),
  });
}

function resources(scene: Scene, id: string, places: readonly string[]): fc.Arbitrary<ResourceRules> {
  const dates = [-2, -1, 0, 1, 2].map((days) => scene.date.add({ days }).toString());
  const near = maybe(fc.constantFrom(...dates));
  const off = fc.record({
    id: fc.uuid(),
    start: minutesAround(scene.middle, 2880),
    length: fc.integer({ min: 1, max: 400 }),
  });
  return fc.record({
    id: fc.constant(id),
    type: fc.constantFrom('person', 'person', 'person', 'room'),
    location_id: fc.constantFrom(...places),
    capacity: fc.constantFrom(1, 1, 2, 3),
    is_active: fc.nat(9).map((roll) => roll > 0),
    weekly_hours: fc.oneof(fc.constant([]), weeklyHours()),
    weekly_breaks: fc.oneof(
      fc.constant([]),
      fc.array(fc.tuple(weekdays(), windows(180)), { maxLength: 4 }).map(weekly),
    ),
    overrides: fc.uniqueArray(overrides(dates), { maxLength: 2, selector: ({ on }) => on }),
    time_off: fc.array(off, { maxLength: 2 }).map(spans),
    recurring_time_off: fc
      .array(fc.tuple(weekdays(), windows(240), near, near, fc.uuid()), { maxLength: 2 })
      .map((list) =>
        list.map(([weekday, window, from_on, until_on, id]) => ({ id, weekday, ...window, from_on, until_on })),
      ),
  });
}

function services({ date }: Scene, ids: readonly string[]): fc.Arbitrary<ServiceRules> {
  const padding = fc.constantFrom(0, 0, 5, 15, 40);
  const near = maybe(fc.integer({ min: -2, max: 2 }));
  const asDate = (days: number | null) => (days === null ? null : date.add({ days }).toString());
  return fc.record({
    id: fc.constant('service'),
    duration_minutes: fc.constantFrom(1, 15, 15, 30, 45, 60, 95, 240),
    padding_before_minutes: padding,
    padding_after_minutes: padding,
    min_notice_minutes: fc.constantFrom(0, 0, 60, 1440),
    slot_step_minutes: fc.constantFrom(5, 15, 20, 30, 45, 50, 60, 90),
    slot_anchor: fc.constantFrom('opening', 'clock', 'previous'),
    window_days: maybe(fc.integer({ min: 0, max: 5 })),
    window_from_on: near.map(asDate),
    window_until_on: near.map(asDate),
    requires: fc
      .array(lines(ids), { maxLength: 3 })
      .map((list) => list.map((line, at) => ({ ...line, id: `line${at}` }))),
    resource_terms: fc.oneof(
      { weight: 1, arbitrary: fc.constant([]) },
      {
        weight: 3,
        arbitrary: fc.uniqueArray(terms(ids), {
          minLength: 2,
          maxLength: 4,
          selector: ({ resource_id }) => resource_id,
        }),
      },
    ),
  });
}

function terms(ids: readonly string[]): fc.Arbitrary<ResourceTerms> {
  return fc.record({
    resource_id: fc.constantFrom(...ids),
    duration_minutes: fc.constantFrom(null, 15, 15, 30, 30, 50),
    price_minor: fc.constantFrom(null, 3800),
  });
}

function lines(ids: readonly string[]): fc.Arbitrary<RequirementLine> {
  const padding = fc.option(fc.constantFrom(0, 10, 35), { freq: 1 });
  return fc.record({
    id: fc.constant(''),
    type: fc.constantFrom('person', 'person', 'person', 'room'),
    resource_ids: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 })),
    quantity: fc.constantFrom(1, 1, 1, 2),
    units: fc.constantFrom(1, 1, 1, 2),
    padding_before_minutes: padding,
    padding_after_minutes: padding,
    is_choosable: fc.boolean(),
  });
}

function busyFacts(middle: Instant, ids: readonly string[]): fc.Arbitrary<Busy> {
  return fc
    .record({
      id: fc.constantFrom(...ids),
      at: fc.integer({ min: -400, max: 400 }),
      length: fc.integer({ min: 1, max: 60 }),
      units: fc.constantFrom(1, 1, 1, 2, 3),
    })
    .map(({ id, at, length, units }) => {
      const start = middle + at * 5 * 60_000;
      return {
        resource_id: id,
        start,
        end: start + length * 5 * 60_000,
        units,
        ref: { kind: 'appointment', id: `a${at}` },
      };
    });
}

function overrides(dates: readonly string[]): fc.Arbitrary<DateOverride> {
  return fc.record({ on: fc.constantFrom(...dates), windows: fc.array(windows(600), { maxLength: 2 }) });
}

/** Most of the week open, some of it at night, where clocks change. */
function weeklyHours(): fc.Arbitrary<WeeklyWindow[]> {
  return fc.array(fc.tuple(weekdays(), windows(1440)), { minLength: 6, maxLength: 12 }).map(weekly);
}

function weekly(list: readonly [Weekday, WallWindow][]): WeeklyWindow[] {
  return list.map(([weekday, window]) => ({ weekday, ...window }));
}

function weekdays(): fc.Arbitrary<Weekday> {
  return fc.constantFrom(1, 2, 3, 4, 5, 6, 7);
}

function windows(longest: number): fc.Arbitrary<WallWindow> {
  return fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 95 })),
      fc.integer({ min: 1, max: longest / 15 }),
    )
    .map(([start, length]) => ({ start: wall(start * 15), end: wall((start + length) * 15) }));
}

function wall(minutes: number): WallTime {
  const rest = minutes === 1440 ? minutes : minutes % 1440;
  return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
}

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof(fc.constant(null), fc.constant(null), arbitrary);
}

function minutesAround(middle: Instant, span: number): fc.Arbitrary<Instant> {
  return fc.integer({ min: -span, max: span }).map((minutes) => middle + minutes * 60_000);
}

function spans<T extends { start: Instant; length: number }>(list: readonly T[]) {
  return list.map(({ length, ...rest }) => ({ ...rest, end: rest.start + length * 60_000 }));
}
