import { type Business, SLOTS_PER_DAY, ZONE } from './business.ts';
import { post, shuffled } from './load.ts';
import { resolveWall } from '@smooth/engine/zone.ts';

export interface Bookings {
  /** Days from today: behind the diary that the businesses were filled with, so that every time is free. */
  fromDay: number;
  count: number;
}

/** Bookings by guests that are all new, each of a time of its own, over the businesses in turn. */
export function bookings(businesses: readonly Business[], { fromDay, count }: Bookings): string[] {
  const perBusiness = Math.ceil(count / businesses.length);
  const each = businesses.map((business) => shuffled(timesOf(business, fromDay, perBusiness)));
  return Array.from({ length: count }, (_, index) => {
    const business = businesses[index % businesses.length]!;
    const { start, resource } = each[index % businesses.length]![Math.floor(index / businesses.length)]!;
    return booking(business, { start, resource, guest: `${fromDay}-${index}` });
  });
}

interface Time {
  start: string;
  resource: string;
}

function timesOf({ staff }: Business, fromDay: number, count: number): Time[] {
  return Array.from({ length: count }, (_, index) => {
    const slot = Math.floor(index / staff.length);
    const date = new Date(Date.now() + (fromDay + Math.floor(slot / SLOTS_PER_DAY)) * 86_400_000).toISOString();
    const start = resolveWall(ZONE, date.slice(0, 10), 8 * 60 + (slot % SLOTS_PER_DAY) * 30, 'start');
    return { start: new Date(start).toISOString(), resource: staff[index % staff.length]! };
  });
}

/** What the booking page sends: customer, answers in its language, and a key against sending twice. */
export function booking({ host, service }: Business, { start, resource, guest }: Time & { guest: string }): string {
  const customer = { name: `Guest ${guest}`, email: `guest-${guest}@bench.example`, phone: '+49 30 1234567' };
  const body = { service_id: service, start, resource_id: resource, customer, time_zone: ZONE, locale: 'en' };
  return post(host, '/api/booking/appointments', body, { 'idempotency-key': `bench-${guest}-${start}` });
}
