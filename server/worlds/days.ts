import { addDays, minutesOfWall, weekdayOf } from '@smooth/engine/date.ts';
import type { Instant, LocalDate, WallTime, Zone } from '@smooth/engine/types.ts';
import { localDateOf, resolveWall } from '@smooth/engine/zone.ts';
import type { WorldDay } from './world.ts';

/** Turns what a world says relative to today into dates and instants of the place. */
export interface Days {
  zone: Zone;
  today: LocalDate;
  dateOf(day: WorldDay): LocalDate;
  instantOf(date: LocalDate, time: WallTime): Instant;
}

export function daysFrom(zone: Zone, now: Instant): Days {
  const today = localDateOf(zone, now);
  return {
    zone,
    today,
    dateOf(day) {
      if (typeof day === 'number') return addDays(today, day);
      const first = addDays(today, day.from);
      return addDays(first, (day.weekday - weekdayOf(first) + 7) % 7);
    },
    instantOf: (date, time) => resolveWall(zone, date, minutesOfWall(time), 'start'),
  };
}
