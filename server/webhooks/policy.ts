import { always, policy } from '../core/policy.ts';

const heads = { TENANT_OWNER: always, TENANT_MANAGER: always };

/** What leaves the business is decided by those who run it. */
export const webhookPolicy = policy<unknown>({
  'webhook.read': heads,
  'webhook.edit': heads,
  'event.read': heads,
});
