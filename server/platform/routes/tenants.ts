import * as contract from '@smooth/contract/platform/tenants.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import { askConsole, inConsole } from '../../core/tenant/gate.ts';
import * as actions from '../actions/tenants.ts';
import { tenantPolicy } from '../policy.ts';
import { presentTenant } from '../present/tenants.ts';
import { type ListedTenant, tenantById, tenantList, tenantsFound } from '../queries/tenants.ts';
import type { StatusVerb } from '../rules/status.ts';

export function tenantRoutes({ open }: Routes, core: Core): void {
  open(contract.listTenants, { may: 'tenant.read', place: 'platform' }, async ({ actor, now, query }) => {
    const { q, status, tier, temporary } = query;
    const place = tenantList.at({ ...query, order: 'name' });
    // Whoever may not see a lasting business is shown the temporary ones only.
    const is_temporary = temporary === true || !tenantPolicy.may(actor, 'tenant.read', { is_temporary: false });
    const rows = await askConsole(core.database, tenantsFound({ q, status, tier, is_temporary, now }, place));
    return place.page(rows, (row: ListedTenant) => presentTenant(row, { actor, now, ...core }));
  });
  open(contract.getTenant, { may: 'tenant.read', place: 'platform' }, async ({ actor, now, params }) =>
    presentTenant(actions.visible(await inConsole(core.database, (tx) => tenantById(tx, params.id, now)), actor), {
      actor,
      now,
      ...core,
    }),
  );
  open(
    contract.createTenant,
    { may: 'tenant.create', place: 'platform' },
    async ({ actor, now, body, visit, request }) =>
      presentTenant(await actions.createTenant(core, body, { actor, witness: witnessOf(visit, request) }), {
        actor,
        now,
        ...core,
      }),
  );
  open(
    contract.changeTenant,
    { may: 'tenant.edit', place: 'platform' },
    async ({ actor, now, params, body, ...given }) =>
      presentTenant(
        await actions.changeTenant(
          core,
          { ...params, ...body },
          { actor, witness: witnessOf(given.visit, given.request) },
        ),
        { actor, now, ...core },
      ),
  );
  const verb = (endpoint: typeof contract.suspendTenant, may: string, which: StatusVerb) =>
    open(endpoint, { may, place: 'platform' }, async ({ actor, now, params, body, visit, request }) =>
      presentTenant(
        await actions.changeStatus(
          core,
          { ...params, ...body, verb: which },
          { actor, witness: witnessOf(visit, request) },
        ),
        { actor, now, ...core },
      ),
    );
  verb(contract.suspendTenant, 'tenant.suspend', 'suspend');
  verb(contract.resumeTenant as never, 'tenant.suspend', 'resume');
  verb(contract.closeTenant as never, 'tenant.close', 'close');
  verb(contract.reopenTenant as never, 'tenant.close', 'reopen');
}
