import { addDays } from '@smooth/engine/date.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { LocalDate, Zone } from '@smooth/engine/types.ts';
import { startOfDay, wallOf } from '@smooth/engine/zone.ts';
import { ms } from '../app/format.ts';
import { stack } from '../timeline/stack.ts';
import { type Entry, onDay } from './entries.ts';

/** The part of an entry that lies on one day, in minutes of the wall clock, and where it stands among its neighbours. */
export interface Placed {
  entry: Entry;
  from: number;
  until: number;
  /** Which of how many columns side by side. */
  lane: number;
  lanes: number;
}

/** First and last hour of a grid. */
export interface Hours {
  from: number;
  until: number;
}

const DAY_MINUTES = 24 * 60;
/** A bar is drawn at least so high, and so takes at least that time from its neighbours. */
const LEAST_MINUTES = 25;
const USUAL: Hours = { from: 8, until: 18 };

/** Entries of one kind on a day: those that share time side by side, in as few columns as their group needs. */
export function placedOn(entries: readonly Entry[], day: LocalDate, zone: Zone): Placed[] {
  const parts = onDay(entries, day, zone)
    .map((entry) => ({ entry, ...minutesOn(entry, day, zone) }))
    .sort((a, b) => a.from - b.from || b.until - a.until);
  return groupsOf(parts).flatMap((group) => {
    const { lanes, count } = stack(group);
    return group.map((part, index) => ({ ...part, lane: lanes[index]!, lanes: count }));
  });
}

/** The usual hours of a day, and whatever of the entries lies outside of them. */
export function hoursFor(placed: readonly Pick<Placed, 'from' | 'until'>[]): Hours {
  return {
    from: Math.min(USUAL.from, ...placed.map(({ from }) => Math.floor(from / 60))),
    until: Math.max(USUAL.until, ...placed.map(({ until }) => Math.ceil(until / 60))),
  };
}

/** Where minutes of a day lie in a grid, as shares of its height; what lies outside is cut off. */
export function sharesOf(
  { from, until }: Pick<Placed, 'from' | 'until'>,
  hours: Hours,
): { top: number; height: number } {
  const share = (minutes: number) => Math.min(1, Math.max(0, (minutes / 60 - hours.from) / (hours.until - hours.from)));
  return { top: share(from), height: share(until) - share(from) };
}

function minutesOn({ start, end }: Entry, day: LocalDate, zone: Zone): { from: number; until: number } {
  const [first, next] = [startOfDay(zone, day), startOfDay(zone, addDays(day, 1))];
  const from = ms(start) <= first ? 0 : wallOf(zone, ms(start)).minutes;
  // Where clocks are set back within it, the wall may show an end before the start.
  const until = ms(end) >= next ? DAY_MINUTES : wallOf(zone, ms(end)).minutes;
  const least = Math.min(from + LEAST_MINUTES, DAY_MINUTES);
  const lasting = Math.min(from + (ms(end) - ms(start)) / MINUTE, DAY_MINUTES);
  return { from, until: Math.max(until > from ? until : lasting, least) };
}

/** Runs of parts that touch each other through shared time. */
function groupsOf<P extends { from: number; until: number }>(parts: readonly P[]): P[][] {
  const groups: P[][] = [];
  let end = -1;
  for (const part of parts) {
    if (part.from >= end) groups.push([part]);
    else groups.at(-1)!.push(part);
    end = Math.max(end, part.until);
  }
  return groups;
}
