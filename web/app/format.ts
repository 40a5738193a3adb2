import { minutesOfWall } from '@smooth/engine/date.ts';
import { DAY, MINUTE, parseInstant } from '@smooth/engine/instant.ts';
import { localDateOf, offsetAt } from '@smooth/engine/zone.ts';
import type { LocalDate, WallTime } from '@smooth/engine/types.ts';

export interface Manner {
  locale: string;
  currency: string;
  zone: string;
}
export type Format = ReturnType<typeof formatFor>;

/** All that is shown as time, date, money or length, as people of the locale write it, in the zone of the place. */
export function formatFor({ locale, currency, zone }: Manner) {
  const clock = intl(locale, { timeStyle: 'short', timeZone: zone });
  const day = intl(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: zone });
  const dayOfYear = intl(locale, { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric', timeZone: zone });
  const long = intl(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const plain = intl(locale, { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' });
  const plainOfYear = intl(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  const counts = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const axis = intl(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const brief = intl(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: zone });

  const seconds = intl(locale, { timeStyle: 'medium', timeZone: zone });
  const wall = intl(locale, { timeStyle: 'short', timeZone: 'UTC' });

  const yearNow = (now: number) => localDateOf(zone, now).slice(0, 4);
  const date = (instant: string, now = Date.now()) =>
    (localDateOf(zone, ms(instant)).startsWith(yearNow(now)) ? day : dayOfYear).format(ms(instant));
  const time = (instant: string) => clock.format(ms(instant));

  return {
    zone,
    locale,
    currency,
    time,
    date,
    /** `Tue, 14 Jul`, for columns. */
    shortDate: (instant: string) => brief.format(ms(instant)),
    /** `Tuesday, 14 July 2026`, of a date of the place. */
    longDay: (on: LocalDate) => long.format(utc(on)),
    day: (on: LocalDate) => plain.format(utc(on)),
    /** `14 Jul`, of a date of the place, where the year and the weekday are clear. */
    axisDay: (on: LocalDate) => axis.format(utc(on)),
    dayRange: (from: LocalDate, to: LocalDate) => plainOfYear.formatRange(utc(from), utc(to)),
    count: (value: number) => counts.format(value),
    percent: (share: number) => percents.format(share),
    /** A wall time of the contract, `15:00`, as the locale writes it. */
    wall: (time: WallTime) => wall.format(minutesOfWall(time) * MINUTE),
    timeRange: (start: string, end: string) => clock.formatRange(ms(start), ms(end)),
    dateTime: (instant: string, now = Date.now()) => `${date(instant, now)}, ${time(instant)}`,
    /** `Tue, 14 Jul, 15:00:07`, for logs, where seconds tell one from the next. */
    exactTime: (instant: string) => `${brief.format(ms(instant))}, ${seconds.format(ms(instant))}`,
    dateTimeRange: (start: string, end: string, now = Date.now()) =>
      localDateOf(zone, ms(start)) === localDateOf(zone, ms(end) - 1)
        ? `${date(start, now)}, ${clock.formatRange(ms(start), ms(end))}`
        : `${date(start, now)}, ${time(start)} – ${date(end, now)}, ${time(end)}`,
    /** `45 min`, `1 hr`, `1 hr 30 min`, `2 days`. */
    duration: (minutes: number) => durationIn(locale, minutes),
    /** `41 hr 15 min`: a sum of hours, which never turns into days. */
    hours: (minutes: number) => hoursIn(locale, minutes),
    money: (minor: number, code = currency) => money(locale, code).format(minor / 10 ** digitsOf(locale, code)),
    minorDigits: digitsOf(locale, currency),
    /** What stands between thousands in a field of numbers. */
    groupSeparator: separatorOf(locale, 'group'),
    dateOf: (instant: string) => localDateOf(zone, ms(instant)),
  };
}

function durationIn(locale: string, minutes: number): string {
  if (minutes !== 0 && minutes % 1440 === 0) return unitIn(locale, minutes / 1440, 'day');
  return hoursIn(locale, minutes);
}

function hoursIn(locale: string, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return unitIn(locale, rest, 'minute');
  const whole = unitIn(locale, hours, 'hour');
  return rest === 0 ? whole : `${whole} ${unitIn(locale, rest, 'minute')}`;
}

const unitIn = (locale: string, value: number, unit: 'day' | 'hour' | 'minute') =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: unit === 'day' ? 'long' : 'short' }).format(value);

/** `in 20 minutes`, `3 hours ago`; null beyond a day, where the date says more. */
export function relative(locale: string, instant: string, now: number): string | null {
  const difference = ms(instant) - now;
  if (Math.abs(difference) >= DAY) return null;
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const minutes = Math.round(difference / 60_000);
  return Math.abs(minutes) < 60 ? words.format(minutes, 'minute') : words.format(Math.round(minutes / 60), 'hour');
}

/** Whether clocks in both zones show the same at that instant. */
export const sameClock = (a: string, b: string, at: number) => offsetAt(a, at) === offsetAt(b, at);

export const ms = (instant: string): number => parseInstant(instant) ?? Date.parse(instant);

const intl = (locale: string, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
/** How the locale writes numbers, for fields in which they are typed. */
export const separatorOf = (locale: string, part: 'decimal' | 'group'): string =>
  new Intl.NumberFormat(locale).formatToParts(12345.6).find(({ type }) => type === part)?.value ?? '';

const money = (locale: string, currency: string) => new Intl.NumberFormat(locale, { style: 'currency', currency });
const digitsOf = (locale: string, currency: string) =>
  money(locale, currency).resolvedOptions().maximumFractionDigits ?? 2;
const utc = (on: LocalDate) => Date.parse(`${on}T00:00:00Z`);
