import type { Core } from '../core/core.ts';
import type { OnDue } from '../core/jobs/due.ts';
import type { Jobs } from '../core/jobs/registry.ts';
import { deliverer, deliverJob, LOST_AFTER_MS } from './actions/deliver.ts';
import { putOff } from './queries/due.ts';

export interface WebhookJobs {
  core: Core;
  /** Of the jobs that wait for others outside. */
  outward: Jobs['job'];
  onDue: OnDue;
}

export function webhookJobs({ core, outward, onDue }: WebhookJobs): void {
  outward('webhook', deliverer(core));
  onDue('webhook', async (tx, { id, webhook_id }) => {
    // The row stays until the job that it leads to has set it anew.
    await putOff(tx, id, tx.tenant.now + LOST_AFTER_MS);
    return [deliverJob(webhook_id!)];
  });
}
