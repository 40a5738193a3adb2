import { addDays, firstOf } from './calendar.ts';

type Options = Intl.DateTimeFormatOptions;

/** Dates, times, durations and money as people of a locale write them. Pure; `now` decides whether a year is shown. */
export interface Format {
  /** Tue 14 July */
  day: (instant: string, zone: string) => string;
  /** Tue */
  weekday: (instant: string, zone: string) => string;
  /** 10:00 */
  time: (instant: string, zone: string) => string;
  /** 1:30 (GMT-4), where the clock shows 1:30 twice */
  timeWithOffset: (instant: string, zone: string) => string;
  /** Tue 14 July, 10:00 */
  moment: (instant: string, zone: string) => string;
  /** Tue 14 July, 10:00 – 10:45 */
  span: (start: string, end: string, zone: string) => string;
  /** GMT+2 */
  offset: (instant: string, zone: string) => string;
  /** Tuesday 14 July */
  date: (date: string) => string;
  /** Tue 14 July */
  shortDate: (date: string) => string;
  /** July 2026 */
  month: (month: string) => string;
  /** Names of the seven weekdays in order, from the weekday given (1 is Monday) */
  weekdays: (first: number, width: 'short' | 'long') => string[];
  /** 1 hr 30 min */
  duration: (minutes: number) => string;
  /** €45 */
  money: (money: { amount_minor: number; currency: string }) => string;
  /** in 30 seconds */
  inSeconds: (seconds: number) => string;
}

export function formatOf(locale: string, now = new Date()): Format {
  const at = formatterOf(locale);
  const year = (instant: Date, timeZone: string): Options =>
    at({ year: 'numeric', timeZone }).format(instant) === at({ year: 'numeric', timeZone }).format(now)
      ? {}
      : { year: 'numeric' };
  const dayOf = (instant: Date, timeZone: string, weekday: 'short' | 'long') =>
    at({ weekday, day: 'numeric', month: 'long', timeZone, ...year(instant, timeZone) }).format(instant);
  const day = (instant: string, zone: string) => dayOf(new Date(instant), zone, 'short');
  const time = (instant: string, timeZone: string) => at({ ...clock, timeZone }).format(new Date(instant));
  const offset = (instant: string, timeZone: string) =>
    at({ timeZone, timeZoneName: 'shortOffset' })
      .formatToParts(new Date(instant))
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return {
    day,
    time,
    offset,
    weekday: (instant, timeZone) => at({ weekday: 'short', timeZone }).format(new Date(instant)),
    timeWithOffset: (instant, zone) => `${time(instant, zone)} (${offset(instant, zone)})`,
    moment: (instant, zone) => `${day(instant, zone)}, ${time(instant, zone)}`,
    span: (start, end, zone) =>
      `${day(start, zone)}, ${at({ ...clock, timeZone: zone }).formatRange(new Date(start), new Date(end))}`,
    date: (date) => dayOf(noon(date), 'UTC', 'long'),
    shortDate: (date) => dayOf(noon(date), 'UTC', 'short'),
    month: (month) => at({ month: 'long', year: 'numeric', timeZone: 'UTC' }).format(noon(firstOf(month))),
    weekdays: (first, weekday) =>
      Array.from({ length: 7 }, (_, i) =>
        at({ weekday, timeZone: 'UTC' }).format(noon(addDays('2026-06-01', first - 1 + i))),
      ),
    ...amountsOf(locale),
  };
}

function amountsOf(locale: string): Pick<Format, 'duration' | 'money' | 'inSeconds'> {
  const unit = (value: number, name: 'hour' | 'minute' | 'day') =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  return {
    duration: (minutes) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      return [hours ? unit(hours, 'hour') : '', rest || !hours ? unit(rest, 'minute') : ''].filter(Boolean).join(' ');
    },
    money: ({ amount_minor, currency }) => {
      const format = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        trailingZeroDisplay: 'stripIfInteger',
      });
      return format.format(amount_minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
    },
    inSeconds: (seconds) => {
      const format = new Intl.RelativeTimeFormat(locale);
      return seconds < 90
        ? format.format(Math.ceil(seconds), 'second')
        : format.format(Math.ceil(seconds / 60), 'minute');
    },
  };
}

const clock: Options = { timeStyle: 'short' };
const noon = (date: string): Date => new Date(`${date}T12:00:00Z`);

/** Formatters are dear to make and asked for again and again. */
function formatterOf(locale: string): (options: Options) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? new Intl.DateTimeFormat(locale, options);
    made.set(key, format);
    return format;
  };
}
