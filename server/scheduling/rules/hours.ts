import type { FieldError } from '@smooth/contract/core/errors.ts';
import { minutesOfWall } from '@smooth/engine/date.ts';
import type { WallWindow, WeeklyWindow } from '@smooth/engine/types.ts';
import { wrong } from '../../core/field-errors.ts';

const DAY_MINUTES = 1440;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** What is wrong with windows that come back each week: one that starts at 24:00, one that overlaps another. */
export function wrongWeek(windows: readonly WeeklyWindow[], pointer: string): FieldError[] {
  const spans = windows.flatMap((window, index) => {
    const { start, end } = spanOf(window);
    const day = (window.weekday - 1) * DAY_MINUTES;
    const span = { start: day + start, end: day + end, index };
    // Sunday night reaches into Monday morning.
    return span.end <= WEEK_MINUTES ? [span] : [span, { ...span, start: 0, end: span.end - WEEK_MINUTES }];
  });
  return wrongStarts(windows, pointer).concat(overlaps(spans, pointer));
}

/** The same for the windows of one date. */
export function wrongDay(windows: readonly WallWindow[], pointer: string): FieldError[] {
  const spans = windows.map((window, index) => ({ ...spanOf(window), index }));
  return wrongStarts(windows, pointer).concat(overlaps(spans, pointer));
}

export const wrongStart = ({ start }: WallWindow, pointer: string): FieldError[] =>
  start === '24:00' ? [wrong(`${pointer}/start`, 'A day starts at 00:00; only an end may be 24:00')] : [];

const wrongStarts = (windows: readonly WallWindow[], pointer: string): FieldError[] =>
  windows.flatMap((window, index) => wrongStart(window, `${pointer}/${index}`));

interface Span {
  start: number;
  end: number;
  index: number;
}

function spanOf({ start, end }: WallWindow): Omit<Span, 'index'> {
  const [from, until] = [minutesOfWall(start), minutesOfWall(end)];
  return { start: from, end: until > from ? until : until + DAY_MINUTES };
}

function overlaps(spans: Span[], pointer: string): FieldError[] {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const bad = new Set<number>();
  for (let at = 1; at < sorted.length; at += 1) {
    const [before, span] = [sorted[at - 1]!, sorted[at]!];
    if (span.start < before.end) bad.add(Math.max(before.index, span.index));
    // The one that reaches furthest is what the next is compared with.
    if (before.end > span.end) sorted[at] = { ...before, index: before.index };
  }
  return [...bad].sort((a, b) => a - b).map((index) => wrong(`${pointer}/${index}`, 'Times overlap', 'overlap'));
}
