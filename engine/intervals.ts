import type { Busy, Instant, Intervals } from './types.ts';

/** Everything that lies in either; touching intervals become one. */
export function union(a: Intervals, b: Intervals): Instant[] {
  const merged: Instant[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const fromA = j >= b.length || (i < a.length && a[i]! <= b[j]!);
    const [start, end] = fromA ? [a[i]!, a[i + 1]!] : [b[j]!, b[j + 1]!];
    if (fromA) i += 2;
    else j += 2;
    if (merged.length > 0 && start <= merged.at(-1)!) {
      if (end > merged.at(-1)!) merged[merged.length - 1] = end;
    } else merged.push(start, end);
  }
  return merged;
}

/** Brings flat pairs in any order, overlapping or empty, into the normal form of `Intervals`. */
export function normalise(pairs: readonly Instant[]): Intervals {
  if (isNormal(pairs)) return pairs;
  const order: number[] = [];
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at]! < pairs[at + 1]!) order.push(at);
  order.sort((a, b) => pairs[a]! - pairs[b]!);
  const merged: Instant[] = [];
  for (const at of order) {
    const [start, end] = [pairs[at]!, pairs[at + 1]!];
    if (merged.length > 0 && start <= merged.at(-1)!) {
      if (end > merged.at(-1)!) merged[merged.length - 1] = end;
    } else merged.push(start, end);
  }
  return merged;
}

/** Everything that lies in both. */
export function intersect(a: Intervals, b: Intervals): Instant[] {
  const common: Instant[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const start = Math.max(a[i]!, b[j]!);
    const end = Math.min(a[i + 1]!, b[j + 1]!);
    if (start < end) common.push(start, end);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return common;
}

/** What of `from` is left when `cut` is taken away. */
export function subtract(from: Intervals, cut: Intervals): Instant[] {
  const left: Instant[] = [];
  for (let i = 0, j = 0; i < from.length; i += 2) {
    let start = from[i]!;
    const end = from[i + 1]!;
    while (j < cut.length && cut[j + 1]! <= start) j += 2;
    for (let k = j; k < cut.length && cut[k]! < end; k += 2) {
      if (cut[k]! > start) left.push(start, cut[k]!);
      start = cut[k + 1]!;
    }
    if (start < end) left.push(start, end);
  }
  return left;
}

/** Whether one interval holds all of `[start, end)`. */
export function contains(intervals: Intervals, start: Instant, end: Instant): boolean {
  for (let at = 0; at < intervals.length && intervals[at]! <= start; at += 2) {
    if (end <= intervals[at + 1]!) return true;
  }
  return false;
}

/** Whether any interval shares time with `[start, end)`. */
export function overlaps(intervals: Intervals, start: Instant, end: Instant): boolean {
  for (let at = 0; at < intervals.length && intervals[at]! < end; at += 2) {
    if (intervals[at + 1]! > start) return true;
  }
  return false;
}

/** The most units taken at any one instant of `[start, end)`, by sweep: two in a row are not two at once. */
export function peakUnits(busy: Iterable<Pick<Busy, 'start' | 'end' | 'units'>>, start: Instant, end: Instant): number {
  const steps: { at: Instant; change: number }[] = [];
  for (const fact of busy) {
    const [from, until] = [Math.max(fact.start, start), Math.min(fact.end, end)];
    if (from < until) steps.push({ at: from, change: fact.units }, { at: until, change: -fact.units });
  }
  // At one instant what ends goes before what begins, for intervals are half-open.
  steps.sort((a, b) => a.at - b.at || a.change - b.change);
  let units = 0;
  let peak = 0;
  for (const { change } of steps) peak = Math.max(peak, (units += change));
  return peak;
}

function isNormal(pairs: readonly Instant[]): boolean {
  let last = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < pairs.length; at += 2) {
    if (pairs[at]! <= last || pairs[at]! >= pairs[at + 1]!) return false;
    last = pairs[at + 1]!;
  }
  return true;
}
