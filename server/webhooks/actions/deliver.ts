import { MINUTE, SECOND } from '@smooth/engine/instant.ts';
import type { Core } from '../../core/core.ts';
import { send } from '../../core/egress/send.ts';
import { dueJob, SOON_MS } from '../../core/jobs/due.ts';
import type { JobRun, JobSpec } from '../../core/jobs/registry.ts';
import { ask, inTenant, type Tenant, tenantHandle } from '../../core/tenant/tenant.ts';
import { presentEvent } from '../present/events.ts';
import { deliveriesDue, type DueDelivery } from '../queries/deliveries.ts';
import { dueAnew } from '../queries/due.ts';
import { storedWebhook, type StoredWebhook } from '../queries/webhooks.ts';
import { openWebhookSecret, signedHeaders } from '../rules/signature.ts';
import { keepOutcome, type Tried } from './outcome.ts';

/** To one webhook; to one that failed last, a single one at a time until it takes something again. */
const AT_ONCE = 4;
/** How long one webhook may go on before the others have their turn. */
const TURN_MS = 5 * SECOND;
/** How many webhooks of one business and mode are sent to at the same time by one process. */
const MOST_PER_TENANT = 8;
const FULL_AGAIN_MS = SECOND;

/** The job that sends what waits for one webhook. Two of them never run beside each other. */
export const deliverJob = (webhook_id: string, run_at?: number): JobSpec => ({
  name: 'webhook',
  key: `webhook:${webhook_id}`,
  queue: `webhook:${webhook_id}`,
  payload: { webhook_id },
  ...(run_at !== undefined && { run_at }),
});

export type Deliver = (run: JobRun) => Promise<void>;

export function deliverer(core: Core): Deliver {
  const under = new Map<string, number>();
  return async ({ tenant, payload, addJobs }) => {
    const webhook_id = String(payload['webhook_id']);
    const name = `${tenant.id}:${tenant.mode}`;
    const count = under.get(name) ?? 0;
    if (count >= MOST_PER_TENANT)
      return addJobs(tenant, [deliverJob(webhook_id, tenant.now - tenant.ahead_ms + FULL_AGAIN_MS)]);
    under.set(name, count + 1);
    try {
      await takeTurn(core, tenant, webhook_id);
    } finally {
      const left = under.get(name)! - 1;
      if (left === 0) under.delete(name);
      else under.set(name, left);
    }
    const jobs = await whatIsNext(current(core, tenant), webhook_id);
    if (jobs.length > 0) await addJobs(tenant, jobs);
  };
}

/** The same business at the instant it is now: what is sent takes its time. */
const current = ({ clock }: Core, { row, mode, database }: Tenant): Tenant =>
  tenantHandle(row, mode, database, clock.now());

async function takeTurn(core: Core, tenant: Tenant, webhook_id: string): Promise<void> {
  const end = performance.now() + TURN_MS;
  while (performance.now() < end) {
    const { now } = current(core, tenant);
    const [webhook] = await ask(tenant, storedWebhook(webhook_id));
    if (!webhook?.is_active || (webhook.retry_at !== null && webhook.retry_at > now)) return;
    const limit = webhook.failures > 0 ? 1 : AT_ONCE;
    const due = await ask(tenant, deliveriesDue(webhook_id, { now, limit }));
    if (due.length === 0) return;
    const results = await Promise.all(due.map((delivery) => deliverOne(core, tenant, webhook, delivery)));
    // What came meanwhile is found by whoever looks what is next.
    if (results.includes(false) || due.length < limit) return;
  }
}

/** Answers whether the receiver has taken it. */
async function deliverOne(core: Core, tenant: Tenant, webhook: StoredWebhook, delivery: DueDelivery): Promise<boolean> {
  const request = requestOf(core, tenant, webhook, delivery);
  const outcome = request.isSigned ? await send(core.config, { method: 'POST', ...request }) : NOT_SIGNED;
  const succeeded = isTaken(outcome);
  await inTenant(current(core, tenant), (tx) => keepOutcome(tx, { webhook, delivery, request, outcome, succeeded }));
  if (!succeeded) core.wake(tenant);
  return succeeded;
}

/** Nothing leaves without a signature. */
const NOT_SIGNED = { ok: false, code: 'no_secret', duration_ms: 0 } as const;

const isTaken = (outcome: Tried['outcome']): boolean => outcome.ok && outcome.status >= 200 && outcome.status < 300;

function requestOf(core: Core, tenant: Tenant, webhook: StoredWebhook, delivery: DueDelivery) {
  const { now, ahead_ms } = current(core, tenant);
  const event = { ...delivery, id: delivery.event_id };
  const body = JSON.stringify(presentEvent(event, tenant));
  const owner = { tenant_id: tenant.id, mode: tenant.mode, webhook_id: webhook.id };
  const { secret, previous_secret, previous_until } = webhook;
  const sealed = previous_secret && previous_until! > now ? [secret, previous_secret] : [secret];
  const secrets = sealed.map((one) => openWebhookSecret(core.key, owner, one)).filter((one) => one !== null);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'SmoothSchedule-Webhooks/1',
    // Receivers hold the time of a signature against their own clock, which is everybody's and not that of a sandbox.
    ...signedHeaders({ id: event.id, now: now - ahead_ms, body, secrets }),
  };
  return { url: webhook.url, headers, body, isSigned: secrets.length > 0 };
}

/** Goes on at once where something is due, and leaves the rest to the row of what is due. */
async function whatIsNext(tenant: Tenant, webhook_id: string): Promise<JobSpec[]> {
  const next = await inTenant(tenant, (tx) => dueAnew(tx, webhook_id));
  if (!next || next.due_at > tenant.now + SOON_MS) return [];
  return next.due_at <= tenant.now ? [deliverJob(webhook_id)] : [dueJob(next, tenant)];
}

/** After this a webhook is looked at again, should the job that was to do it be lost. */
export const LOST_AFTER_MS = 15 * MINUTE;
