import type { Offer } from '@smooth/contract/scheduling/availability.ts';
import { addDays, datesFrom, minutesOfWall } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { instantsOf, localDateOf, resolveWall, wallOf } from '@smooth/engine/zone.ts';
import type { LocalDate, Zone } from '@smooth/engine/types.ts';
import { ms } from '../app/format.ts';

export const partsOfDay = ['morning', 'afternoon', 'evening'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Offers by the local date of the place; a start with several ends, one for each person's time, is one start. */
export function byDay(offers: Offer[], zone: Zone): Map<LocalDate, Offer[]> {
  const found = new Map<LocalDate, Offer[]>();
  for (const offer of offers) {
    const on = localDateOf(zone, ms(offer.start));
    const known = found.get(on) ?? [];
    const isKnown = offer.class_id === undefined && known.at(-1)?.start === offer.start;
    if (!isKnown) found.set(on, [...known, offer]);
  }
  return found;
}

/** The offers of one day in morning, afternoon (from noon) and evening (from five); parts without offers are left out. */
export function byPart(offers: Offer[], zone: Zone): [PartOfDay, Offer[]][] {
  const partOf = ({ start }: Offer): PartOfDay => {
    const { minutes } = wallOf(zone, ms(start));
    return minutes < 720 ? 'morning' : minutes < 1020 ? 'afternoon' : 'evening';
  };
  return partsOfDay
    .map((part): [PartOfDay, Offer[]] => [part, offers.filter((offer) => partOf(offer) === part)])
    .filter(([, found]) => found.length > 0);
}

/** The seven days of a strip. */
export const weekFrom = (first: LocalDate): LocalDate[] => datesFrom(first, addDays(first, 6));

/** The instant of a wall time of the place, in a gap the first instant after it; null while it is not complete. */
export function instantAt(on: LocalDate | null, wall: string, zone: Zone): string | null {
  if (!on || !/^\d\d:\d\d$/.test(wall)) return null;
  return formatInstant(resolveWall(zone, on, minutesOfWall(wall), 'start'));
}

/** Whether the clock shows that time twice on that date. */
export const isTwice = (on: LocalDate, wall: string, zone: Zone): boolean =>
  instantsOf(zone, on, minutesOfWall(wall)).length > 1;

/** `09:05`, the wall time of an instant at the place, as a field takes it. */
export function wallAt(instant: string, zone: Zone): string {
  const { minutes } = wallOf(zone, ms(instant));
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(minutes / 60)}:${two(minutes % 60)}`;
}
