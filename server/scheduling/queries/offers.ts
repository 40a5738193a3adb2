import { nearestStarts } from '@smooth/engine/alternatives.ts';
import { listStarts, type Offer } from '@smooth/engine/availability.ts';
import { addDays } from '@smooth/engine/date.ts';
import { DAY } from '@smooth/engine/instant.ts';
import { noticeFrom, windowRange } from '@smooth/engine/policy.ts';
import { lastingFor } from '@smooth/engine/terms.ts';
import type { Instant, LocalDate, Zone } from '@smooth/engine/types.ts';
import { localDateOf, startOfDay } from '@smooth/engine/zone.ts';
import { Refused } from '../../core/errors.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { listingFacts, type ListingFacts } from './busy.ts';
import { claimsDuring, isLive } from './claims.ts';
import { seatsBetween } from './classes.ts';

export interface Listing {
  service_id: string;
  /** How long it is to last, where that is not the duration of the service. */
  duration_minutes?: number | undefined;
  from: LocalDate;
  to: LocalDate;
  /** The zone the dates are meant in; that of the business where absent. */
  zone?: Zone | undefined;
  resource_id?: string | undefined;
  audience: 'customer' | 'business';
  /** As if these appointments or holds were gone. */
  ignore?: readonly string[];
  /** What is not open to online booking does not exist for visitors. */
  onlineOnly?: boolean;
}

export interface SeatOffer extends Offer {
  class_id?: string;
  seats_left?: number;
}

/** What can be booked; the very predicate that commits. */
export async function listOffers(tenant: Tenant, listing: Listing): Promise<{ zone: Zone; offers: SeatOffer[] }> {
  const zone = listing.zone ?? tenant.row.time_zone;
  const span = { from: startOfDay(zone, listing.from) - DAY, until: startOfDay(zone, addDays(listing.to, 1)) + DAY };
  const facts = await listingFacts(tenant, { ...listing, ...span });
  if (!facts.service.is_active || (listing.onlineOnly && !facts.service.online)) throw new Refused('not_found');
  if (facts.service.kind === 'class') return { zone, offers: await classOffers(tenant, listing, facts, zone) };
  const { now } = tenant;
  const busy = listing.ignore?.length
    ? (await ask(tenant, claimsDuring({ resourceIds: [...facts.busy.keys()], ...span }))).filter((claim) =>
        isLive(claim, now),
      )
    : facts.busy;
  const { service } = facts;
  const offers = listStarts({
    rules: facts.rules.schedule,
    service: listing.duration_minutes === undefined ? service : lastingFor(service, listing.duration_minutes),
    busy,
    now,
    zone,
    from: listing.from,
    to: listing.to,
    audience: listing.audience,
    resourceId: listing.resource_id ?? null,
    ignore: listing.ignore ?? [],
  });
  return { zone, offers };
}

/** Sessions with room left, within notice and window where those bind. */
async function classOffers(
  tenant: Tenant,
  listing: Listing,
  { service, rules }: ListingFacts,
  zone: Zone,
): Promise<SeatOffer[]> {
  const place = rules.locations.values().next().value?.time_zone ?? tenant.row.time_zone;
  const window = windowRange(service, place, tenant.now);
  const isCustomer = listing.audience === 'customer';
  const from = startOfDay(zone, listing.from);
  const until = startOfDay(zone, addDays(listing.to, 1));
  const sessions = await ask(tenant, seatsBetween(service.id, from, until, tenant.now));
  return sessions
    .filter(({ seats_left }) => seats_left > 0)
    .filter(
      ({ start }) =>
        !isCustomer || (start >= noticeFrom(service, tenant.now) && start >= window.from && start < window.until),
    )
    .filter(({ resource_ids }) => !listing.resource_id || resource_ids.includes(listing.resource_id))
    .map(({ id, start, end, resource_ids, seats_left }) => ({ start, end, resource_ids, class_id: id, seats_left }));
}

/** The three offers nearest to a start that was refused, within the week around it. */
export async function nearestAlternatives(
  tenant: Tenant,
  wanted: {
    service_id: string;
    duration_minutes?: number | undefined;
    start: Instant;
    audience: 'customer' | 'business';
    resource_ids?: readonly string[];
    ignore?: readonly string[];
  },
): Promise<Instant[]> {
  const date = localDateOf(tenant.row.time_zone, wanted.start);
  const today = localDateOf(tenant.row.time_zone, tenant.now);
  const from = addDays(date, -1) < today ? today : addDays(date, -1);
  const { offers } = await listOffers(tenant, {
    service_id: wanted.service_id,
    duration_minutes: wanted.duration_minutes,
    from,
    to: addDays(from, 7),
    audience: wanted.audience,
    resource_id: wanted.resource_ids?.length === 1 ? wanted.resource_ids[0] : undefined,
    ignore: wanted.ignore ?? [],
  });
  return nearestStarts(offers, wanted.start).map(({ start }) => start);
}
