import { Temporal } from 'temporal-polyfill';
import type { Offer } from './availability.ts';
import type { Audience } from './survey.ts';
import type {
  Busy,
  Instant,
  LocationRules,
  RequirementLine,
  ResourceRules,
  ScheduleRules,
  ServiceRules,
  WallWindow,
} from './types.ts';

/**
 * The rules of availability once more, written the slow way: minute by minute, every assignment tried, Temporal asked
 * for every wall time. It shares no code with the engine on purpose. All instants must be whole minutes.
 */
export interface OracleInput {
  rules: ScheduleRules;
  service: ServiceRules;
  busy: readonly Busy[];
  from: string;
  to: string;
  zone: string;
  now: Instant;
  audience: Audience;
  resourceId: string | null;
}

const MIN = 60_000;

/** What a customer is offered, or the business is listed, minute by minute. */
export function offersByBruteForce(input: OracleInput): Offer[] {
  const offers: Offer[] = [];
  const first = Temporal.PlainDate.from(input.from).toZonedDateTime('UTC').epochMilliseconds - 30 * 60 * MIN;
  const last = Temporal.PlainDate.from(input.to).toZonedDateTime('UTC').epochMilliseconds + 56 * 60 * MIN;
  const worlds = input.rules.locations.map((place) => worldOf(input, place, first, last));
  for (let start = first; start < last; start += MIN) {
    const date = at(start, input.zone).toPlainDate().toString();
    if (date < input.from || date > input.to) continue;
    for (const minutes of durationsOf(input)) {
      const ids = worlds.map((world) =>
        mayStart(world, start, true) ? shownAt(world, { start, minutes }, true) : null,
      );
      if (ids.every((found) => found === null)) continue;
      const resource_ids = ids.flatMap((found) => [...(found ?? [])]).sort();
      offers.push({ start, end: start + minutes * MIN, resource_ids });
    }
  }
  return offers;
}

/** Whether this start can be booked: the business is bound by hours and busy time only. */
export function isBookableByBruteForce(input: OracleInput, start: Instant): boolean {
  const onGrid = input.audience === 'customer';
  return input.rules.locations.some((place) => {
    const world = worldOf(input, place, start - 48 * 60 * MIN, start + 48 * 60 * MIN);
    const isPossible = (minutes: number) => shownAt(world, { start, minutes }, onGrid) !== null;
    return mayStart(world, start, onGrid) && durationsOf(input).some(isPossible);
  });
}

/** Every duration that could come up, shortest first. */
function durationsOf({ service }: OracleInput): number[] {
  const own = service.resource_terms.map(({ duration_minutes }) => duration_minutes ?? service.duration_minutes);
  return [...new Set([service.duration_minutes, ...own])].sort((a, b) => a - b);
}

/** How long this resource takes, where it fills the deciding line. */
function minutesWith({ service }: OracleInput, id: string): number {
  const own = service.resource_terms.find(({ resource_id }) => resource_id === id);
  return own?.duration_minutes ?? service.duration_minutes;
}

/** The first line that somebody with terms could fill, at whatever place. */
function decidingSeat({ rules, service }: OracleInput): number {
  return service.requires.findIndex((line) =>
    rules.resources.some(
      (one) =>
        one.is_active && isNamed(line, one) && service.resource_terms.some(({ resource_id }) => resource_id === one.id),
    ),
  );
}

const isNamed = (line: RequirementLine, { id, type }: ResourceRules) =>
  line.resource_ids.length > 0 ? line.resource_ids.includes(id) : type === line.type;

interface Stretch {
  start: Instant;
  minutes: number;
}

interface World {
  input: OracleInput;
  place: LocationRules;
  /** Per resource (or `''`, the place itself): for each start date the minutes its windows open. */
  open: Map<string, Map<string, Set<Instant>>>;
  load: Map<string, Map<Instant, number>>;
}

function worldOf(input: OracleInput, place: LocationRules, first: Instant, last: Instant): World {
  const open = new Map([['', openMinutes(input.rules, place, null, first, last)]]);
  for (const resource of input.rules.resources) {
    if (resource.location_id === place.id) {
      open.set(resource.id, openMinutes(input.rules, place, resource, first, last));
    }
  }
  const load = new Map<string, Map<Instant, number>>();
  for (const { resource_id, start, end, units } of input.busy) {
    const minutes = load.get(resource_id) ?? new Map<Instant, number>();
    for (let minute = start; minute < end; minute += MIN) minutes.set(minute, (minutes.get(minute) ?? 0) + units);
    load.set(resource_id, minutes);
  }
  return { input, place, open, load };
}

function openMinutes(
  rules: ScheduleRules,
  place: LocationRules,
  resource: ResourceRules | null,
  first: Instant,
  last: Instant,
): Map<string, Set<Instant>> {
  const zone = place.time_zone;
  const isOverridden = (date: Temporal.PlainDate) =>
    resource?.overrides.some(({ on }) => on === date.toString()) ?? false;
  const dates = datesBetween(at(first, zone).toPlainDate(), at(last, zone).toPlainDate());
  const breaks = new Set<Instant>();
  const off = new Set<Instant>();
  for (const date of dates) {
    for (const pause of resource?.weekly_breaks ?? []) {
      if (pause.weekday === date.dayOfWeek && !isOverridden(date)) addMinutes(breaks, windowOf(date, pause, zone));
    }
    for (const away of resource?.recurring_time_off ?? []) {
      const on = date.toString();
      const applies = (away.from_on ?? on) <= on && on <= (away.until_on ?? on);
      if (away.weekday === date.dayOfWeek && applies) addMinutes(off, windowOf(date, away, zone));
    }
  }
  const shut = [
    ...(resource?.time_off ?? []),
    ...rules.closures.filter((one) => (one.location_id ?? place.id) === place.id),
  ];
  const isShut = (minute: Instant) => off.has(minute) || shut.some((one) => one.start <= minute && minute < one.end);
  const weekly = resource && resource.weekly_hours.length > 0 ? resource.weekly_hours : place.weekly_hours;
  return new Map(
    dates.map((date) => {
      const minutes = new Set<Instant>();
      const override = resource?.overrides.find(({ on }) => on === date.toString());
      const windows = override ? override.windows : weekly.filter(({ weekday }) => weekday === date.dayOfWeek);
      for (const window of windows) addMinutes(minutes, windowOf(date, window, zone));
      for (const minute of minutes) {
        if (isShut(minute) || (!override && breaks.has(minute))) minutes.delete(minute);
      }
      return [date.toString(), minutes] as const;
    }),
  );
}

/** Two dates wider on both sides. */
function datesBetween(first: Temporal.PlainDate, last: Temporal.PlainDate): Temporal.PlainDate[] {
  const days = first.until(last).days + 5;
  return Array.from({ length: days }, (_, index) => first.add({ days: index - 2 }));
}

function addMinutes(minutes: Set<Instant>, [start, end]: [Instant, Instant]): void {
  for (let minute = start; minute < end; minute += MIN) minutes.add(minute);
}

function windowOf(date: Temporal.PlainDate, { start, end }: WallWindow, zone: string): [Instant, Instant] {
  const endDate = end <= start ? date.add({ days: 1 }) : date;
  return [resolve(date, start, zone, 'earlier'), resolve(endDate, end, zone, 'later')];
}

function resolve(date: Temporal.PlainDate, time: string, zone: string, pick: 'earlier' | 'later'): Instant {
  const midnight = time === '24:00';
  const plain = (midnight ? date.add({ days: 1 }) : date).toPlainDateTime(midnight ? '00:00' : time);
  const found = plain.toZonedDateTime(zone, { disambiguation: pick });
  if (found.toPlainDateTime().equals(plain)) return found.epochMilliseconds;
  // In a gap: `earlier` reads the wall time with the offset after the change and so lands before it.
  const before = plain.toZonedDateTime(zone, { disambiguation: 'earlier' });
  return before.getTimeZoneTransition('next')!.epochMilliseconds;
}

function mayStart({ input, place }: World, start: Instant, policies: boolean): boolean {
  if (input.audience === 'business' || !policies) return true;
  const { min_notice_minutes, window_days, window_from_on, window_until_on } = input.service;
  if (start < input.now + min_notice_minutes * MIN) return false;
  const date = at(start, place.time_zone).toPlainDate();
  const today = at(input.now, place.time_zone).toPlainDate();
  if (window_days !== null && today.until(date).days > window_days) return false;
  if (window_from_on !== null && date.toString() < window_from_on) return false;
  return window_until_on === null || date.toString() <= window_until_on;
}

/** The resources that fill the shown line in some complete assignment that lasts so long; null when there is none. */
function shownAt(world: World, time: Stretch, onGrid: boolean): Set<string> | null {
  const { start, minutes } = time;
  const { rules, service, resourceId, audience } = world.input;
  const lines = service.requires;
  if (lines.length === 0) {
    if (resourceId || world.place !== rules.locations[0] || minutes !== service.duration_minutes) return null;
    const isOk = isOpenThroughout(world, '', time) && (!onGrid || isOnGrid(world, '', start, lines[0]));
    return isOk ? new Set() : null;
  }
  const deciding = decidingSeat(world.input);
  if (deciding < 0 && minutes !== service.duration_minutes) return null;
  const fits = lines.map((line, index) =>
    rules.resources.filter(
      (one) =>
        (index !== deciding || minutesWith(world.input, one.id) === minutes) &&
        canFill(world, line, one, time) &&
        (index > 0 || !onGrid || isOnGrid(world, one.id, start, line)),
    ),
  );
  const seats = lines.flatMap((line, index) => Array.from({ length: line.quantity }, () => index));
  const choosable = lines.findIndex(({ is_choosable }) => is_choosable);
  const shown = new Set<string>();
  let isPossible = false;
  everyAssignment(fits, seats, [], (assignment) => {
    const isGranted = assignment.some(
      (id, seat) => id === resourceId && (audience === 'business' || lines[seats[seat]!]!.is_choosable),
    );
    if (resourceId && !isGranted) return;
    isPossible = true;
    assignment.forEach((id, seat) => seats[seat] === Math.max(0, choosable) && shown.add(id));
  });
  return isPossible ? shown : null;
}

function everyAssignment(
  fits: readonly ResourceRules[][],
  seats: readonly number[],
  taken: readonly string[],
  visit: (assignment: readonly string[]) => void,
): void {
  if (taken.length === seats.length) return visit(taken);
  for (const { id } of fits[seats[taken.length]!]!) {
    if (!taken.includes(id)) everyAssignment(fits, seats, [...taken, id], visit);
  }
}

function canFill(world: World, line: RequirementLine, resource: ResourceRules, time: Stretch): boolean {
  const { start, minutes } = time;
  const { service } = world.input;
  if (!isNamed(line, resource) || !resource.is_active || resource.location_id !== world.place.id) return false;
  if (line.units > resource.capacity || !isOpenThroughout(world, resource.id, time)) return false;
  const from = start - (line.padding_before_minutes ?? service.padding_before_minutes) * MIN;
  const until = start + (minutes + (line.padding_after_minutes ?? service.padding_after_minutes)) * MIN;
  for (let minute = from; minute < until; minute += MIN) {
    if ((world.load.get(resource.id)?.get(minute) ?? 0) + line.units > resource.capacity) return false;
  }
  return true;
}

function isOpenThroughout({ open }: World, id: string, { start, minutes: length }: Stretch): boolean {
  const days = [...open.get(id)!.values()];
  for (let minute = start; minute < start + length * MIN; minute += MIN) {
    if (!days.some((minutes) => minutes.has(minute))) return false;
  }
  return true;
}

function isOnGrid(world: World, id: string, start: Instant, line: RequirementLine | undefined): boolean {
  const { slot_anchor, slot_step_minutes, padding_before_minutes } = world.input.service;
  const zone = world.place.time_zone;
  const wall = at(start, zone).toPlainDateTime();
  if (slot_anchor === 'clock' || world.input.audience === 'business') {
    return (wall.hour * 60 + wall.minute) % slot_step_minutes === 0;
  }
  if (slot_anchor === 'previous') {
    const load = (minute: Instant) => world.load.get(id)?.get(minute) ?? 0;
    const freed = start - (line?.padding_before_minutes ?? padding_before_minutes) * MIN;
    if (load(freed - MIN) > load(freed)) return true;
  }
  return [...world.open.get(id)!.values()].some((minutes) => {
    if (!minutes.has(start)) return false;
    let opening = start;
    while (minutes.has(opening - MIN)) opening -= MIN;
    return at(opening, zone).toPlainDateTime().until(wall, { largestUnit: 'minute' }).minutes % slot_step_minutes === 0;
  });
}

function at(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
