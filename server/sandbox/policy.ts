import { always, policy } from '../core/policy.ts';

/** Who belongs to both modes of a business. */
export const sandboxPolicy = policy<unknown>({
  'sandbox.switch': { TENANT_OWNER: always, TENANT_MANAGER: always },
});
