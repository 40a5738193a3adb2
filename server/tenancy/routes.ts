import { getBusiness } from '@smooth/contract/tenancy/business.ts';
import type { Routes } from '../core/http/route.ts';
import { presentBusiness } from './present.ts';
import './policy.ts';

export function tenancyRoutes({ read }: Routes): void {
  read(getBusiness, { may: 'business.read' }, async ({ tenant }) => presentBusiness(tenant.row));
}
