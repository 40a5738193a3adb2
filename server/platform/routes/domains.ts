import * as contract from '@smooth/contract/platform/domains.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { addDomain, makePrimary, removeDomain, verifyDomain } from '../actions/domains.ts';
import { visible } from '../actions/tenants.ts';
import '../policy.ts';
import { presentDomain } from '../present/domains.ts';
import { domainsOf } from '../queries/domains.ts';
import { tenantById } from '../queries/tenants.ts';

export function domainRoutes({ open }: Routes, core: Core): void {
  const place = 'platform' as const;
  const { config } = core;
  open(contract.listDomains, { may: 'domain.read', place }, async ({ actor, now, params: { id } }) =>
    inConsole(core.database, async (tx) => {
      visible(await tenantById(tx, id, now), actor);
      return { data: (await domainsOf(tx, id)).map((row) => presentDomain(row, { actor, config })) };
    }),
  );
  const may = 'domain.edit';
  open(contract.addDomain, { may, place }, async ({ actor, params, body, visit, request }) =>
    presentDomain(await addDomain(core, { ...params, ...body }, { actor, witness: witnessOf(visit, request) }), {
      actor,
      config,
    }),
  );
  open(contract.verifyDomain, { may, place }, async ({ actor, params, visit, request }) =>
    presentDomain(await verifyDomain(core, params.id, { actor, witness: witnessOf(visit, request) }), {
      actor,
      config,
    }),
  );
  open(contract.makePrimary, { may, place }, async ({ actor, params }) =>
    presentDomain(await makePrimary(core, params.id), { actor, config }),
  );
  open(contract.removeDomain, { may, place }, async ({ actor, params, visit, request }) =>
    removeDomain(core, params.id, { actor, witness: witnessOf(visit, request) }).then(() => undefined),
  );
}
