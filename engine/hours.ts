import { type EpochDay, epochDayOf, minutesOfWall, weekdayOfEpochDay } from './date.ts';
import { DAY, MINUTE } from './instant.ts';
import { intersect, normalise, subtract } from './intervals.ts';
import {
  type CompiledSchedule,
  compiled,
  compileSchedule,
  type Openings,
  remember,
  type Schedule,
} from './schedule.ts';
import type {
  Closure,
  Instant,
  Intervals,
  LocalDate,
  LocationRules,
  RecurringTimeOff,
  ResourceRules,
  TimeOff,
  WallWindow,
  WeeklyWindow,
} from './types.ts';
import {
  type Edge,
  localDateOf,
  offsetIndexAt,
  resolveWallMs,
  type WallMs,
  type ZoneTable,
  zoneTable,
} from './zone.ts';

/** Whose hours: a resource at its location, or the location itself for a service that needs no resource. */
export interface HoursOwner {
  location: LocationRules;
  resource: ResourceRules | null;
}

/** Inclusive dates in the zone of the place. */
export interface DayRange {
  first: EpochDay;
  last: EpochDay;
}

/**
 * The open time of a resource within the local dates `from` to `toInclusive` of its location's zone: closure > time
 * off > date override > weekly hours minus breaks > location hours. A window past midnight belongs to the date it
 * starts on, so the evening before `from` counts as far as it reaches in. Empty for an unknown resource.
 */
export function openIntervals(rules: Schedule, resourceId: string, from: LocalDate, toInclusive: LocalDate): Intervals {
  const schedule = compiled(rules);
  const resource = schedule.resources.get(resourceId);
  const location = resource && schedule.locations.get(resource.location_id);
  if (!location) return [];
  const days = { first: epochDayOf(from) - 1, last: epochDayOf(toInclusive) };
  const { open } = openingsOf(schedule, { location, resource }, days);
  const zone = zoneTable(location.time_zone);
  const bounds = [days.first + 1, days.last + 1].map((day) => resolveWallMs(zone, day * DAY, 'start'));
  return bounds[0]! < bounds[1]! ? intersect(open, bounds) : [];
}

/** The open time of all windows that start on the given dates, remembered in the schedule. */
export function openingsOf(schedule: CompiledSchedule, owner: HoursOwner, days: DayRange): Openings {
  const resource = owner.resource && hasOwnRules(owner.resource) ? owner.resource : null;
  const key = `${resource ? `r:${resource.id}` : `l:${owner.location.id}`} ${days.first} ${days.last}`;
  return remember(schedule, key, () => expand(schedule, { location: owner.location, resource }, days));
}

/** The hours alone, before closures and time off are taken away: for explanations, so nothing is remembered. */
export function uncutOpenings({ rules }: CompiledSchedule, owner: HoursOwner, start: Instant, end: Instant): Intervals {
  const resource = owner.resource && { ...owner.resource, time_off: [], recurring_time_off: [] };
  const uncut = compileSchedule({ ...rules, closures: [] });
  return openingsOf(uncut, { location: owner.location, resource }, daysAround(owner.location, start, end)).open;
}

/** The closures that take time from `[start, end)` here. */
export function closuresDuring(
  { rules }: CompiledSchedule,
  { location }: HoursOwner,
  start: Instant,
  end: Instant,
): Closure[] {
  return rules.closures.filter(
    ({ location_id, ...closure }) =>
      (location_id === null || location_id === location.id) && closure.start < end && closure.end > start,
  );
}

/** The time off, once and recurring, that takes time from `[start, end)`; each occurrence with the id of its rule. */
export function timeOffDuring(owner: HoursOwner, start: Instant, end: Instant): TimeOff[] {
  const days = daysAround(owner.location, start, end);
  const resolve = wallResolver(zoneTable(owner.location.time_zone), days);
  const recurring = (owner.resource?.recurring_time_off ?? []).flatMap((off) => {
    const pairs = recurringOff(off, days, resolve);
    return pairs.flatMap((from, at) => (at % 2 === 0 ? [{ id: off.id, start: from, end: pairs[at + 1]! }] : []));
  });
  return [...onceOff(owner, start, end), ...recurring.filter((off) => off.start < end && off.end > start)];
}

/** The start dates of all windows that can reach into `[start, end)`. */
export function daysAround({ time_zone }: LocationRules, start: Instant, end: Instant): DayRange {
  return { first: epochDayOf(localDateOf(time_zone, start)) - 1, last: epochDayOf(localDateOf(time_zone, end)) };
}

/** Flat minutes `[start, end, …]` since midnight; an end past midnight is 1440 or more. */
type WallPairs = readonly number[];

/** Resources that only follow their location share its expansion. */
function hasOwnRules(resource: ResourceRules): boolean {
  return (
    resource.weekly_hours.length > 0 ||
    resource.weekly_breaks.length > 0 ||
    resource.overrides.length > 0 ||
    resource.time_off.length > 0 ||
    resource.recurring_time_off.length > 0
  );
}

function expand(schedule: CompiledSchedule, { location, resource }: HoursOwner, days: DayRange): Openings {
  const resolve = wallResolver(zoneTable(location.time_zone), days);
  const weekly = byWeekday(resource?.weekly_hours.length ? resource.weekly_hours : location.weekly_hours);
  const overrides = overridesByDay(resource);
  const breaks = breakTime(resource, overrides, days, resolve);
  const closed = closedTime(schedule, { location, resource }, days, resolve);
  const pieces: Instant[] = [];
  for (let day = days.first; day <= days.last; day++) {
    const override = overrides.get(day);
    let open: Intervals = normalise(windowsOn(day, override ?? weekly[weekdayOfEpochDay(day)]!, resolve));
    if (!override && breaks.length > 0) open = subtract(open, breaks);
    if (closed.length > 0) open = subtract(open, closed);
    pieces.push(...open);
  }
  return { pieces, open: normalise(pieces) };
}

/** Breaks belong to the weekly set of their date, so an override takes them away together with the hours. */
function breakTime(
  resource: ResourceRules | null,
  overrides: ReadonlyMap<EpochDay, WallPairs>,
  days: DayRange,
  resolve: Resolve,
): Intervals {
  if (!resource?.weekly_breaks.length) return [];
  const weekly = byWeekday(resource.weekly_breaks);
  const pairs: Instant[] = [];
  for (let day = days.first - 1; day <= days.last + 1; day++) {
    if (!overrides.has(day)) pairs.push(...windowsOn(day, weekly[weekdayOfEpochDay(day)]!, resolve));
  }
  return normalise(pairs);
}

/** Closures and time off: above every kind of hours. */
function closedTime(schedule: CompiledSchedule, owner: HoursOwner, days: DayRange, resolve: Resolve): Intervals {
  const [from, until] = [(days.first - 2) * DAY, (days.last + 4) * DAY];
  const closed = [...closuresDuring(schedule, owner, from, until), ...onceOff(owner, from, until)];
  const recurring = (owner.resource?.recurring_time_off ?? []).flatMap((off) => recurringOff(off, days, resolve));
  return normalise([...closed.flatMap(({ start, end }) => [start, end]), ...recurring]);
}

function onceOff({ resource }: HoursOwner, start: Instant, end: Instant): TimeOff[] {
  return (resource?.time_off ?? []).filter((off) => off.start < end && off.end > start);
}

/** The occurrences of one recurring time off that can touch windows of the given dates. */
function recurringOff(off: RecurringTimeOff, days: DayRange, resolve: Resolve): Instant[] {
  const first = Math.max(days.first - 1, off.from_on === null ? -Infinity : epochDayOf(off.from_on));
  const last = Math.min(days.last + 1, off.until_on === null ? Infinity : epochDayOf(off.until_on));
  const pairs: Instant[] = [];
  for (let day = first; day <= last; day++) {
    if (weekdayOfEpochDay(day) === off.weekday) pairs.push(...windowsOn(day, wallPair(off), resolve));
  }
  return pairs;
}

type Resolve = (wall: WallMs, edge: Edge) => Instant;

/** Most ranges see no clock change; for those one offset serves, and it is proven to be the only one. */
function wallResolver(table: ZoneTable, days: DayRange): Resolve {
  const first = offsetIndexAt(table, (days.first - 3) * DAY);
  if (first !== offsetIndexAt(table, (days.last + 5) * DAY)) return (wall, edge) => resolveWallMs(table, wall, edge);
  const offset = table.offsets[first]!;
  return (wall) => wall - offset;
}

/** Windows of one date as instants; one that lies wholly inside a gap comes out empty and vanishes. */
function windowsOn(day: EpochDay, pairs: WallPairs, resolve: Resolve): Instant[] {
  const windows: Instant[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    const start = resolve(day * DAY + pairs[at]! * MINUTE, 'start');
    const end = resolve(day * DAY + pairs[at + 1]! * MINUTE, 'end');
    if (start < end) windows.push(start, end);
  }
  return windows;
}

function wallPair({ start, end }: WallWindow): WallPairs {
  const [from, until] = [minutesOfWall(start), minutesOfWall(end)];
  return [from, until > from ? until : until + 1440];
}

function byWeekday(windows: readonly WeeklyWindow[]): readonly WallPairs[] {
  const days: number[][] = [[], [], [], [], [], [], [], []];
  for (const window of windows) days[window.weekday]!.push(...wallPair(window));
  return days;
}

function overridesByDay(resource: ResourceRules | null): ReadonlyMap<EpochDay, WallPairs> {
  const days = new Map<EpochDay, WallPairs>();
  for (const { on, windows } of resource?.overrides ?? []) {
    const day = epochDayOf(on);
    days.set(day, [...(days.get(day) ?? []), ...windows.flatMap(wallPair)]);
  }
  return days;
}
