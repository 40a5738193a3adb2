import type { BusyTimeline } from './busy.ts';
import { firstEndingAfter } from './busy.ts';
import { DAY } from './instant.ts';
import type { Instant } from './types.ts';
import { offsetIndexAt, type ZoneTable } from './zone.ts';

/** Starts from `from` up to, not including, `until`. */
export interface Range {
  from: Instant;
  until: Instant;
}

export interface GridRules {
  zone: ZoneTable;
  step: number;
  /** `opening` counts from the start of each piece, `clock` from each local midnight. */
  anchor: 'opening' | 'clock';
}

/**
 * The slot grid over open pieces, sorted, nothing twice. Steps count on the wall clock of the place, so that a clock
 * change neither shifts the rest of the day nor loses one of two equal wall times.
 */
export function gridStarts(pieces: readonly Instant[], rules: GridRules, range: Range): Instant[] {
  const starts: Instant[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    if (pieces[at + 1]! > range.from && pieces[at]! < range.until)
      addPiece(starts, pieces[at]!, pieces[at + 1]!, rules, range);
  }
  return sortedUnique(starts);
}

/** Starts that follow without a gap where units of the resource become free: `before` is the padding they need. */
export function startsAfter(timeline: BusyTimeline, before: number, range: Range): Instant[] {
  const starts: Instant[] = [];
  for (let at = firstEndingAfter(timeline, range.from - before - 1); at < timeline.length; at += 3) {
    const end = timeline[at + 1]!;
    if (end + before >= range.until) break;
    const goesOn = timeline[at + 3] === end && timeline[at + 5]! >= timeline[at + 2]!;
    if (!goesOn && end + before >= range.from) starts.push(end + before);
  }
  return starts;
}

/** In order, nothing twice; the list itself where it is so already. */
export function sortedUnique(starts: Instant[]): Instant[] {
  if (isRising(starts)) return starts;
  const sorted = Float64Array.from(starts).sort();
  const unique: Instant[] = [];
  for (let at = 0; at < sorted.length; at++) if (sorted[at] !== sorted[at - 1]) unique.push(sorted[at]!);
  return unique;
}

function isRising(starts: readonly Instant[]): boolean {
  for (let at = 1; at < starts.length; at++) if (starts[at]! <= starts[at - 1]!) return false;
  return true;
}

function addPiece(starts: Instant[], open: Instant, close: Instant, { zone, step, anchor }: GridRules, range: Range) {
  const { times, offsets } = zone;
  const from = Math.max(open, range.from);
  const until = Math.min(close, range.until);
  const opening = open + offsets[offsetIndexAt(zone, open)]!;
  // One pass per offset in force: within it wall time runs evenly.
  for (let index = offsetIndexAt(zone, from), at = from; at < until; at = times[index++]!) {
    const offset = offsets[index]!;
    const end = Math.min(until, times[index] ?? Infinity);
    if (anchor === 'opening') addSteps(starts, at + remainder(opening - at - offset, step), end, step);
    else addClockSteps(starts, at, end, offset, step);
  }
}

function addSteps(starts: Instant[], first: Instant, end: Instant, step: number): void {
  for (let start = first; start < end; start += step) starts.push(start);
}

/** Each local midnight starts the count anew, also where the step does not divide the day. */
function addClockSteps(starts: Instant[], from: Instant, end: Instant, offset: number, step: number): void {
  for (let day = from; day < end;) {
    const sinceMidnight = remainder(day + offset, DAY);
    const nextDay = day - sinceMidnight + DAY;
    addSteps(starts, day + remainder(-sinceMidnight, step), Math.min(end, nextDay), step);
    day = nextDay;
  }
}

function remainder(value: number, by: number): number {
  const rest = value % by;
  return rest < 0 ? rest + by : rest + 0;
}
