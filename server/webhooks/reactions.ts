import { eventCatalogue } from '@smooth/contract/webhooks/catalogue.ts';
import { webhookDisabled, webhookTested } from '@smooth/contract/webhooks/events.ts';
import type { Core } from '../core/core.ts';
import type { Happened, On } from '../core/events/reactions.ts';
import { inTenant, send } from '../core/tenant/tenant.ts';
import { deliverJob, LOST_AFTER_MS } from './actions/deliver.ts';
import { tellOwners } from './actions/tell-owners.ts';
import { keepDeliveries, oldDeliveriesForgotten } from './queries/deliveries.ts';
import { dueBy } from './queries/due.ts';
import { isAnyWebhookActive } from './queries/webhooks.ts';

/** Every fact is told to the webhooks that chose it; where there are none, nothing is to be done. */
export function webhookReactions(core: Core, on: On): void {
  for (const { event } of eventCatalogue) {
    // A test goes to one webhook, and its delivery was made with it.
    if (event.type === webhookTested.type) continue;
    on(event, `webhooks.${event.type}`, deliverTo, isAnyWebhookActive);
  }
  on(webhookDisabled, 'webhooks.notice', (happened) => tellOwners(core, happened));
}

async function deliverTo({ tenant, event, addJobs }: Happened): Promise<void> {
  if (!tenant.row.entitlements.permissions.webhooks) return;
  const webhooks = await inTenant(tenant, async (tx) => {
    const chosen = await keepDeliveries(tx, event);
    for (const id of chosen) {
      await dueBy(tx, id, tx.tenant.now + LOST_AFTER_MS);
      await send(tx, oldDeliveriesForgotten(id, tx.tenant.now));
    }
    return chosen;
  });
  if (webhooks.length > 0)
    await addJobs(
      tenant,
      webhooks.map((id) => deliverJob(id)),
    );
}
