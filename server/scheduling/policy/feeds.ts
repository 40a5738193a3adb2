import type { Actor } from '../../core/actor.ts';
import { always, policy, when } from '../../core/policy.ts';

/** What the policy of a feed looks at. */
export interface FeedOf {
  resource_id: string | null;
  user_id: string | null;
}

const own = when(
  (actor: Actor, { resource_id, user_id }: FeedOf) =>
    user_id === actor.id || (resource_id !== null && actor.resource_ids.includes(resource_id)),
);

export const feedPolicy = policy<FeedOf>({
  'feed.read': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: always },
  'feed.create': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: own },
  'feed.revoke': { TENANT_OWNER: always, TENANT_MANAGER: always, TENANT_STAFF: own },
});
