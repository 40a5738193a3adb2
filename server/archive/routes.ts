import * as contract from '@smooth/contract/archive/exports.ts';
import { auditAlone, auditWithin, witnessOf } from '../audit/actions/write.ts';
import type { Core } from '../core/core.ts';
import { found } from '../core/errors.ts';
import type { May, Routes } from '../core/http/route.ts';
import { ask } from '../core/tenant/tenant.ts';
import { openExport, requestExport } from './actions/request.ts';
import './policy.ts';
import { presentExport } from './present.ts';
import { exportById, exportsFound } from './queries/exports.ts';

const owner: May = { may: 'business.export' };

/** Everything the business has, for its owner to take away. Times are those of the installation, in both modes. */
export function exportRoutes({ read, write }: Routes, core: Core): void {
  read(contract.listExports, owner, async ({ tenant, now }) => ({
    data: (await ask(tenant, exportsFound(now))).map(presentExport),
  }));
  write(contract.requestExport, owner, async ({ tx, actor, visit, request, now }) => {
    const row = await requestExport(tx, actor.id!, now);
    const detail = { what: 'business', export_id: row.id };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'DATA_EXPORTED', detail });
    return presentExport(row);
  });
  read(contract.getExport, owner, async ({ tenant, params, now }) =>
    presentExport(found((await ask(tenant, exportById(params.id, now)))[0])),
  );
  read(contract.downloadExport, owner, async ({ tenant, params, visit, request, reply, now }) => {
    const archive = await openExport(core, tenant, params.id, now);
    const detail = { what: 'business, downloaded', export_id: params.id };
    await auditAlone(core, witnessOf(visit, request), { action: 'DATA_EXPORTED', detail });
    void reply.header('content-disposition', `attachment; filename="${tenant.row.subdomain}.tar.gz"`);
    return archive;
  });
}
