import { webhookResent, webhookTested } from '@smooth/contract/webhooks/events.ts';
import type { Actor } from '../../core/actor.ts';
import { found, Refused } from '../../core/errors.ts';
import { recordLife } from '../../core/events/life.ts';
import { record } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { deliveryById, type DeliveryRow, type Range, resendRange } from '../queries/deliveries.ts';
import { dueBy } from '../queries/due.ts';
import { lockWebhook } from '../queries/webhooks.ts';
import { KEEP_TRYING_MS } from '../rules/schedule.ts';
import { demandInPlan } from '../../tenancy/rules/in-plan.ts';

/** Lets one delivery wait anew, whatever became of it; the event keeps its id. */
export async function resendOne(
  tx: TenantDb,
  { id: webhook_id, delivery_id: id }: { id: string; delivery_id: string },
  actor: Actor,
): Promise<DeliveryRow> {
  found((await deliveryOf(tx, webhook_id, id))[0]);
  await demandActive(tx, webhook_id);
  await tx
    .updateTable('webhook_deliveries')
    .set({ status: 'pending', tries: 0, ...fromNow(tx), delivered_at: null })
    .where('id', '=', id)
    .execute();
  await recordLife(tx, webhookResent, { id: webhook_id }, actor);
  return found((await deliveryOf(tx, webhook_id, id))[0]);
}

export async function resendMany(tx: TenantDb, range: Range, actor: Actor): Promise<number> {
  await demandActive(tx, range.webhook_id);
  await recordLife(tx, webhookResent, { id: range.webhook_id }, actor);
  return resendRange(tx, range);
}

/** Records a test and has it sent to this webhook alone, whatever types it chose. */
export async function sendTest(tx: TenantDb, webhook_id: string, actor: Actor): Promise<DeliveryRow> {
  await demandActive(tx, webhook_id);
  const event_id = await record(tx, webhookTested, { subject_id: webhook_id, actor }, { id: webhook_id });
  const id = newId(tx.tenant.now);
  await tx
    .insertInto('webhook_deliveries')
    .values({ id, webhook_id, event_id, ...fromNow(tx), created_at: new Date(tx.tenant.now) })
    .execute();
  return found((await deliveryOf(tx, webhook_id, id))[0]);
}

const fromNow = ({ tenant: { now } }: TenantDb) => ({
  next_at: new Date(now),
  give_up_at: new Date(now + KEEP_TRYING_MS),
});

const deliveryOf = async (tx: TenantDb, webhook_id: string, id: string): Promise<DeliveryRow[]> =>
  (await tx.executeQuery(deliveryById(webhook_id, id).compile())).rows;

/** Whoever asks for something to be sent does not wait until the webhook is left alone no more. */
async function demandActive(tx: TenantDb, id: string): Promise<void> {
  const { is_active } = found(await lockWebhook(tx, id));
  demandInPlan(tx.tenant.row.entitlements, 'webhooks');
  if (!is_active) throw new Refused('webhook_inactive');
  await tx.updateTable('webhooks').set({ retry_at: null }).where('id', '=', id).execute();
  await dueBy(tx, id, tx.tenant.now);
}
