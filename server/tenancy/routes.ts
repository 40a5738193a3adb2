import { changeBusiness, getBusiness } from '@smooth/contract/tenancy/business.ts';
import type { Routes } from '../core/http/route.ts';
import { changeOwnBusiness } from './actions/change.ts';
import './policy.ts';
import { presentBusiness } from './present.ts';

export function tenancyRoutes({ read, write }: Routes): void {
  read(getBusiness, { may: 'business.read' }, async ({ tenant, actor }) => presentBusiness(tenant.row, actor));
  write(changeBusiness, { may: 'business.edit' }, async ({ tx, body, actor }) =>
    presentBusiness(await changeOwnBusiness(tx, { ...body, actor }), actor),
  );
}
