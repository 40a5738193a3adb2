import { Temporal } from 'temporal-polyfill';
import { dateOfEpochDay, epochDayOf } from './date.ts';
import { DAY, HOUR, MINUTE } from './instant.ts';
import type { Instant, LocalDate, Zone } from './types.ts';

/** Where an interval boundary stands: it decides what a wall time that occurs twice means. */
export type Edge = 'start' | 'end';

/** The clock changes of a zone: `offsets[k]` (milliseconds) rules from `times[k - 1]` up to `times[k]`. */
export interface ZoneTable {
  times: readonly Instant[];
  offsets: readonly number[];
}

/** A wall time as milliseconds since 1970-01-01T00:00 of the same wall clock. */
export type WallMs = number;

/** True for an IANA name in its own spelling; offsets such as `+02:00` are not zones. */
export function isZone(text: string): boolean {
  if (tables.has(text)) return true;
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId === text;
  } catch {
    return false;
  }
}

/** The offset from UTC in force at `instant`, in minutes, east positive. Throws RangeError for an unknown zone. */
export function offsetAt(zone: Zone, instant: Instant): number {
  return offsetMsAt(zoneTable(zone), instant) / MINUTE;
}

/** What the clock on the wall shows at `instant`: the date, and minutes since its midnight as shown. */
export function wallOf(zone: Zone, instant: Instant): { date: LocalDate; minutes: number } {
  const wall = instant + offsetMsAt(zoneTable(zone), instant);
  const day = Math.floor(wall / DAY);
  return { date: dateOfEpochDay(day), minutes: (wall - day * DAY) / MINUTE };
}

/** The local date at `instant`. */
export function localDateOf(zone: Zone, instant: Instant): LocalDate {
  return dateOfEpochDay(Math.floor((instant + offsetMsAt(zoneTable(zone), instant)) / DAY));
}

/** Every instant at which the wall shows that time: none in a gap, two in an overlap, in order. */
export function instantsOf(zone: Zone, date: LocalDate, minutesOfDay: number): Instant[] {
  return occurrences(zoneTable(zone), epochDayOf(date) * DAY + minutesOfDay * MINUTE);
}

/**
 * The instant a rule's wall time stands for. In a gap it is the first instant after the gap; of two occurrences a
 * start takes the first and an end the second. `minutesOfDay` may be 1440 or more and then means the following date.
 */
export function resolveWall(zone: Zone, date: LocalDate, minutesOfDay: number, edge: Edge): Instant {
  return resolveWallMs(zoneTable(zone), epochDayOf(date) * DAY + minutesOfDay * MINUTE, edge);
}

/** The first instant of the local date; of a date that the zone skipped, the first instant after it. */
export function startOfDay(zone: Zone, date: LocalDate): Instant {
  return resolveWallMs(zoneTable(zone), epochDayOf(date) * DAY, 'start');
}

/** `UTC+05:45`, `UTC-04:00`: what tells two equal wall times of an overlap apart. */
export function offsetLabel(zone: Zone, instant: Instant): string {
  const minutes = offsetAt(zone, instant);
  const size = Math.abs(Math.round(minutes));
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** The cached clock changes of a zone from 1970 to 2100. Throws RangeError for an unknown zone. */
export function zoneTable(zone: Zone): ZoneTable {
  let table = tables.get(zone);
  if (!table) {
    if (!isZone(zone)) throw new RangeError(`Unknown time zone: ${zone}`);
    table = buildTable(zone);
    tables.set(zone, table);
  }
  return table;
}

/** How many clock changes lie at or before `instant`: the index of the offset in force. */
export function offsetIndexAt({ times }: ZoneTable, instant: Instant): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function offsetMsAt(table: ZoneTable, instant: Instant): number {
  return table.offsets[offsetIndexAt(table, instant)]!;
}

/** `resolveWall` on a wall time in milliseconds. */
export function resolveWallMs(table: ZoneTable, wall: WallMs, edge: Edge): Instant {
  const first = offsetIndexAt(table, wall - REACH);
  const last = offsetIndexAt(table, wall + REACH);
  if (first === last) return wall - table.offsets[first]!;
  const found = occurrences(table, wall);
  if (found.length > 0) return edge === 'start' ? found[0]! : found.at(-1)!;
  for (let index = first; index < last; index++) {
    const change = table.times[index]!;
    if (change + table.offsets[index]! <= wall && wall < change + table.offsets[index + 1]!) return change;
  }
  throw new RangeError(`No instant for wall time ${wall}`);
}

/** Farther than any offset, and than any two clock changes a wall time could be confused between. */
const REACH = 26 * HOUR;
const TABLE_FROM = Date.UTC(1970, 0, 1);
const TABLE_UNTIL = Date.UTC(2100, 0, 1);
const tables = new Map<Zone, ZoneTable>();

function occurrences(table: ZoneTable, wall: WallMs): Instant[] {
  const found: Instant[] = [];
  const last = offsetIndexAt(table, wall + REACH);
  for (let index = offsetIndexAt(table, wall - REACH); index <= last; index++) {
    const instant = wall - table.offsets[index]!;
    if (offsetIndexAt(table, instant) === index) found.push(instant);
  }
  return found;
}

function buildTable(zone: Zone): ZoneTable {
  let at = Temporal.Instant.fromEpochMilliseconds(TABLE_FROM).toZonedDateTimeISO(zone);
  const times: Instant[] = [];
  const offsets = [at.offsetNanoseconds / 1e6];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= TABLE_UNTIL) return { times, offsets };
    times.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    at = next;
  }
}
