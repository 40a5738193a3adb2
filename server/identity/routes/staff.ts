import { listStaff } from '@smooth/contract/identity/staff.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import '../policy.ts';
import { staffOfBusiness } from '../queries/people.ts';

export function staffRoutes({ read }: Routes): void {
  read(listStaff, { may: 'staff.read' }, async ({ tenant }) => ({
    data: (await ask(tenant, staffOfBusiness)) as {
      id: string;
      name: string;
      email: string;
      role: 'TENANT_STAFF';
      is_active: boolean;
    }[],
  }));
}
