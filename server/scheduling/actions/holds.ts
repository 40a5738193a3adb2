import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Actor, isBusiness } from '../../core/actor.ts';
import { at } from '../../core/db/raw.ts';
import { Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { claimSteps, type LaneClaim, lockBusyOfHold, raiseBusy, sweepHolds } from '../queries/claims.ts';
import type { HoldRow } from '../queries/holds.ts';
import { rulesIn } from '../queries/rules.ts';
import { place, serviceIn } from './place.ts';
import { sessionFor } from './seats.ts';

const LASTS = 10 * MINUTE;
/** How many times one visitor may keep at once. */
const MOST_LIVE_HOLDS = 25;

export interface HoldWish {
  service_id: string;
  start: Instant;
  resource_id?: string | undefined;
  party_size: number;
  actor: Actor;
  /** Who is counted for the cap: an address on the public page, a person in the app. */
  visitor: string;
  online: boolean;
}

/** Keeps a time for ten minutes, by the same predicate that books. */
export async function hold(tx: TenantDb, wish: HoldWish): Promise<HoldRow> {
  await refuseTooMany(tx, wish.visitor);
  const { where, lanes } = await roomFor(tx, wish);
  const row: HoldRow = {
    ...where,
    id: newId(tx.tenant.now),
    visitor: wish.visitor,
    created_at: tx.tenant.now,
    expires_at: tx.tenant.now + LASTS,
  };
  await send(
    tx,
    insertHold(row),
    ...claimSteps(lanes, { hold_id: row.id, expires_at: row.expires_at }),
    sweepHolds(tx.tenant.now),
  );
  return row;
}

type Where = Pick<HoldRow, 'service_id' | 'class_id' | 'party_size' | 'starts_at' | 'ends_at' | 'resource_ids'>;

async function roomFor(tx: TenantDb, wish: HoldWish): Promise<{ where: Where; lanes: LaneClaim[] }> {
  const rules = await rulesIn(tx);
  const service = serviceIn(rules, wish.service_id);
  if (wish.online && !service.online) throw new Refused('not_found', { detail: 'There is no such service.' });
  const audience = isBusiness(wish.actor) ? 'business' : 'customer';
  const { party_size } = wish;
  if (service.kind === 'class') {
    const { id, starts_at, ends_at, resource_ids } = await sessionFor(tx, rules, service, {
      start: wish.start,
      party_size,
      audience,
    });
    return { where: { service_id: service.id, class_id: id, party_size, starts_at, ends_at, resource_ids }, lanes: [] };
  }
  const resource_ids = wish.resource_id ? [wish.resource_id] : [];
  const { plan, lanes } = await place(tx, rules, { service_id: service.id, start: wish.start, audience, resource_ids });
  const taken = plan.claims.map(({ resource_id }) => resource_id);
  const where = {
    service_id: service.id,
    class_id: null,
    party_size: 1,
    starts_at: plan.start,
    ends_at: plan.end,
    resource_ids: taken,
  };
  return { where, lanes };
}

async function refuseTooMany(tx: TenantDb, visitor: string): Promise<void> {
  const { live } = await tx
    .selectFrom('holds')
    .select((query) => query.fn.countAll<number>().as('live'))
    .where('visitor', '=', visitor)
    .where('expires_at', '>', at(tx.tenant.now))
    .executeTakeFirstOrThrow();
  if (live < MOST_LIVE_HOLDS) return;
  throw new Refused('limit_reached', { detail: 'You keep many times at once. Book one of them, or wait ten minutes.' });
}

const insertHold = ({ starts_at, ends_at, expires_at, created_at, ...row }: HoldRow) =>
  tenantQuery.insertInto('holds').values({
    ...row,
    starts_at: new Date(starts_at),
    ends_at: new Date(ends_at),
    expires_at: new Date(expires_at),
    created_at: new Date(created_at),
  });

/**
 * Turns a hold into the right to its time: whoever deletes the living row has it, once. Its claims go with it, and the
 * booking takes the time in the same transaction. `candidates` are the resources that the booking goes on to lock: all
 * are locked here in the order of ids, so that two who confirm at once do not wait for each other.
 */
export async function takeHold(
  tx: TenantDb,
  id: string,
  { service_id, start, candidates }: { service_id: string; start: Instant; candidates: readonly string[] },
): Promise<HoldRow> {
  const row = await deleteHold(tx, id, candidates);
  if (!row || row.expires_at <= tx.tenant.now) {
    throw new Refused('hold_expired', {
      detail: 'The time was kept for ten minutes, and they are over. Choose a time again.',
    });
  }
  if (row.service_id !== service_id || row.starts_at !== start)
    return { ...row, created_at: tx.tenant.now, resource_ids: [] };
  return row;
}

/** Lets a time go; a hold that is gone already is no matter. */
export async function releaseHold(tx: TenantDb, id: string): Promise<void> {
  await deleteHold(tx, id, []);
}

async function deleteHold(tx: TenantDb, id: string, candidates: readonly string[]): Promise<HoldRow | undefined> {
  const [, [row]] = await send(
    tx,
    lockBusyOfHold(id, candidates),
    tenantQuery.deleteFrom('holds').where('id', '=', id).returningAll(),
  );
  // A hold of seats owns no claims.
  if (row && row.class_id === null && row.resource_ids.length > 0) await send(tx, raiseBusy(row.resource_ids));
  return row;
}
