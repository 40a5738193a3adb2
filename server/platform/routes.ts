import { listTenants } from '@smooth/contract/platform/tenants.ts';
import type { Core } from '../core/core.ts';
import type { Routes } from '../core/http/route.ts';
import { askConsole } from '../core/tenant/gate.ts';
import { tenantPolicy } from './policy.ts';
import { presentTenant } from './present.ts';
import { tenantCursor, tenantsFound } from './queries.ts';

export function platformRoutes({ open }: Routes, core: Core): void {
  open(listTenants, { may: 'tenant.read', place: 'platform' }, async ({ actor, query: { q, limit, cursor } }) => {
    const after = tenantCursor.read(cursor);
    // Whoever may not see a lasting business is shown the temporary ones only.
    const is_temporary = !tenantPolicy.may(actor, 'tenant.read', { is_temporary: false });
    const rows = await askConsole(core.database, tenantsFound({ q, is_temporary, limit, after }));
    return tenantCursor.page(rows, {
      limit,
      keyOf: (row) => [row.sort_name, row.id],
      present: (row) => presentTenant(row, core.config.baseUrl),
    });
  });
}
