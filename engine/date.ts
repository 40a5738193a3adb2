import type { LocalDate, WallTime, Weekday } from './types.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar; what date arithmetic runs on. */
export type EpochDay = number;

/** Reads `YYYY-MM-DD`, years 0000 to 9999. Null for other shapes and for dates that do not exist (`2026-02-30`). */
export function parseDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  return dateOfEpochDay(epochDayOf(text)) === text ? text : null;
}

/** The date `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfEpochDay(epochDayOf(date) + days);
}

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return epochDayOf(b) - epochDayOf(a);
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfEpochDay(epochDayOf(date));
}

/** Every date from `from` to `toInclusive`; empty when the range is turned round. */
export function datesFrom(from: LocalDate, toInclusive: LocalDate): LocalDate[] {
  const first = epochDayOf(from);
  const count = Math.max(0, epochDayOf(toInclusive) - first + 1);
  return Array.from({ length: count }, (_, index) => dateOfEpochDay(first + index));
}

/** Minutes since midnight of a wall time `HH:MM`; `24:00` is 1440. */
export function minutesOfWall(time: WallTime): number {
  return digits(time, 0, 2) * 60 + digits(time, 3, 2);
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfEpochDay(day: EpochDay): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Days since 1970-01-01 of a well-formed date (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export function epochDayOf(date: LocalDate): EpochDay {
  const month = digits(date, 5, 2);
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8, 2) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `epochDayOf`, from the same source. */
export function dateOfEpochDay(day: EpochDay): LocalDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1, 2)}`;
}

function digits(text: string, at: number, count: number): number {
  let value = 0;
  for (let index = at; index < at + count; index++) value = value * 10 + text.charCodeAt(index) - 48;
  return value;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
