import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { at } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type StoredWebhook = Selectable<TenantTables['webhooks']>;
export type WebhookRow = Omit<StoredWebhook, 'secret' | 'previous_secret'> & {
  succeeded: number;
  failed: number;
  waiting: number;
};

const triedSince = (since: Instant, succeeded: boolean) =>
  sql<number>`(SELECT count(*)::int FROM webhook_attempts AS tried
    WHERE tried.webhook_id = webhooks.id AND tried.at > ${at(since)} AND tried.succeeded = ${succeeded})`;

/** With how it went lately, and without what is secret. */
const shown = (now: Instant) =>
  tenantQuery
    .selectFrom('webhooks')
    .select([
      'id',
      'revision',
      'url',
      'description',
      'event_types',
      'is_active',
      'previous_until',
      'failures',
      'failing_since',
      'retry_at',
      'disabled_at',
      'created_at',
      'updated_at',
    ])
    .select([
      triedSince(now - DAY, true).as('succeeded'),
      triedSince(now - DAY, false).as('failed'),
      sql<number>`(SELECT count(*)::int FROM webhook_deliveries AS made
        WHERE made.webhook_id = webhooks.id AND made.status = 'pending')`.as('waiting'),
    ]);

export const allWebhooks = (now: Instant) => shown(now).orderBy('id').limit(MOST_WEBHOOKS);
export const webhookById = (id: string, now: Instant) => shown(now).where('id', '=', id);

/** In one mode of one business. */
export const MOST_WEBHOOKS = 20;

export const lockWebhook = (tx: TenantDb, id: string): Promise<StoredWebhook | undefined> =>
  tx.selectFrom('webhooks').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const storedWebhook = (id: string) => tenantQuery.selectFrom('webhooks').selectAll().where('id', '=', id);

export async function countWebhooks(tx: TenantDb): Promise<number> {
  const { count } = await tx
    .selectFrom('webhooks')
    .select(sql<number>`count(*)::int`.as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export async function isAnyWebhookActive(tx: TenantDb): Promise<boolean> {
  const row = await tx.selectFrom('webhooks').select('id').where('is_active', '=', true).limit(1).executeTakeFirst();
  return row !== undefined;
}
