import pg from 'pg';
import type { Core } from '../../core/core.ts';
import { lookUp } from '../../core/dns/resolver.ts';
import { found, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { inConsole, type PublicDb } from '../../core/tenant/gate.ts';
import { refuseBeyond } from '../../tenancy/rules/limits.ts';
import { type DomainRow, targetOf } from '../present/domains.ts';
import { domainById, domainsOf } from '../queries/domains.ts';
import { demandInPlan } from '../../tenancy/rules/in-plan.ts';
import { recordsFor, refuseOwnName } from '../rules/domain.ts';
import { auditOf, type By, lockTenant } from './tenants.ts';

interface Added {
  id: string;
  hostname: string;
}

/** Adds a domain that serves nothing yet. The business is held, so that two never take the last place of its plan. */
export function addDomain(core: Core, { id, hostname }: Added, by: By): Promise<DomainRow> {
  refuseOwnName(hostname, core.config.baseUrl.hostname);
  return inConsole(core.database, async (tx) => {
    const tenant = await lockTenant(tx, id, by);
    demandInPlan(tenant.entitlements, 'custom_domains');
    const allowed = tenant.entitlements.limits.domains;
    if (allowed !== null) refuseBeyond('domains', { allowed, used: (await domainsOf(tx, id)).length });
    const domain = newId(by.witness.at);
    try {
      await tx
        .insertInto('public.domains')
        .values({ id: domain, tenant_id: id, hostname, created_at: new Date(by.witness.at) })
        .execute();
    } catch (error) {
      throw asRefusal(error, hostname);
    }
    await auditOf(core, tx, by, id, { action: 'DOMAIN_ADDED', detail: { hostname } });
    return found(await domainById(tx, domain));
  });
}

function asRefusal(error: unknown, hostname: string): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return error;
  const detail = `${hostname} is a domain of a business already`;
  return new Refused('duplicate', { detail, errors: [{ pointer: '/body/hostname', code: 'duplicate', detail }] });
}

/**
 * Looks up what stands at the DNS. Once both records hold the domain is verified; where one is gone it is not any more,
 * unless nobody could be asked, which says nothing.
 */
export async function verifyDomain(core: Core, id: string, by: By): Promise<DomainRow> {
  const row = found(await inConsole(core.database, (tx) => domainById(tx, id)));
  const target = targetOf(row, core.config);
  const [, challenge] = recordsFor(row, target);
  // Not inside the transaction: others need not wait for somebody else's servers.
  const { cname, txt, error } = await lookUp(core.config, { cname: row.hostname, txt: challenge!.name });
  return inConsole(core.database, async (tx) => {
    const before = await lockDomain(tx, id);
    const seen = { ...before, found_cname: cname, found_txt: txt };
    const holds = recordsFor(seen, target).every((record) => record.holds);
    const now = new Date(by.witness.at);
    const found_now = error === null ? { found_cname: cname, found_txt: txt } : {};
    const verified = holds ? { verified_at: before.verified_at === null ? now : new Date(before.verified_at) } : {};
    const lost = !holds && error === null ? { verified_at: null, is_primary: false } : {};
    await tx
      .updateTable('public.domains')
      .set({ checked_at: now, check_error: error, ...found_now, ...verified, ...lost })
      .where('id', '=', id)
      .execute();
    if (holds && before.verified_at === null)
      await auditOf(core, tx, by, before.tenant_id, {
        action: 'DOMAIN_VERIFIED',
        detail: { hostname: before.hostname },
      });
    return found(await domainById(tx, id));
  });
}

export const makePrimary = (core: Core, id: string): Promise<DomainRow> =>
  inConsole(core.database, async (tx) => {
    const row = await lockDomain(tx, id);
    if (row.verified_at === null) throw new Refused('wrong_status', { detail: 'Verify the domain first.' });
    await tx
      .updateTable('public.domains')
      .set({ is_primary: false })
      .where('tenant_id', '=', row.tenant_id)
      .where('is_primary', '=', true)
      .execute();
    await tx.updateTable('public.domains').set({ is_primary: true }).where('id', '=', id).execute();
    return found(await domainById(tx, id));
  });

export const removeDomain = (core: Core, id: string, by: By): Promise<void> =>
  inConsole(core.database, async (tx) => {
    const { tenant_id, hostname } = await lockDomain(tx, id);
    await tx.deleteFrom('public.domains').where('id', '=', id).execute();
    await auditOf(core, tx, by, tenant_id, { action: 'DOMAIN_REMOVED', detail: { hostname } });
  });

/** The business first, as everybody does who changes its domains. */
async function lockDomain(tx: PublicDb, id: string): Promise<DomainRow> {
  const { tenant_id } = found(await domainById(tx, id));
  await tx.selectFrom('public.tenants').select('id').where('id', '=', tenant_id).forUpdate().execute();
  return found(await domainById(tx, id));
}
