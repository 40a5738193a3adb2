import type { Role } from '@smooth/contract/identity/roles.ts';
import { always, policy, when } from '../core/policy.ts';

interface Token {
  /** What the person who made it is now; null where they are not seen from here. */
  maker_role: Role | null;
}

/** A token opens what its maker may. Managers have in hand those of managers, so that none of them becomes an owner. */
const notOfAnOwner = when<Token>((_, { maker_role }) => maker_role !== 'TENANT_OWNER');

export const tokenPolicy = policy<Token>({
  'token.read': { TENANT_OWNER: always, TENANT_MANAGER: always },
  'token.create': { TENANT_OWNER: always, TENANT_MANAGER: always },
  'token.change': { TENANT_OWNER: always, TENANT_MANAGER: notOfAnOwner },
  'token.reveal': { TENANT_OWNER: always, TENANT_MANAGER: notOfAnOwner },
  // Whoever finds one in the wrong hands ends it, whosever it is.
  'token.revoke': { TENANT_OWNER: always, TENANT_MANAGER: always },
});
