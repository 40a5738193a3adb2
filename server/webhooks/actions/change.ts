import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { webhookEvents, webhookSecretRotated } from '@smooth/contract/webhooks/events.ts';
import type * as contract from '@smooth/contract/webhooks/webhooks.ts';
import { HOUR } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { newId } from '../../core/ids.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { demandInPlan } from '../../tenancy/rules/in-plan.ts';
import { presentWebhook } from '../present/webhooks.ts';
import { dueBy } from '../queries/due.ts';
import {
  countWebhooks,
  lockWebhook,
  MOST_WEBHOOKS,
  type StoredWebhook,
  webhookById,
  type WebhookRow,
} from '../queries/webhooks.ts';
import { newSecret, sealWebhookSecret } from '../rules/signature.ts';

interface By {
  key: Buffer;
  actor: Actor;
}

type New = BodyOf<typeof contract.createWebhook>;
type Change = BodyOf<typeof contract.changeWebhook> & { id: string };

export async function createWebhook(tx: TenantDb, values: New, { key, actor }: By): Promise<WebhookRow> {
  demandInPlan(tx.tenant.row.entitlements, 'webhooks');
  if ((await countWebhooks(tx)) >= MOST_WEBHOOKS)
    throw new Refused('limit_reached', { detail: `There are ${MOST_WEBHOOKS} webhooks already. Delete one first.` });
  const id = newId(tx.tenant.now);
  const now = new Date(tx.tenant.now);
  const secret = sealed(tx, id, key);
  await tx
    .insertInto('webhooks')
    .values({ id, ...values, secret, created_at: now, updated_at: now })
    .execute();
  await recordLife(tx, webhookEvents.created, { id, revision: 1 }, actor);
  return shown(tx, id);
}

/** What is switched on again is tried at once, and begins with a clean slate. */
export async function changeWebhook(
  tx: TenantDb,
  { id, revision, url, description, event_types, is_active }: Change,
  actor: Actor,
): Promise<WebhookRow> {
  const before = await lockedAt(tx, { id, revision, actor });
  if (is_active === true) demandInPlan(tx.tenant.row.entitlements, 'webhooks');
  const isAnew = is_active === true || (url !== undefined && url !== before.url);
  await tx
    .updateTable('webhooks')
    .set({
      url,
      description,
      event_types,
      is_active,
      ...(isAnew && { failures: 0, failing_since: null, retry_at: null }),
      ...(is_active === true && { disabled_at: null }),
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .execute();
  await dueBy(tx, id, tx.tenant.now);
  await recordLife(tx, webhookEvents.changed, { id, revision: revision + 1 }, actor);
  return shown(tx, id);
}

export async function deleteWebhook(tx: TenantDb, id: string, actor: Actor): Promise<void> {
  found(await lockWebhook(tx, id));
  await tx.deleteFrom('webhooks').where('id', '=', id).execute();
  await recordLife(tx, webhookEvents.deleted, { id }, actor);
}

/** A new secret; the old one signs beside it for as many hours. */
export async function rotateSecret(
  tx: TenantDb,
  { id, revision, keep_hours }: { id: string; revision: number; keep_hours: number },
  { key, actor }: By,
): Promise<StoredWebhook> {
  const before = await lockedAt(tx, { id, revision, actor });
  const until = keep_hours > 0 ? new Date(tx.tenant.now + keep_hours * HOUR) : null;
  const row = await tx
    .updateTable('webhooks')
    .set({
      secret: sealed(tx, id, key),
      previous_secret: until && before.secret,
      previous_until: until,
      revision: revision + 1,
      updated_at: new Date(tx.tenant.now),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  await recordLife(tx, webhookSecretRotated, row, actor);
  return row;
}

const sealed = ({ tenant }: TenantDb, webhook_id: string, key: Buffer): Buffer =>
  sealWebhookSecret(key, { tenant_id: tenant.id, mode: tenant.mode, webhook_id }, newSecret());

async function lockedAt(
  tx: TenantDb,
  { id, revision, actor }: { id: string; revision: number; actor: Actor },
): Promise<StoredWebhook> {
  const before = found(await lockWebhook(tx, id));
  const now = await shown(tx, id);
  demandRevision(now, revision, (row) => presentWebhook(row, actor));
  return before;
}

const shown = async (tx: TenantDb, id: string): Promise<WebhookRow> =>
  found((await tx.executeQuery(webhookById(id, tx.tenant.now).compile())).rows[0]);
