import { always, policy } from '../../core/policy.ts';

/** Sums over the whole business are for those who run it. */
export const overviewPolicy = policy<unknown>({
  'overview.read': { TENANT_OWNER: always, TENANT_MANAGER: always },
});
