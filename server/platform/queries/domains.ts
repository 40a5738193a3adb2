import type { PublicDb } from '../../core/tenant/gate.ts';

/** Domains with the sub-domain of their business. */
export const domainsIn = (tx: PublicDb) =>
  tx
    .selectFrom('public.domains')
    .innerJoin('public.tenants', 'public.tenants.id', 'public.domains.tenant_id')
    .selectAll('public.domains')
    .select('public.tenants.subdomain');

export const domainById = (tx: PublicDb, id: string) =>
  domainsIn(tx).where('public.domains.id', '=', id).executeTakeFirst();

export const domainsOf = (tx: PublicDb, tenantId: string) =>
  domainsIn(tx).where('public.domains.tenant_id', '=', tenantId).orderBy('public.domains.hostname').execute();
