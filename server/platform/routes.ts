import { getFront } from '@smooth/contract/platform/front.ts';
import { listTenants } from '@smooth/contract/platform/tenants.ts';
import type { Core } from '../core/core.ts';
import type { Routes } from '../core/http/route.ts';
import { askConsole, askGate } from '../core/tenant/gate.ts';
import { tenantPolicy } from './policy.ts';
import { addressOf, presentTenant } from './present.ts';
import { demoBusinesses, tenantCursor, tenantsFound } from './queries.ts';

export function platformRoutes({ open }: Routes, core: Core): void {
  const { baseUrl, production } = core.config;
  open(getFront, { may: 'everyone', place: 'any' }, async () => {
    const demo = production ? [] : await askGate(core.database, demoBusinesses);
    return {
      platform_address: addressOf('platform', baseUrl),
      demo: demo.map(({ name, subdomain }) => ({ name, address: addressOf(subdomain, baseUrl) })),
    };
  });
  open(listTenants, { may: 'tenant.read', place: 'platform' }, async ({ actor, query: { q, limit, cursor } }) => {
    const after = tenantCursor.read(cursor);
    // Whoever may not see a lasting business is shown the temporary ones only.
    const is_temporary = !tenantPolicy.may(actor, 'tenant.read', { is_temporary: false });
    const rows = await askConsole(core.database, tenantsFound({ q, is_temporary, limit, after }));
    return tenantCursor.page(rows, {
      limit,
      keyOf: (row) => [row.sort_name, row.id],
      present: (row) => presentTenant(row, baseUrl),
    });
  });
}
