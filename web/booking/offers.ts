import type { Offer } from '@smooth/contract/scheduling/availability.ts';
import { wallIn } from './zones.ts';

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/**
 * Offers by local date of a zone, in order; only those with room for the party. A start with several ends is one start:
 * whose time it is shows once it is kept.
 */
export function byDay(offers: readonly Offer[], zone: string, party = 1): Map<string, Offer[]> {
  const days = new Map<string, Offer[]>();
  for (const offer of offers) {
    if (offer.seats_left !== undefined && offer.seats_left < party) continue;
    const { date } = wallIn(offer.start, zone);
    const known = days.get(date) ?? [];
    if (known.at(-1)?.start !== offer.start) days.set(date, [...known, offer]);
  }
  return days;
}

/** Before noon, before five, after; parts without offers are left out. */
export function byPart(offers: readonly Offer[], zone: string): { part: PartOfDay; offers: Offer[] }[] {
  const partAt = (hour: number): PartOfDay => (hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening');
  return partsOfDay
    .map((part) => ({ part, offers: offers.filter(({ start }) => partAt(wallIn(start, zone).hour) === part) }))
    .filter(({ offers }) => offers.length > 0);
}

/** Starts whose wall time comes twice on their day, when the clock is set back. */
export function repeatedStarts(offers: readonly Offer[], zone: string): Set<string> {
  const seen = new Map<string, string[]>();
  for (const { start } of offers) {
    const { text } = wallIn(start, zone);
    seen.set(text, [...(seen.get(text) ?? []), start]);
  }
  return new Set([...seen.values()].filter((starts) => starts.length > 1).flat());
}

export const firstDayAfter = (days: Iterable<string>, after: string): string | null =>
  [...days].filter((day) => day > after).sort()[0] ?? null;
