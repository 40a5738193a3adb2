import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, listing, type Place } from '../../core/db/listing.ts';
import { at, plain } from '../../core/db/raw.ts';
import { idFrom } from '../../core/ids.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import { KEEP_TRYING_MS } from '../rules/schedule.ts';

export type AttemptRow = Selectable<TenantTables['webhook_attempts']>;

const listed = tenantQuery
  .selectFrom('webhook_deliveries')
  .innerJoin('events', 'events.id', 'webhook_deliveries.event_id')
  .select([
    'webhook_deliveries.id',
    'webhook_deliveries.webhook_id',
    'webhook_deliveries.event_id',
    'webhook_deliveries.status',
    'webhook_deliveries.attempts',
    'webhook_deliveries.tries',
    'webhook_deliveries.next_at',
    'webhook_deliveries.give_up_at',
    'webhook_deliveries.last_status',
    'webhook_deliveries.last_error',
    'webhook_deliveries.created_at',
    'webhook_deliveries.delivered_at',
    'events.type',
    'events.occurred_at',
    'events.subject_id',
  ]);

type RowOf<Query> = Query extends { execute(): Promise<(infer Row)[]> } ? Row : never;
export type DeliveryRow = RowOf<typeof listed>;

export const deliveryList = listing('webhook_deliveries', { event: [byId('webhook_deliveries.event_id')] });

export interface DeliverySearch {
  webhook_id: string;
  status?: DeliveryRow['status'] | undefined;
  type?: string | undefined;
  event_id?: string | undefined;
}

export function deliveriesFound({ webhook_id, status, type, event_id }: DeliverySearch, place: Place) {
  let query = listed.where('webhook_deliveries.webhook_id', '=', webhook_id);
  if (status) query = query.where('webhook_deliveries.status', '=', status);
  if (type) query = query.where('events.type', '=', type);
  if (event_id) query = query.where('webhook_deliveries.event_id', '=', event_id);
  return place.of(query);
}

export const deliveryById = (webhook_id: string, id: string) =>
  listed.where('webhook_deliveries.id', '=', id).where('webhook_deliveries.webhook_id', '=', webhook_id);

const MOST_ATTEMPTS_SHOWN = 100;

export const attemptsOf = (delivery_id: string) =>
  tenantQuery
    .selectFrom('webhook_attempts')
    .selectAll()
    .where('delivery_id', '=', delivery_id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_ATTEMPTS_SHOWN);

/** What a webhook is to be sent now, with the events. */
export const deliveriesDue = (webhook_id: string, { now, limit }: { now: Instant; limit: number }) =>
  listed
    .select(['events.revision', 'events.payload', 'events.actor'])
    .where('webhook_deliveries.webhook_id', '=', webhook_id)
    .where('webhook_deliveries.status', '=', 'pending')
    .where('webhook_deliveries.next_at', '<=', at(now))
    .orderBy('webhook_deliveries.next_at')
    .orderBy('webhook_deliveries.event_id')
    .limit(limit);

export type DueDelivery = RowOf<ReturnType<typeof deliveriesDue>>;

/** Makes a delivery of an event for each webhook that chose its type, once; answers the webhooks. */
export async function keepDeliveries(tx: TenantDb, event: { id: string; type: string }): Promise<string[]> {
  const [rows] = await send(
    tx,
    plain(sql<{ webhook_id: string }>`
      INSERT INTO webhook_deliveries (id, webhook_id, event_id, next_at, give_up_at, created_at)
      SELECT ${newIdIn(tx)}, id, ${event.id}::uuid, ${at(tx.tenant.now)}, ${at(tx.tenant.now + KEEP_TRYING_MS)}, ${at(tx.tenant.now)}
      FROM webhooks WHERE is_active AND (event_types IS NULL OR ${event.type} = ANY(event_types))
      ON CONFLICT (event_id, webhook_id) DO UPDATE SET webhook_id = EXCLUDED.webhook_id
      RETURNING webhook_id`),
  );
  return rows.map(({ webhook_id }) => webhook_id);
}

/** Like the ids made outside: in the order of time. */
const newIdIn = (tx: TenantDb) =>
  sql`(left(${idFrom(tx.tenant.now)}::text, 14) || '7' || substr(gen_random_uuid()::text, 16))::uuid`;

export interface Range {
  webhook_id: string;
  since: Instant;
  until: Instant;
  failed_only: boolean;
}

/** In one go. */
const MOST_RESENT = 10_000;

/** Lets the deliveries of a span wait anew, the oldest event first, and makes those that there never were. */
export async function resendRange(tx: TenantDb, range: Range): Promise<number> {
  const again = { next_at: at(tx.tenant.now), give_up_at: at(tx.tenant.now + KEEP_TRYING_MS) };
  const span = sql`events.id >= ${idFrom(range.since)} AND events.id < ${idFrom(range.until)}`;
  const [rows] = await send(
    tx,
    plain(sql<{ id: string }>`
      INSERT INTO webhook_deliveries (id, webhook_id, event_id, next_at, give_up_at, created_at)
      SELECT ${newIdIn(tx)}, webhooks.id, events.id, ${again.next_at}, ${again.give_up_at}, ${at(tx.tenant.now)}
      FROM webhooks JOIN events ON webhooks.event_types IS NULL OR events.type = ANY(webhooks.event_types)
      LEFT JOIN webhook_deliveries AS made ON made.event_id = events.id AND made.webhook_id = webhooks.id
      WHERE webhooks.id = ${range.webhook_id} AND ${span} AND (events.type <> 'webhook.tested' OR made.id IS NOT NULL)
        AND CASE WHEN ${range.failed_only} THEN made.status = 'failed' ELSE made.status IS DISTINCT FROM 'pending' END
      ORDER BY events.id LIMIT ${MOST_RESENT}
      ON CONFLICT (event_id, webhook_id) DO UPDATE
        SET status = 'pending', tries = 0, next_at = EXCLUDED.next_at, give_up_at = EXCLUDED.give_up_at, delivered_at = NULL
      RETURNING id`),
  );
  return rows.length;
}

const KEPT_MS = 30 * DAY;
const FORGOTTEN_AT_ONCE = 200;

/** The log is kept for a month. */
export const oldDeliveriesForgotten = (webhook_id: string, now: Instant) =>
  plain(sql`DELETE FROM webhook_deliveries WHERE id IN (
    SELECT id FROM webhook_deliveries WHERE webhook_id = ${webhook_id} AND event_id < ${idFrom(now - KEPT_MS)} AND status <> 'pending'
    LIMIT ${FORGOTTEN_AT_ONCE})`);
