import { always, policy } from '../core/policy.ts';

/** Messages carry names, addresses and manage links of customers. */
export const messagePolicy = policy<unknown>({
  'message.read': { TENANT_OWNER: always, TENANT_MANAGER: always },
});
