import { epochDayOf, parseDate } from './date.ts';
import type { Instant } from './types.ts';

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/**
 * Reads an RFC 3339 date-time with `Z` or a numeric offset, upper case, years 0000 to 9999. Null for everything else:
 * local times, dates that do not exist, leap seconds. Fractions below a millisecond are cut.
 */
export function parseInstant(text: string): Instant | null {
  const match = RFC_3339.exec(text);
  const date = match ? parseDate(match[1]!) : null;
  if (!match || date === null) return null;
  const [hour, minute, second] = [Number(match[2]), Number(match[3]), Number(match[4])];
  const offset = parseOffset(match[6]!);
  if (hour > 23 || minute > 59 || second > 59 || offset === null) return null;
  const fraction = Number((match[5] ?? '').slice(1, 4).padEnd(3, '0'));
  return epochDayOf(date) * DAY + hour * HOUR + minute * MINUTE + second * SECOND + fraction - offset;
}

/** `2026-03-08T15:00:00Z`; milliseconds appear only when there are any. Throws RangeError for NaN. */
export function formatInstant(instant: Instant): string {
  // Lists have many instants of few days: a month of starts is put together from known pieces.
  const day = Math.floor(instant / DAY);
  const ofDay = Math.trunc(instant) - day * DAY;
  const minute = Math.floor(ofDay / MINUTE);
  const within = ofDay - minute * MINUTE;
  return dateText(day) + (within === 0 ? times[minute]! : times[minute]!.slice(0, 7) + secondsText(within));
}

/** Elapsed minutes from `a` to `b`; negative when `b` is earlier, fractional when the instants are. */
export function minutesBetween(a: Instant, b: Instant): number {
  return (b - a) / MINUTE;
}

const twoDigits = (value: number) => String(value).padStart(2, '0');
/** `T08:30:00Z` by the minute of the day. */
const times = Array.from(
  { length: 1440 },
  (_, minute) => `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00Z`,
);
/** `59.125Z`, of the milliseconds in a minute. */
function secondsText(within: number): string {
  const second = Math.floor(within / SECOND);
  const fraction = within - second * SECOND;
  return `${twoDigits(second)}${fraction === 0 ? '' : `.${String(fraction).padStart(3, '0')}`}Z`;
}

const MOST_DATES = 4096;
const dates = new Map<number, string>();

function dateText(day: number): string {
  const known = dates.get(day);
  if (known !== undefined) return known;
  const date = new Date(day * DAY).toISOString().slice(0, -14);
  if (dates.size >= MOST_DATES) dates.clear();
  dates.set(day, date);
  return date;
}

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/;

function parseOffset(text: string): number | null {
  if (text === 'Z') return 0;
  const [hour, minute] = [Number(text.slice(1, 3)), Number(text.slice(4))];
  if (hour > 23 || minute > 59) return null;
  return (text[0] === '-' ? -1 : 1) * (hour * HOUR + minute * MINUTE);
}
