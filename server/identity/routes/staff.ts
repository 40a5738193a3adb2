import { getPermissions, setPermissions } from '@smooth/contract/identity/permissions.ts';
import { deactivateStaff, reactivateStaff } from '@smooth/contract/identity/invitations.ts';
import { getStaffMember, listStaff } from '@smooth/contract/identity/staff.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { ask, readTenant, send, type TenantDb } from '../../core/tenant/tenant.ts';
import { replacePermissions } from '../actions/permissions.ts';
import { staffPolicy } from '../policy.ts';
import { presentStaff } from '../present/people.ts';
import { presentPermissions } from '../present/permissions.ts';
import { appointmentsAhead, MOST_AFFECTED } from '../queries/invitations.ts';
import { memberById, memberOf, staffFound, staffList, type StaffRow } from '../queries/people.ts';
import { activeGrantsOf } from '../queries/permissions.ts';
import { shared } from '../queries/shared.ts';

export function staffRoutes({ read, write }: Routes, core: Core): void {
  read(listStaff, { may: 'staff.read' }, async ({ tenant, query, actor }) => {
    const place = staffList.at({ ...query, order: 'name' });
    const rows = await ask(tenant, staffFound(place));
    return place.page(rows, (row: StaffRow) => presentStaff(row, actor, tenant.id));
  });
  read(getStaffMember, { may: 'staff.read' }, async ({ tenant, actor, params: { id } }) => {
    const [row] = await ask(tenant, memberById(id));
    return presentStaff(found(row), actor, tenant.id);
  });
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
  read(getPermissions, { may: 'grant.read' }, async ({ tenant, actor, params: { id }, now }) => {
    const [person, grants] = await readTenant(tenant, async (tx) => [
      found(await memberOf(tx, id)),
      await activeGrantsOf(shared(tx), id, now),
    ]);
    const mayChange = (['staff.permit', 'grant.create'] as const).some((action) =>
      staffPolicy.may(actor, action, person),
    );
    return { data: presentPermissions(actor, { ...person, grants }, mayChange) };
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
