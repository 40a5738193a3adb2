import { minutesOfWall, weekdayOf } from '@smooth/engine/date.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import type { WorldResource, WorldService } from './world.ts';

/** Minutes of a day. */
export type Stretch = readonly [from: number, until: number];

export const ableTo = ({ requires }: WorldService, { key }: WorldResource): boolean =>
  requires.some((line) => line.resources?.includes(key));

/** The working hours of a weekday between its breaks, in minutes of the day. */
export function stretchesOf({ hours = [], breaks = [] }: WorldResource, date: LocalDate): Stretch[] {
  const on = weekdayOf(date);
  const span = ({ start, end }: { start: string; end: string }): Stretch => [minutesOfWall(start), minutesOfWall(end)];
  const pauses = breaks.filter(({ weekday }) => weekday === on).map(span);
  return hours
    .filter(({ weekday }) => weekday === on)
    .map(span)
    .flatMap(([from, until]) => {
      const inside = pauses.filter(([pause]) => pause > from && pause < until);
      const starts = [from, ...inside.map(([, end]) => end)];
      return starts.map((start, index): Stretch => [start, inside[index]?.[0] ?? until]);
    });
}
