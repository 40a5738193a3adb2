import { formatInstant, HOUR } from '@smooth/engine/instant.ts';
import type { Instant, LocalDate, Zone } from '@smooth/engine/types.ts';
import { localDateOf, resolveWall } from '@smooth/engine/zone.ts';
import type { TimelineSearch } from './timeline-search.ts';

/** What the address says about something new, an hour long until a service says otherwise. */
export const makeAt = (make: 'appointment' | 'block', row: string | undefined, start: Instant): TimelineSearch => ({
  make,
  start: formatInstant(start),
  end: formatInstant(start + HOUR),
  with: row,
});

/** Where something new begins when no place was pointed at: the next quarter of today, or ten o'clock of another day. */
export function barInstant(date: LocalDate, zone: Zone, now = Date.now()): Instant {
  const QUARTER = HOUR / 4;
  return localDateOf(zone, now) === date ? Math.ceil(now / QUARTER) * QUARTER : resolveWall(zone, date, 600, 'start');
}
