import { listStarts, type ListInput } from './availability.ts';
import { haircut, instant, salon } from './salon.testing.ts';
import { wallOf } from './zone.ts';

export const MONDAY = '2026-05-04';
const NOW = instant('2026-05-01T12:00:00Z');

/** What a customer in New York asks on that Monday, three days before. */
export function question(change: Partial<ListInput> = {}): ListInput {
  const base = { rules: salon(), service: haircut(), busy: [], from: MONDAY, to: MONDAY, now: NOW };
  return { ...base, zone: 'America/New_York', audience: 'customer', ...change };
}

/** Offered starts as wall times in New York. */
export function times(change: Partial<ListInput> = {}, zone = 'America/New_York'): string[] {
  return listStarts(question(change)).map(({ start }) => clock(zone, start));
}

export function clock(zone: string, start: number): string {
  const { minutes } = wallOf(zone, start);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** The start and end of an appointment on that Monday. */
export function at(time: string, minutes: number) {
  const start = instant(`${MONDAY}T${time}:00-04:00`);
  return { start, end: start + minutes * 60_000 };
}
