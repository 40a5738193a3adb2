import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { at, plain } from '../../core/db/raw.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { lockWebhook } from './webhooks.ts';

/** When a webhook is looked at next; a row that is due earlier keeps its time. */
export async function dueBy(tx: TenantDb, webhook_id: string, due_at: Instant): Promise<void> {
  await send(
    tx,
    plain(sql`INSERT INTO due (id, kind, webhook_id, due_at)
      VALUES (${newId(tx.tenant.now)}, 'webhook', ${webhook_id}, ${at(due_at)})
      ON CONFLICT (webhook_id) DO UPDATE SET due_at = least(due.due_at, EXCLUDED.due_at)`),
  );
}

/** The row as it has to be by what waits: at the next try of any delivery, not before the webhook is left alone no more. */
export async function dueAnew(tx: TenantDb, webhook_id: string): Promise<{ id: string; due_at: Instant } | undefined> {
  // Whoever asks for something to be sent holds the webhook until its delivery can be seen here.
  await lockWebhook(tx, webhook_id);
  const [[next]] = await send(
    tx,
    plain(sql<{ due_at: Instant | null }>`
      SELECT greatest(min(next_at), max(webhooks.retry_at)) AS due_at FROM webhooks
      LEFT JOIN webhook_deliveries AS made ON made.webhook_id = webhooks.id AND made.status = 'pending'
      WHERE webhooks.id = ${webhook_id} AND webhooks.is_active AND made.id IS NOT NULL`),
  );
  if (!next || next.due_at === null) {
    await tx.deleteFrom('due').where('webhook_id', '=', webhook_id).execute();
    return undefined;
  }
  const [[row]] = await send(
    tx,
    plain(sql<{ id: string; due_at: Instant }>`INSERT INTO due (id, kind, webhook_id, due_at)
      VALUES (${newId(tx.tenant.now)}, 'webhook', ${webhook_id}, ${at(next.due_at)})
      ON CONFLICT (webhook_id) DO UPDATE SET due_at = EXCLUDED.due_at RETURNING id, due_at`),
  );
  return row;
}

export async function putOff(tx: TenantDb, id: string, due_at: Instant): Promise<void> {
  await tx
    .updateTable('due')
    .set({ due_at: new Date(due_at) })
    .where('id', '=', id)
    .execute();
}
