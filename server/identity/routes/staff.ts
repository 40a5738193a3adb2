import {
  createGrant,
  listGivable,
  listGrants,
  revokeGrants,
  setPermissions,
} from '@smooth/contract/identity/permissions.ts';
import { deactivateStaff, reactivateStaff } from '@smooth/contract/identity/invitations.ts';
import { listStaff } from '@smooth/contract/identity/staff.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { everyAction, isGivable, mayGive } from '../../core/policy.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { grant, replacePermissions, revokeGrants as revoke } from '../actions/permissions.ts';
import { staffPolicy } from '../policy.ts';
import { presentGrant, presentStaff } from '../present/people.ts';
import { appointmentsAhead, MOST_AFFECTED } from '../queries/invitations.ts';
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
  switching({ write }, core);
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

/** Accounts are switched off and on, never deleted: what somebody did keeps their name. */
function switching({ write }: Pick<Routes, 'write'>, core: Core): void {
  write(deactivateStaff, { may: 'staff.deactivate' }, async ({ tx, tenant, actor, params: { id }, visit, request }) => {
    const to = found(await memberOf(tx, id));
    staffPolicy.demand(actor, 'staff.deactivate', to);
    await switchAccount(tx, id, false);
    const subject = { id, email: to.email };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'ACCOUNT_DEACTIVATED', subject });
    const [ahead] = await send(tx, appointmentsAhead(id, tenant.now));
    return {
      member: presentStaff({ ...to, is_active: false }, actor, tenant.id),
      appointments: ahead
        .slice(0, MOST_AFFECTED)
        .map(({ starts_at, ...row }) => ({ ...row, start: formatInstant(starts_at) })),
      more: ahead.length > MOST_AFFECTED,
    };
  });
  write(reactivateStaff, { may: 'staff.deactivate' }, async ({ tx, tenant, actor, params: { id }, visit, request }) => {
    const to = found(await memberOf(tx, id));
    staffPolicy.demand(actor, 'staff.deactivate', to);
    await switchAccount(tx, id, true);
    const subject = { id, email: to.email };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'ACCOUNT_REACTIVATED', subject });
    return presentStaff({ ...to, is_active: true }, actor, tenant.id);
  });
}

const switchAccount = (tx: TenantDb, id: string, is_active: boolean) =>
  tx
    .updateTable('public.users')
    .set({ is_active, updated_at: new Date(tx.tenant.now) })
    .where('id', '=', id)
    .execute();
