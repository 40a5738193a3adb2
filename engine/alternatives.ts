import type { Offer } from './availability.ts';
import type { Instant } from './types.ts';

/** The offers nearest to a start that was refused, nearest first; of two equally near ones the earlier goes first. */
export function nearestStarts(offers: readonly Offer[], start: Instant, count = 3): Offer[] {
  const distance = (offer: Offer) => Math.abs(offer.start - start);
  // A start with several ends is one start to go to.
  const starts = offers.filter(({ start: one }, index) => one !== offers[index - 1]?.start);
  return starts.toSorted((a, b) => distance(a) - distance(b) || a.start - b.start).slice(0, count);
}
