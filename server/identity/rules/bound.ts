import type { Mode, Role } from '@smooth/contract/identity/roles.ts';

interface Account {
  role: Role;
  is_sandbox: boolean;
}

/** The one mode an account belongs to; null for owners and managers, who belong to both, and for the platform. */
export const boundMode = ({ role, is_sandbox }: Account): Mode | null =>
  role === 'TENANT_STAFF' || role === 'CUSTOMER' ? (is_sandbox ? 'sandbox' : 'live') : null;
