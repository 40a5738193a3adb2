import { webhookDisabled } from '@smooth/contract/webhooks/events.ts';
import { sql } from 'kysely';
import { system } from '../../core/actor.ts';
import type { Outcome } from '../../core/egress/send.ts';
import { record } from '../../core/events/record.ts';
import { plain } from '../../core/db/raw.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import type { StoredResponse } from '../../schema/webhook-tables.ts';
import type { DueDelivery } from '../queries/deliveries.ts';
import { lockWebhook, type StoredWebhook } from '../queries/webhooks.ts';
import { isToBeDisabled, nextTry, restAfter } from '../rules/schedule.ts';

export interface Tried {
  webhook: StoredWebhook;
  delivery: DueDelivery;
  request: { url: string; headers: Record<string, string>; body: string };
  /** Or that it could not be sent at all, because its secret cannot be opened. */
  outcome: Outcome | { ok: false; code: 'no_secret'; duration_ms: number };
  succeeded: boolean;
}

/** Writes down one try, and what follows from it for the delivery and for the webhook. */
export async function keepOutcome(tx: TenantDb, tried: Tried): Promise<void> {
  // Deleted meanwhile, or emptied with the sandbox: there is nothing to write down.
  const webhook = await lockWebhook(tx, tried.webhook.id);
  if (!webhook || !(await keepAttempt(tx, tried))) return;
  await keepDelivery(tx, tried);
  await (tried.succeeded ? goOn(tx, webhook) : leaveAlone(tx, webhook));
}

async function keepAttempt(tx: TenantDb, { delivery, request, outcome, succeeded }: Tried): Promise<boolean> {
  const { url, headers, body } = request;
  const response = outcome.ok ? JSON.stringify(kept(outcome)) : null;
  const error = outcome.ok ? (succeeded ? null : `status_${outcome.status}`) : outcome.code;
  const [rows] = await send(
    tx,
    plain(sql<{ id: string }>`
      INSERT INTO webhook_attempts (id, webhook_id, delivery_id, at, duration_ms, succeeded, request, response, error)
      SELECT ${newId(tx.tenant.now)}::uuid, webhook_id, id, ${new Date(tx.tenant.now)}, ${outcome.duration_ms}, ${succeeded},
        ${JSON.stringify({ url, headers, body })}::jsonb, ${response}::jsonb, ${error}
      FROM webhook_deliveries WHERE id = ${delivery.id} RETURNING id`),
  );
  return rows.length > 0;
}

const MOST_BODY = 8000;
const MOST_HEADERS = 40;
const MOST_HEADER = 500;

/** PostgreSQL keeps no zero byte. */
const clean = (text: string): string => text.replaceAll('\0', '\uFFFD');

function kept({ status, headers, body, is_cut }: Outcome & { ok: true }): StoredResponse {
  const some = Object.entries(headers).slice(0, MOST_HEADERS);
  return {
    status,
    headers: Object.fromEntries(some.map(([name, value]) => [name, clean(value.slice(0, MOST_HEADER))])),
    body: clean(body.slice(0, MOST_BODY)),
    is_cut: is_cut || body.length > MOST_BODY,
  };
}

async function keepDelivery(tx: TenantDb, { delivery, outcome, succeeded }: Tried): Promise<void> {
  const { now } = tx.tenant;
  const tries = delivery.tries + 1;
  const next = succeeded ? null : nextTry({ now, tries, give_up_at: delivery.give_up_at, chance: Math.random() });
  await tx
    .updateTable('webhook_deliveries')
    .set({
      status: succeeded ? 'delivered' : next === null ? 'failed' : 'pending',
      attempts: sql`attempts + 1`,
      tries,
      next_at: next === null ? null : new Date(next),
      last_status: outcome.ok ? outcome.status : null,
      last_error: outcome.ok ? null : outcome.code,
      delivered_at: succeeded ? new Date(now) : null,
    })
    .where('id', '=', delivery.id)
    .execute();
}

/** Whoever takes something again gets all that waits at once, and not only when its time would have come. */
async function goOn(tx: TenantDb, { id, failures, failing_since }: StoredWebhook): Promise<void> {
  if (failures === 0 && failing_since === null) return;
  await tx
    .updateTable('webhooks')
    .set({ failures: 0, failing_since: null, retry_at: null })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('webhook_deliveries')
    .set({ next_at: new Date(tx.tenant.now) })
    .where('webhook_id', '=', id)
    .where('status', '=', 'pending')
    .execute();
}

async function leaveAlone(tx: TenantDb, webhook: StoredWebhook): Promise<void> {
  const { now } = tx.tenant;
  const failures = webhook.failures + 1;
  const since = webhook.failing_since ?? now;
  const isOver = webhook.is_active && isToBeDisabled(since, now);
  const row = await tx
    .updateTable('webhooks')
    .set({
      failures,
      failing_since: new Date(since),
      retry_at: new Date(now + restAfter(failures, Math.random())),
      ...(isOver && {
        is_active: false,
        disabled_at: new Date(now),
        updated_at: new Date(now),
        revision: webhook.revision + 1,
      }),
    })
    .where('id', '=', webhook.id)
    .returning(['id', 'revision'])
    .executeTakeFirstOrThrow();
  if (!isOver) return;
  await record(tx, webhookDisabled, { subject_id: row.id, revision: row.revision, actor: system }, { id: row.id });
}
