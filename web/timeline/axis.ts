import { addDays, datesFrom, weekdayOf } from '@smooth/engine/date.ts';
import { HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant, LocalDate, Zone } from '@smooth/engine/types.ts';
import { offsetAt, resolveWall, wallOf } from '@smooth/engine/zone.ts';

export const views = ['day', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** The shown part of one local date, and where it lies from left to right. */
export interface AxisDay {
  on: LocalDate;
  start: Instant;
  end: Instant;
  x: number;
  width: number;
}

/** Time from left to right: days side by side, elapsed time within each. Hours that nobody needs are left out. */
export interface Axis {
  zone: Zone;
  days: readonly AxisDay[];
  width: number;
  pxPerHour: number;
}

/** Wall minutes of the part of each day that is shown. */
export interface Band {
  from: number;
  until: number;
}

export const wholeDay: Band = { from: 0, until: 1440 };
const USUAL: Band = { from: 480, until: 1080 };

/** The first and last date that a view of a date shows, Monday to Sunday and whole months. */
export function datesOf(view: View, date: LocalDate): { from: LocalDate; to: LocalDate } {
  if (view === 'day') return { from: date, to: date };
  if (view === 'week') {
    const from = addDays(date, 1 - weekdayOf(date));
    return { from, to: addDays(from, 6) };
  }
  const from = `${date.slice(0, 7)}-01`;
  return { from, to: addDays(`${addDays(from, 31).slice(0, 7)}-01`, -1) };
}

/** The same view, one further or one back. */
export function stepDate(view: View, date: LocalDate, by: 1 | -1): LocalDate {
  const { from, to } = datesOf(view, date);
  if (view === 'day') return addDays(date, by);
  return by === 1 ? addDays(to, 1) : datesOf(view, addDays(from, -1)).from;
}

/** The whole hours of the day around all that is open or booked (flat pairs), so that nothing lies outside. */
export function bandOf(pairs: readonly Instant[], zone: Zone): Band {
  const wall = wallReader(pairs, zone);
  let from = 1440;
  let until = 0;
  for (let at = 0; at < pairs.length; at += 2) {
    const first = wall(pairs[at]!);
    const last = wall(pairs[at + 1]! - 1);
    if (Math.floor(first / 1440) !== Math.floor(last / 1440)) return wholeDay;
    from = Math.min(from, first % 1440);
    until = Math.max(until, last % 1440);
  }
  if (from >= until) return USUAL;
  return { from: Math.floor(from / 60) * 60, until: Math.min(1440, Math.floor(until / 60 + 1) * 60) };
}

/** Minutes of the wall clock. There are thousands to read, and mostly one offset serves for all of them. */
function wallReader(instants: readonly Instant[], zone: Zone): (instant: Instant) => number {
  let first = Infinity;
  let last = -Infinity;
  for (const instant of instants) {
    if (instant < first) first = instant;
    if (instant > last) last = instant;
  }
  if (first > last) return () => 0;
  const [before, after] = [offsetAt(zone, first), offsetAt(zone, last)];
  // A month has one change of the clock at most, so equal ends mean that there is none.
  return before === after
    ? (instant) => instant / MINUTE + before
    : (instant) => instant / MINUTE + offsetAt(zone, instant);
}

export function axisOf(
  dates: { from: LocalDate; to: LocalDate },
  { zone, band, pxPerHour }: { zone: Zone; band: Band; pxPerHour: number },
): Axis {
  let x = 0;
  const days = datesFrom(dates.from, dates.to).map((on) => {
    const start = resolveWall(zone, on, band.from, 'start');
    const end = resolveWall(zone, on, band.until, 'end');
    const day = { on, start, end, x, width: ((end - start) / HOUR) * pxPerHour };
    x += day.width;
    return day;
  });
  return { zone, days, width: x, pxPerHour };
}

/** Where an instant lies; one that is not shown lies at the edge it is nearest to. */
export function xOf(axis: Axis, instant: Instant): number {
  const day = axis.days[dayIndex(axis.days, (one) => one.start <= instant)];
  if (!day) return 0;
  return day.x + ((Math.min(instant, day.end) - day.start) / HOUR) * axis.pxPerHour;
}

export function instantAt(axis: Axis, x: number): Instant {
  const day = axis.days[dayIndex(axis.days, (one) => one.x <= x)] ?? axis.days[0]!;
  const within = Math.min(Math.max(x - day.x, 0), day.width);
  return day.start + (within / axis.pxPerHour) * HOUR;
}

export const dayAt = (axis: Axis, x: number): AxisDay =>
  axis.days[dayIndex(axis.days, (one) => one.x <= x)] ?? axis.days[0]!;

/** Steps of the wall clock that a hand can hit at this scale. */
export function snapMinutes(pxPerHour: number): number {
  if (pxPerHour >= 200) return 5;
  if (pxPerHour >= 30) return 15;
  return pxPerHour >= 14 ? 30 : 60;
}

/** The nearest step of the wall clock. */
export function snap(instant: Instant, stepMinutes: number, zone: Zone): Instant {
  const [step, shift] = [stepMinutes * MINUTE, offsetAt(zone, instant) * MINUTE];
  return Math.round((instant + shift) / step) * step - shift;
}

/** Hours between labels: as many as have room. */
export function tickHours(pxPerHour: number): number {
  return [1, 2, 3, 4, 6, 12].find((hours) => hours * pxPerHour >= 46) ?? 24;
}

export interface Tick {
  at: Instant;
  x: number;
}

/** The labelled hours of the days that touch a window of pixels. */
export function ticksIn(axis: Axis, from: number, until: number): Tick[] {
  const every = tickHours(axis.pxPerHour);
  if (every >= 24) return [];
  return daysIn(axis, from, until).flatMap((day) => {
    const ticks: Tick[] = [];
    const first = wallOf(axis.zone, day.start).minutes / 60;
    for (let hour = Math.ceil(first / every) * every; hour < 24; hour += every) {
      const at = resolveWall(axis.zone, day.on, hour * 60, 'start');
      if (at >= day.end) break;
      ticks.push({ at, x: xOf(axis, at) });
    }
    return ticks;
  });
}

export const daysIn = (axis: Axis, from: number, until: number): AxisDay[] =>
  axis.days.filter((day) => day.x < until && day.x + day.width > from);

/** The last day for which `isBefore` holds, by bisection. */
function dayIndex(days: readonly AxisDay[], isBefore: (day: AxisDay) => boolean): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(days[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
