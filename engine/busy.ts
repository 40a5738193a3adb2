import type { Busy, Instant } from './types.ts';

/**
 * How many units of one resource are taken, as a step function: flat `[start, end, units, …]`, sorted and disjoint.
 * Compact enough for a server to keep per resource.
 */
export type BusyTimeline = Float64Array;

/** Busy facts as a list in any order, or grouped by resource beforehand. */
export type BusyInput = readonly Busy[] | ReadonlyMap<string, BusyTimeline>;

/** Finds the timeline of a resource. */
export type BusyLookup = (resourceId: string) => BusyTimeline;

/** Sums the busy facts of one resource, in any order, into its timeline. Facts in order without overlap are quickest. */
export function busyTimeline(facts: readonly Busy[]): BusyTimeline {
  return laidOut(facts) ?? swept(facts.filter(isReal).sort((a, b) => a.start - b.start));
}

/** Timelines by resource; `ignore` names `ref` ids that do not count (an appointment being moved). */
export function busyLookup(busy: BusyInput, ignore: readonly string[] = []): BusyLookup {
  if (!Array.isArray(busy)) return (id) => (busy as ReadonlyMap<string, BusyTimeline>).get(id) ?? NOTHING;
  const groups = grouped(busy as readonly Busy[], ignore);
  const timelines = new Map<string, BusyTimeline>();
  return (id) => {
    let timeline = timelines.get(id);
    if (!timeline) timelines.set(id, (timeline = busyTimeline(groups.get(id) ?? [])));
    return timeline;
  };
}

/** The position in the timeline of the first step that ends after `instant`. */
export function firstEndingAfter(timeline: BusyTimeline, instant: Instant): number {
  let low = 0;
  let high = timeline.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeline[middle * 3 + 1]! <= instant) low = middle + 1;
    else high = middle;
  }
  return low * 3;
}

const NOTHING: BusyTimeline = new Float64Array();

function grouped(busy: readonly Busy[], ignore: readonly string[]): ReadonlyMap<string, Busy[]> {
  const groups = new Map<string, Busy[]>();
  let group: Busy[] = [];
  for (const fact of busy) {
    if (ignore.length > 0 && fact.ref && ignore.includes(fact.ref.id)) continue;
    // Facts mostly come resource by resource, and a comparison is cheaper than a look-up.
    if (group[0]?.resource_id !== fact.resource_id) {
      group = groups.get(fact.resource_id) ?? [];
      if (group.length === 0) groups.set(fact.resource_id, group);
    }
    group.push(fact);
  }
  return groups;
}

function isReal({ start, end, units }: Busy): boolean {
  return start < end && units > 0;
}

/** Null where facts are out of order, overlap or are void. */
function laidOut(facts: readonly Busy[]): BusyTimeline | null {
  const timeline = new Float64Array(facts.length * 3);
  let last = -Infinity;
  for (let at = 0; at < facts.length; at++) {
    const { start, end, units } = facts[at]!;
    if (start < last || start >= end || units <= 0) return null;
    timeline[at * 3] = start;
    timeline[at * 3 + 1] = last = end;
    timeline[at * 3 + 2] = units;
  }
  return timeline;
}

function swept(byStart: readonly Busy[]): BusyTimeline {
  const byEnd = byStart.toSorted((a, b) => a.end - b.end);
  const steps: number[] = [];
  let units = 0;
  let since = 0;
  for (let begun = 0, ended = 0; ended < byEnd.length;) {
    const isEnd = begun >= byStart.length || byEnd[ended]!.end <= byStart[begun]!.start;
    const at = isEnd ? byEnd[ended]!.end : byStart[begun]!.start;
    if (units > 0 && since < at) steps.push(since, at, units);
    units += isEnd ? -byEnd[ended++]!.units : byStart[begun++]!.units;
    since = at;
  }
  return Float64Array.from(steps);
}
