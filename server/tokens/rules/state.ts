import type { ApiToken } from '@smooth/contract/tokens/tokens.ts';
import type { Mode, Role } from '@smooth/contract/identity/roles.ts';
import type { Entitlements } from '@smooth/contract/tenancy/entitlements.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { boundMode } from '../../identity/rules/bound.ts';

export interface Standing {
  mode: Mode;
  expires_at: Instant | null;
  revoked_at: Instant | null;
  /** The person who made it, as they are now; null where they are not seen any more. */
  maker: { role: Role; is_active: boolean; is_sandbox: boolean } | null;
  /** Of its business, as it is now. */
  entitlements: Entitlements;
}

/** Whether a token opens anything at this instant, and why not. */
export function stateOf(
  { mode, expires_at, revoked_at, maker, entitlements }: Standing,
  now: Instant,
): ApiToken['state'] {
  if (revoked_at !== null) return 'revoked';
  if (!maker?.is_active || (boundMode(maker) ?? mode) !== mode) return 'maker_left';
  if (expires_at !== null && expires_at <= now) return 'expired';
  return entitlements.permissions.public_api ? 'active' : 'not_in_plan';
}
