import { always, policy } from '../core/policy.ts';

export const businessPolicy = policy<unknown>({
  'business.read': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: always, CUSTOMER: always },
  'business.edit': { TENANT_OWNER: always, TENANT_MANAGER: always },
});
