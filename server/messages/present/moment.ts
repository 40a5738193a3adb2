import type { Instant, Zone } from '@smooth/engine/types.ts';
import { localDateOf, offsetAt } from '@smooth/engine/zone.ts';

/** A stretch of time as people of a locale write it, always with its zone: `America/New_York` is meant by everybody. */
export interface Moment {
  /** `Tuesday, July 14` */
  date: string;
  /** `10:00 AM` */
  time: string;
  /** `Tuesday, July 14, 2026, 10:00 – 11:00 AM (Eastern Daylight Time, America/New_York)` */
  whole: string;
}

export interface Stretch {
  start: Instant;
  end: Instant;
  zone: Zone;
  locale: string;
}

export function momentOf({ start, end, zone, locale }: Stretch): Moment {
  const of = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  const clock = of({ hour: 'numeric', minute: '2-digit' });
  const day = of({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const sameDay = localDateOf(zone, start) === localDateOf(zone, end - 1);
  const range = sameDay
    ? `${day.format(start)}, ${clock.formatRange(start, end)}`
    : `${day.format(start)}, ${clock.format(start)} – ${day.format(end)}, ${clock.format(end)}`;
  return {
    date: plain(of({ weekday: 'long', day: 'numeric', month: 'long' }).format(start)),
    time: plain(clock.format(start)),
    whole: plain(`${range} (${zoneName(zone, start, locale)})`),
  };
}

/** Whether clocks in both zones show the same then. */
export const sameClock = (a: Zone, b: Zone, at: Instant): boolean => offsetAt(a, at) === offsetAt(b, at);

function zoneName(zone: Zone, at: Instant, locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'long' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return name === zone ? zone : `${name}, ${zone}`;
}

/** Narrow spaces that some mail programs show as boxes become plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u2009\u202f]/g, ' ');
