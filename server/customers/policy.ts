import { always, policy } from '../core/policy.ts';

const business = { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: always };
const heads = { TENANT_OWNER: always, TENANT_MANAGER: always };

export const customerPolicy = policy<unknown>({
  'customer.read': business,
  'customer.create': business,
  'customer.edit': business,
  'customer.block': heads,
  'customer.merge': heads,
  'customer.delete': heads,
  'customer.erase': heads,
  'customer.import': heads,
  'customer.export': heads,
  'profile.read': { CUSTOMER: always },
  'profile.edit': { CUSTOMER: always },
});
