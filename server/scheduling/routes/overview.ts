import { getOverview } from '@smooth/contract/scheduling/overview.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask } from '../../core/tenant/tenant.ts';
import '../policy/overview.ts';
import { presentOverview } from '../present/overview.ts';
import { overviewRows } from '../queries/overview.ts';
import { anyRules } from '../queries/rules.ts';
import { refuseLongRange } from '../rules/request.ts';

export function overviewRoutes({ read }: Routes): void {
  read(getOverview, { may: 'overview.read' }, async ({ tenant, query }) => {
    refuseLongRange(query, 366);
    const [rows] = await ask(tenant, overviewRows(query.from, query.to, tenant.row.time_zone));
    return presentOverview(rows!, query, { rules: await anyRules(tenant), business: tenant.row });
  });
}
