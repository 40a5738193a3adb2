import type { Role } from '@smooth/contract/identity/roles.ts';

export interface Hijacker {
  id: string;
  role: Role;
  tenant_id: string | null;
  /** They act as somebody already. */
  is_acting: boolean;
}

export interface Hijacked {
  id: string;
  role: Role;
  tenant_id: string | null;
  is_active: boolean;
  /** Of a demo account. */
  is_temporary: boolean;
}

export type WhyNot = 'oneself' | 'chain' | 'role' | 'inactive';

/** Why this person may not act as that one; null where they may. */
export function whyNotAs(hijacker: Hijacker, target: Hijacked): WhyNot | null {
  if (hijacker.is_acting) return 'chain';
  if (hijacker.id === target.id) return 'oneself';
  if (!reaches(hijacker, target)) return 'role';
  return target.is_active ? null : 'inactive';
}

function reaches(hijacker: Hijacker, target: Hijacked): boolean {
  switch (hijacker.role) {
    case 'SUPERUSER':
      return true;
    case 'PLATFORM_SUPPORT':
      return target.tenant_id !== null;
    case 'PLATFORM_SALES':
      return target.tenant_id !== null && target.is_temporary;
    case 'TENANT_OWNER':
      return target.role === 'TENANT_STAFF' && target.tenant_id === hijacker.tenant_id;
    default:
      return false;
  }
}
