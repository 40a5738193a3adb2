import { type Bits, hasBit } from './bits.ts';
import { type BusyTimeline, firstEndingAfter } from './busy.ts';
import type { PlaceLine } from './candidates.ts';
import type { Instant, Intervals } from './types.ts';

/** Which of the rules count; the laxer questions only find out why a stricter one was refused. */
export interface Question {
  starts: readonly Instant[];
  /** Elapsed milliseconds. */
  duration: number;
  withHours: boolean;
  withBusy: boolean;
  /** Asks for one unit whatever the line takes. */
  oneUnit?: boolean;
}

/** The open time, taken units and capacity of one resource. */
export interface ResourceFacts {
  open: Intervals;
  busy: BusyTimeline;
  capacity: number;
}

/**
 * For each start the set of resources that can fill the line, `words` words per start. This is the predicate: the
 * appointment lies in open time, and its claim, paddings included, finds the units free on the whole of it.
 */
export function eligibleForLine(line: PlaceLine, facts: readonly ResourceFacts[], question: Question): Bits {
  const words = line.members.length;
  const masks = new Uint32Array(question.starts.length * words);
  for (let index = 0; index < facts.length; index++) {
    if (!hasBit(line.members, index)) continue;
    const mark = { masks, words, word: index >>> 5, bit: 1 << (index & 31) };
    const units = question.oneUnit ? Math.min(1, line.units) : line.units;
    if (question.withBusy && units > facts[index]!.capacity) continue;
    if (question.withHours) markOpen(facts[index]!, line, units, question, mark);
    else markFree(facts[index]!, line, units, question, mark, 0, question.starts.length);
  }
  return masks;
}

interface Mark {
  masks: Bits;
  words: number;
  word: number;
  bit: number;
}

function markOpen(facts: ResourceFacts, line: PlaceLine, units: number, question: Question, mark: Mark): void {
  const { starts, duration } = question;
  const { open } = facts;
  let first = 0;
  for (let at = 0; at < open.length && first < starts.length; at += 2) {
    const last = open[at + 1]! - duration;
    while (first < starts.length && starts[first]! < open[at]!) first++;
    let end = first;
    while (end < starts.length && starts[end]! <= last) end++;
    if (end > first) markFree(facts, line, units, question, mark, first, end);
    first = end;
  }
}

/** Marks the starts from index `first` up to `end` whose claim does not meet a step without enough free units. */
function markFree(
  { busy, capacity }: ResourceFacts,
  { before, after }: PlaceLine,
  units: number,
  { starts, duration, withBusy }: Question,
  { masks, words, word, bit }: Mark,
  first: number,
  end: number,
): void {
  const room = withBusy && units > 0 ? capacity - units : Infinity;
  let step = room === Infinity ? busy.length : firstEndingAfter(busy, starts[first]! - before);
  for (let index = first; index < end; index++) {
    const start = starts[index]!;
    while (step < busy.length && (busy[step + 1]! <= start - before || busy[step + 2]! <= room)) step += 3;
    if (step >= busy.length || busy[step]! >= start + duration + after) masks[index * words + word]! |= bit;
  }
}
