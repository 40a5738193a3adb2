import type { Offer } from './availability.ts';
import type { Instant } from './types.ts';

/** The offers nearest to a start that was refused, nearest first; of two equally near ones the earlier goes first. */
export function nearestStarts(offers: readonly Offer[], start: Instant, count = 3): Offer[] {
  const distance = (offer: Offer) => Math.abs(offer.start - start);
  return offers.toSorted((a, b) => distance(a) - distance(b) || a.start - b.start).slice(0, count);
}
