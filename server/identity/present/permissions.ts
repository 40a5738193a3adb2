import type { Permission } from '@smooth/contract/identity/permissions.ts';
import type { Role } from '@smooth/contract/identity/roles.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { everyAction, isGivable, mayGive, reachOf } from '../../core/policy.ts';

interface Held {
  role: Role;
  /** Beyond the role, for good. */
  permissions: readonly string[];
  /** Beyond the role, for a while. */
  grants: readonly { action: string; expires_at: Instant }[];
}

/** Row by row what somebody may do, and what this actor may give them or take from them. */
export function presentPermissions(actor: Actor, held: Held, mayChange: boolean): Permission[] {
  const until = new Map(held.grants.map(({ action, expires_at }) => [action, expires_at]));
  return everyAction()
    .filter((action) => isGivable(action, held.role))
    .map((action) => {
      const is_given = held.permissions.includes(action);
      const expires_at = until.get(action);
      const by_role = reachOf(held.role, action);
      return {
        action,
        by_role,
        is_given,
        granted_until: expires_at === undefined ? null : formatInstant(expires_at),
        can: {
          give: mayChange && !is_given && by_role !== 'always' && mayGive(actor, action),
          take: mayChange && is_given,
        },
      };
    });
}
