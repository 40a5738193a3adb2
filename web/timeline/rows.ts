import type { Instant } from '@smooth/engine/types.ts';
import { intersect } from '@smooth/engine/intervals.ts';
import type { Item, Row } from './model.ts';

export const groupings = ['type', 'location', 'none'] as const;
export type Grouping = (typeof groupings)[number];

export interface RowFilter {
  types: readonly string[];
  location?: string | undefined;
  resources: readonly string[];
}

/** Rows that pass every filter that is set. */
export const filtered = (rows: readonly Row[], { types, location, resources }: RowFilter): Row[] =>
  rows.filter(
    ({ resource }) =>
      (types.length === 0 || types.includes(resource.type)) &&
      (!location || resource.location_id === location) &&
      (resources.length === 0 || resources.includes(resource.id)),
  );

/** Rows under headings, people before rooms before equipment; without headings where all would stand under one. */
export function grouped(rows: readonly Row[], grouping: Grouping): Item[] {
  const keyOf = ({ resource }: Row) => (grouping === 'location' ? resource.location_id : resource.type);
  if (grouping === 'none') return rows.map((row) => ({ kind: 'row', row }));
  const groups = [...Map.groupBy(rows, keyOf)];
  if (grouping === 'type') groups.sort(([a], [b]) => rank(a) - rank(b));
  if (groups.length < 2) return rows.map((row) => ({ kind: 'row', row }));
  return groups.flatMap(([key, members]): Item[] => [
    { kind: 'group', key, count: members.length },
    ...members.map((row): Item => ({ kind: 'row', row })),
  ]);
}

const FIRST = ['staff', 'room', 'equipment'];
const rank = (type: string) => (FIRST.includes(type) ? FIRST.indexOf(type) : FIRST.length);

export const LANE = 44;
export const ROW_EDGE = 6;
export const GROUP = 32;

/** A row with one lane is 56 high, and grows by a lane for each that overlaps. */
export function heightOf(item: Item, isCells = false): number {
  if (item.kind === 'group') return GROUP;
  return (isCells ? 1 : item.row.lanes) * LANE + 2 * ROW_EDGE;
}

/** Hours that are booked within a stretch, and the share of the open hours that they are. */
export function load(row: Row, from: Instant, until: Instant): { hours: number; share: number } {
  const within = (start: Instant, end: Instant) => Math.max(0, Math.min(end, until) - Math.max(start, from));
  const booked = row.bars.reduce((sum, { bar }) => (isGone(bar.of.status) ? sum : sum + within(bar.start, bar.end)), 0);
  const pairs = intersect(row.open, [from, until]);
  const open = pairs.reduce((sum, edge, index) => sum + (index % 2 === 0 ? -edge : edge), 0);
  return { hours: booked / 3_600_000, share: open > 0 ? Math.min(1, booked / (open * row.resource.capacity)) : 0 };
}

/** Neither takes time nor counts. */
export const isGone = (status: string): boolean => status === 'cancelled' || status === 'no_show';

/** The closed stretches between open ones within a stretch: flat pairs, for the hatch. */
export function closedWithin(open: readonly Instant[], from: Instant, until: Instant): Instant[] {
  const closed: Instant[] = [];
  let at = from;
  for (let index = 0; index < open.length; index += 2) {
    const [start, end] = [open[index]!, open[index + 1]!];
    if (end <= from || start >= until) continue;
    if (start > at) closed.push(at, start);
    at = Math.max(at, end);
  }
  if (at < until) closed.push(at, until);
  return closed;
}
