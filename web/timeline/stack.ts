/** What takes part in a row: from when until when, padding included. */
export interface Span {
  from: number;
  until: number;
}

export interface Stacked {
  /** The lane of each span, in the order given. */
  lanes: number[];
  /** How many lanes are needed, at least one. */
  count: number;
}

/** Puts spans that share time below each other: each on the first lane that is free, earlier and longer ones first. */
export function stack(spans: readonly Span[]): Stacked {
  const order = spans
    .map((_, index) => index)
    .sort((a, b) => spans[a]!.from - spans[b]!.from || spans[b]!.until - spans[a]!.until || a - b);
  const lanes = Array.from<number>({ length: spans.length });
  const ends: number[] = [];
  for (const index of order) {
    const { from, until } = spans[index]!;
    const free = ends.findIndex((end) => end <= from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = until;
    lanes[index] = lane;
  }
  return { lanes, count: Math.max(1, ends.length) };
}

/** Where rows of different heights begin; one more than there are rows, the last is the height of all. */
export function offsets(heights: readonly number[]): number[] {
  const tops = [0];
  for (const height of heights) tops.push(tops.at(-1)! + height);
  return tops;
}

/** The row that lies at a height, by bisection; the nearest one beyond the edges. */
export function rowAt(tops: readonly number[], y: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tops[middle + 1]! <= y) low = middle + 1;
    else high = middle;
  }
  return Math.min(low, tops.length - 2);
}

/** What has to be drawn: rows from `first` up to `last`, pixels from `left` to `right`. */
export interface Window {
  first: number;
  last: number;
  left: number;
  right: number;
}

export interface Viewport {
  top: number;
  left: number;
  width: number;
  height: number;
}

/** Rows and pixels beyond the edges, and the stride in which the window moves: a scroll seldom changes it. */
const MARGIN_ROWS = 3;
const STRIDE_ROWS = 1;
const STRIDE_PX = 480;

/** `bare` is without rows beyond the edges: enough for the first picture, which comes the sooner for it. */
export function windowOf(tops: readonly number[], { top, left, width, height }: Viewport, bare = false): Window {
  const count = tops.length - 1;
  const down = (value: number, stride: number) => Math.floor(value / stride) * stride;
  const up = (value: number, stride: number) => Math.ceil(value / stride) * stride;
  const first = rowAt(tops, top) - (bare ? 0 : MARGIN_ROWS);
  const last = rowAt(tops, top + height) + 1 + (bare ? 0 : MARGIN_ROWS);
  return {
    first: Math.max(0, bare ? first : down(first, STRIDE_ROWS)),
    last: Math.min(count, bare ? last : up(last, STRIDE_ROWS)),
    left: Math.max(0, down(left - STRIDE_PX / 2, STRIDE_PX)),
    right: up(left + width + STRIDE_PX / 2, STRIDE_PX),
  };
}

export const isSameWindow = (a: Window, b: Window): boolean =>
  a.first === b.first && a.last === b.last && a.left === b.left && a.right === b.right;
