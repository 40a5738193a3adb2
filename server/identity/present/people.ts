import type { Grant } from '@smooth/contract/identity/permissions.ts';
import type { StaffMember } from '@smooth/contract/identity/staff.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import type { StaffRow } from '../queries/people.ts';
import type { GrantRow } from '../queries/permissions.ts';
import { staffPolicy } from '../policy.ts';
import { whyNotAs } from '../rules/masquerade.ts';

export const presentStaff = (row: StaffRow, actor: Actor, tenantId: string): StaffMember => ({
  id: row.id,
  name: row.name,
  email: row.email,
  role: row.role as StaffMember['role'],
  is_active: row.is_active,
  permissions: row.permissions,
  can: {
    permit: staffPolicy.may(actor, 'staff.permit', row),
    grant: staffPolicy.may(actor, 'grant.create', row),
    deactivate: staffPolicy.may(actor, 'staff.deactivate', row),
    masquerade: mayActAs(actor, tenantId, { ...row, tenant_id: tenantId, is_temporary: false }),
  },
});

export const mayActAs = (actor: Actor, tenantId: string | null, target: Parameters<typeof whyNotAs>[1]): boolean => {
  const own = { id: actor.id!, role: actor.role!, tenant_id: tenantId, is_acting: actor.masquerader !== undefined };
  return whyNotAs(own, target) === null;
};

export function presentGrant(row: GrantRow, now: Instant, mayRevoke: boolean): Grant {
  const status = row.revoked_at !== null ? 'revoked' : row.expires_at <= now ? 'expired' : 'active';
  return {
    id: row.id,
    action: row.action,
    grantor: { id: row.grantor_id, name: row.grantor_name },
    grantee: { id: row.grantee_id, name: row.grantee_name },
    reason: row.reason,
    status,
    created_at: formatInstant(row.created_at),
    expires_at: formatInstant(row.expires_at),
    revoked_at: row.revoked_at === null ? null : formatInstant(row.revoked_at),
    can: { revoke: mayRevoke && status === 'active' },
  };
}
