import type { Instant } from '@smooth/engine/types.ts';
import { noticeFrom, windowRange } from '@smooth/engine/policy.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { Refused } from '../../core/errors.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { nearestAlternatives } from '../queries/offers.ts';
import type { BookableService, BusinessRules } from '../queries/rules.ts';
import { refusalText } from '../rules/words.ts';

/** Which session, for how many, asked by whom. */
export interface SeatWish {
  start: Instant;
  class_id?: string | undefined;
  party_size: number;
  audience: 'customer' | 'business';
  /** The instant by which notice is judged: that of the hold, where one is honoured. */
  noticed_at?: Instant | undefined;
}

interface Session {
  id: string;
  starts_at: Instant;
  ends_at: Instant;
  location_id: string | null;
  resource_ids: string[];
  seats_left: number;
}

/** Seats of a session, locked and not taken yet: the first and the nth party go the same way, and own no claims. */
export async function seatsIn(tx: TenantDb, rules: BusinessRules, service: BookableService, wish: SeatWish) {
  const session = await sessionFor(tx, rules, service, wish);
  return {
    start: session.starts_at,
    end: session.ends_at,
    location_id: session.location_id,
    resource_ids: session.resource_ids,
    price_minor: service.price_minor,
    assignment_reason: null,
    lanes: [],
    class_id: session.id,
  };
}

/** The session, locked, with enough seats left for the party. */
export async function sessionFor(
  tx: TenantDb,
  rules: BusinessRules,
  service: BookableService,
  wish: SeatWish,
): Promise<Session> {
  const location = rules.locations.values().next().value;
  const now = wish.noticed_at ?? tx.tenant.now;
  const window = windowRange(service, location?.time_zone ?? tx.tenant.row.time_zone, now);
  if (wish.audience === 'customer') {
    if (wish.start < noticeFrom(service, now)) throw refused(tx, service, wish, 'policy_notice');
    if (wish.start < window.from || wish.start >= window.until) throw refused(tx, service, wish, 'policy_window');
  }
  const [, [session]] = await send(tx, lockSession(service.id, wish), sessionNow(service.id, wish, tx.tenant.now));
  if (!session) throw refused(tx, service, wish, 'slot_unavailable');
  if (session.seats_left < wish.party_size)
    throw refused(tx, service, wish, 'capacity', { seats_left: Math.max(0, session.seats_left) });
  return session;
}

export const takeSeats = (classId: string, seats: number) =>
  plain(sql`UPDATE classes SET seats_taken = seats_taken + ${seats} WHERE id = ${classId}`);

const which = (serviceId: string, { start, class_id }: SeatWish) =>
  class_id
    ? sql`id = ${class_id} AND service_id = ${serviceId} AND status = 'scheduled'`
    : sql`service_id = ${serviceId} AND starts_at = ${new Date(start)} AND status = 'scheduled'`;

const lockSession = (serviceId: string, wish: SeatWish) =>
  plain(sql`SELECT FROM classes WHERE ${which(serviceId, wish)} FOR UPDATE`);

const sessionNow = (serviceId: string, wish: SeatWish, now: Instant) =>
  plain(sql<Session>`SELECT id, starts_at, ends_at, location_id, resource_ids,
      (seats - seats_taken - coalesce((SELECT sum(party_size) FROM holds WHERE class_id = classes.id AND expires_at > ${new Date(now)}), 0))::int AS seats_left
    FROM classes WHERE ${which(serviceId, wish)} LIMIT 1`);

type SeatRefusal = 'policy_notice' | 'policy_window' | 'slot_unavailable' | 'capacity';

function refused(
  tx: TenantDb,
  service: BookableService,
  { start, audience }: SeatWish,
  code: SeatRefusal,
  facts: Record<string, unknown> = {},
): Refused {
  const detail =
    code === 'slot_unavailable'
      ? 'There is no class at that time. Choose one of the times offered.'
      : refusalText(code, facts);
  return new Refused(code, { detail, facts }, async () => ({
    alternatives: (await nearestAlternatives(tx.tenant, { service_id: service.id, start, audience })).map((other) =>
      formatInstant(other),
    ),
  }));
}
