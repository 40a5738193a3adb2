import {
  createGrant,
  listGivable,
  listGrants,
  revokeGrants,
  setPermissions,
} from '@smooth/contract/identity/permissions.ts';
import { listStaff } from '@smooth/contract/identity/staff.ts';
import { auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { everyAction, isGivable, mayGive } from '../../core/policy.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { grant, replacePermissions, revokeGrants as revoke } from '../actions/permissions.ts';
import { staffPolicy } from '../policy.ts';
import { presentGrant, presentStaff } from '../present/people.ts';
import { staffMember, staffOfBusiness, type StaffRow } from '../queries/people.ts';
import { grantsIn } from '../queries/permissions.ts';
import { shared } from '../queries/shared.ts';

const memberOf = async (tx: TenantDb, id: string): Promise<StaffRow | undefined> =>
  (await send(tx, staffMember(id)))[0][0];

export function staffRoutes({ read, write }: Routes, core: Core): void {
  read(listStaff, { may: 'staff.read' }, async ({ tenant, actor }) => ({
    data: (await ask(tenant, staffOfBusiness)).map((row) => presentStaff(row, actor, tenant.id)),
  }));
  write(
    setPermissions,
    { may: 'staff.permit' },
    async ({ tx, tenant, actor, params: { id }, body, visit, request }) => {
      const to = found(await memberOf(tx, id));
      staffPolicy.demand(actor, 'staff.permit', to);
      const { mode, now } = tenant;
      const changed = await replacePermissions(
        shared(tx),
        { actor, to, tenant_id: tenant.id, mode, now },
        body.permissions,
      );
      const happening = {
        action: 'PERMISSIONS_CHANGED',
        subject: { id: to.id, email: to.email },
        detail: changed,
      } as const;
      auditWithin(core, tx, witnessOf(visit, request), happening);
      return presentStaff(found(await memberOf(tx, id)), actor, tenant.id);
    },
  );
  read(listGivable, { may: 'grant.read' }, async ({ actor }) => ({
    data: everyAction()
      .filter((action) => isGivable(action, 'TENANT_STAFF') && mayGive(actor, action))
      .map((action) => ({ action })),
  }));
  read(listGrants, { may: 'grant.read' }, async ({ tenant, actor }) => {
    const rows = await readTenant(tenant, (tx) => grantsIn(shared(tx), tenant.id).execute());
    return { data: rows.map((row) => presentGrant(row, tenant.now, actor.id !== row.grantee_id)) };
  });
  write(createGrant, { may: 'grant.create' }, async ({ tx, tenant, actor, body, visit, request }) => {
    const { grantee_id, ...about } = body;
    const to = await memberOf(tx, grantee_id);
    if (!to) throw fieldRefusal('/body/grantee_id', 'There is nobody with this id in the business');
    staffPolicy.demand(actor, 'grant.create', to);
    const { mode, now } = tenant;
    const row = await grant(shared(tx), { actor, to, tenant_id: tenant.id, mode, now }, about);
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
  write(revokeGrants, { may: 'grant.create' }, async ({ tx, tenant, actor, body, visit, request }) => {
    const revoked = await revoke(shared(tx), { actor, tenant_id: tenant.id, now: tenant.now }, body.ids);
    for (const { action, grantee_id } of revoked) {
      const subject = { id: grantee_id, email: null };
      auditWithin(core, tx, witnessOf(visit, request), { action: 'GRANT_REVOKED', subject, detail: { action } });
    }
    return { revoked: revoked.length };
  });
}
