import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { daysBetween } from '@smooth/engine/date.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import type { Counts } from './numbers.ts';

export interface Bucket extends Counts {
  from: LocalDate;
  to: LocalDate;
  expected_minor: number;
}

const MOST_COLUMNS = 62;

/** The columns of the chart: days, or weeks of seven days from the first where days would be too thin to see. */
export function bucketsOf(days: Overview['days']): Bucket[] {
  const length = days.length > MOST_COLUMNS ? 7 : 1;
  const buckets: Bucket[] = [];
  for (let at = 0; at < days.length; at += length) buckets.push(sumOf(days.slice(at, at + length)));
  return buckets;
}

export const areWeeks = (buckets: Bucket[]) => buckets.some(({ from, to }) => daysBetween(from, to) > 0);

function sumOf(days: Overview['days']): Bucket {
  const total = (value: (day: Overview['days'][number]) => number) => days.reduce((sum, day) => sum + value(day), 0);
  return {
    from: days[0]!.on,
    to: days.at(-1)!.on,
    booked: total(({ booked }) => booked),
    completed: total(({ completed }) => completed),
    cancelled: total(({ cancelled }) => cancelled),
    no_shows: total(({ no_shows }) => no_shows),
    expected_minor: total(({ expected }) => expected.amount_minor),
  };
}

/** Round steps of an axis of whole things from 0 to at least `most`: at most five lines. */
export function ticksUpTo(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => Math.max(1, factor * power)).find((found) => found >= rough)!;
  const lines = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: lines + 1 }, (_, index) => index * step);
}

/** Every how many columns a label has room, for at most `most` labels. */
export const labelStep = (columns: number, most: number): number => Math.max(1, Math.ceil(columns / most));
