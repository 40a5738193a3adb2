import { always, policy } from '../core/policy.ts';

export const staffPolicy = policy<unknown>({
  'staff.read': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: always },
});
