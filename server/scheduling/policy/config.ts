import { always, policy } from '../../core/policy.ts';

const heads = { TENANT_OWNER: always, TENANT_MANAGER: always };
const business = { ...heads, TENANT_STAFF: always };

/** What the business has set up: its people see all of it, its heads change it. */
export const configPolicy = policy<unknown>({
  'location.read': business,
  'location.create': heads,
  'location.edit': heads,
  'location.delete': heads,
  'resource.read': business,
  'resource.create': heads,
  'resource.edit': heads,
  'resource.delete': heads,
  'service.read': business,
  'service.create': heads,
  'service.edit': heads,
  'service.delete': heads,
  'closure.read': business,
  'closure.create': heads,
  'closure.edit': heads,
});

/** Time off is given by those who run the business; staff ask for it. */
export const blockPolicy = policy<{ resource_id: string }>({
  'block.read': business,
  'block.edit': heads,
});
