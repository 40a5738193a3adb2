import type { Actor } from '../../core/actor.ts';
import { always, policy, when } from '../../core/policy.ts';

/** What the policy of a request looks at. */
export interface Asked {
  resource_id: string;
}

const own = when((actor: Actor, { resource_id }: Asked) => actor.resource_ids.includes(resource_id));
const heads = { TENANT_OWNER: always, TENANT_MANAGER: always };

/** Whoever is a resource asks; those who run the business decide. */
export const timeOffPolicy = policy<Asked>({
  'time_off.read': { ...heads, TENANT_STAFF: own },
  'time_off.list': { ...heads, TENANT_STAFF: always },
  'time_off.request': { ...heads, TENANT_STAFF: own },
  'time_off.decide': heads,
  'time_off.withdraw': { ...heads, TENANT_STAFF: own },
});
