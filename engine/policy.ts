import { addDays } from './date.ts';
import { MINUTE } from './instant.ts';
import type { Instant, ServiceRules, Zone } from './types.ts';
import { localDateOf, startOfDay } from './zone.ts';

/** Customers may start at or after this instant. */
export function noticeFrom(service: ServiceRules, now: Instant): Instant {
  return now + service.min_notice_minutes * MINUTE;
}

/**
 * The instants `[from, until)` within which customers may start. Dates are inclusive and count in the zone of the
 * place; a rolling window of 30 days holds today and the 30 dates after it.
 */
export function windowRange(service: ServiceRules, zone: Zone, now: Instant): { from: Instant; until: Instant } {
  const { window_days, window_from_on, window_until_on } = service;
  const after = (date: string) => startOfDay(zone, addDays(date, 1));
  return {
    from: window_from_on === null ? -Infinity : startOfDay(zone, window_from_on),
    until: Math.min(
      window_days === null ? Infinity : after(addDays(localDateOf(zone, now), window_days)),
      window_until_on === null ? Infinity : after(window_until_on),
    ),
  };
}
