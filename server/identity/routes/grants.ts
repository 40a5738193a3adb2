import { createGrant, listGivable, listGrants, revokeGrants } from '@smooth/contract/identity/permissions.ts';
import { auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { fieldRefusal } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { everyAction, isGivable, mayGive } from '../../core/policy.ts';
import { readTenant } from '../../core/tenant/tenant.ts';
import { grant, revokeGrants as revoke } from '../actions/permissions.ts';
import { staffPolicy } from '../policy.ts';
import { presentGrant } from '../present/people.ts';
import { memberOf } from '../queries/people.ts';
import { grantsIn } from '../queries/permissions.ts';
import { shared } from '../queries/shared.ts';

/** Grants run by the clock of the installation, as sessions do: the clock of a sandbox does not lengthen them. */
export function grantRoutes({ read, write }: Routes, core: Core): void {
  read(listGivable, { may: 'grant.read' }, async ({ actor }) => ({
    data: everyAction()
      .filter((action) => isGivable(action, 'TENANT_STAFF') && mayGive(actor, action))
      .map((action) => ({ action })),
  }));
  read(listGrants, { may: 'grant.read' }, async ({ tenant, actor, now }) => {
    const rows = await readTenant(tenant, (tx) => grantsIn(shared(tx), tenant.id).execute());
    return { data: rows.map((row) => presentGrant(row, now, actor.id !== row.grantee_id)) };
  });
  write(createGrant, { may: 'grant.create' }, async ({ tx, tenant, actor, body, visit, now, request }) => {
    const { grantee_id, ...about } = body;
    const to = await memberOf(tx, grantee_id);
    if (!to) throw fieldRefusal('/body/grantee_id', 'There is nobody with this id in the business');
    staffPolicy.demand(actor, 'grant.create', to);
    const row = await grant(shared(tx), { actor, to, tenant_id: tenant.id, mode: tenant.mode, now }, about);
    const { action, reason, minutes } = about;
    const subject = { id: to.id, email: to.email };
    auditWithin(core, tx, witnessOf(visit, request), {
      action: 'GRANT_CREATED',
      subject,
      reason,
      detail: { action, minutes },
    });
    return presentGrant(row, now, true);
  });
  write(revokeGrants, { may: 'grant.create' }, async ({ tx, tenant, actor, body, visit, now, request }) => {
    const revoked = await revoke(shared(tx), { actor, tenant_id: tenant.id, now }, body.ids);
    for (const { action, grantee_id, grantee_email } of revoked) {
      const subject = { id: grantee_id, email: grantee_email };
      auditWithin(core, tx, witnessOf(visit, request), { action: 'GRANT_REVOKED', subject, detail: { action } });
    }
    return { revoked: revoked.length };
  });
}
