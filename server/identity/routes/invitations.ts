import {
  acceptInvitation,
  getInvitation,
  inviteStaff,
  listStaffInvitations,
  resendStaffInvitation,
  revokeStaffInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { audit, auditWithin, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import { PLATFORM } from '../../core/events/wake.ts';
import type { Routes } from '../../core/http/route.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { accept, invite, invitingTo, isOpen, resend, revokeInvitation } from '../actions/invitations.ts';
import { openSession } from '../actions/sessions.ts';
import { hashPassword } from '../actions/sign-in.ts';
import { staffPolicy } from '../policy.ts';
import { presentInvitation } from '../present/invitations.ts';
import { invitationAtGate, invitationList, type InvitationRow, invitationsFound } from '../queries/invitations.ts';
import { passByToken } from '../queries/people.ts';
import { passTokenMode } from '../rules/pass-token.ts';

const mayInvite = { may: 'staff.invite' };

export function invitationRoutes(routes: Routes, core: Core): void {
  inviting(routes, core);
  accepting(routes, core);
}

function inviting({ read, write }: Routes, core: Core): void {
  read(listStaffInvitations, mayInvite, async ({ tenant, query }) => {
    const place = invitationList.at({ ...query, order: '-id' });
    const rows = await ask(tenant, invitationsFound(place));
    return place.page(rows, (row: InvitationRow) => presentInvitation(row, tenant.now));
  });
  write(inviteStaff, mayInvite, async ({ tx, tenant, actor, body, visit, request }) => {
    if (body.role === 'TENANT_MANAGER') staffPolicy.demand(actor, 'staff.invite_manager', { id: '', role: body.role });
    const row = await invite(tx, actor, body);
    const { email, role, permissions } = row;
    const happening = { action: 'STAFF_INVITED', subject: { id: null, email }, detail: { role, permissions } } as const;
    auditWithin(core, tx, witnessOf(visit, request), happening);
    return presentInvitation(row, tenant.now);
  });
  write(resendStaffInvitation, mayInvite, async ({ tx, tenant, params: { id }, visit, request }) => {
    const row = await resend(invitingTo(tx), id);
    const subject = { id: null, email: row.email };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'INVITATION_RESENT', subject });
    return presentInvitation(row, tenant.now);
  });
  write(revokeStaffInvitation, mayInvite, async ({ tx, tenant, params: { id }, visit, request }) => {
    const row = await revokeInvitation(invitingTo(tx), id);
    const subject = { id: null, email: row.email };
    auditWithin(core, tx, witnessOf(visit, request), { action: 'INVITATION_REVOKED', subject });
    return presentInvitation(row, tenant.now);
  });
}

const byLink = {
  may: 'everyone',
  link: (params: Record<string, string>) => passTokenMode(params['invitation_token']),
} as const;

function accepting({ open }: Routes, core: Core): void {
  open(getInvitation, { ...byLink, place: 'any' }, async ({ visit, params }) => {
    const { email, name, role } = await invitationBy(core, visit, params.invitation_token);
    return { email, name, role, business: visit.tenant?.row.name ?? null };
  });
  open(acceptInvitation, { ...byLink, place: 'any' }, async ({ visit, params, body, now, request, reply }) => {
    const row = await invitationBy(core, visit, params.invitation_token);
    const passwordHash = await hashPassword(body.password);
    const witness = witnessOf(visit, request);
    const user = await inGate(core.database, async (tx) => {
      const made = await accept(tx, row, { name: body.name, passwordHash, now });
      const actor = { id: made.id, email: made.email };
      await audit(core, tx, { ...witness, actor }, { action: 'INVITATION_ACCEPTED', detail: { role: row.role } });
      return made;
    });
    if (user.tenant_id === null) core.wake(PLATFORM);
    await openSession(core, { user, mode: visit.mode, witness }, request, reply);
    return undefined;
  });
}

/** What the link of a mail opens, in the business and mode it was sent from, or on the platform. */
async function invitationBy(core: Core, { place, tenant, mode, now }: Visit, token: string): Promise<InvitationRow> {
  const [pass] = await askGate(core.database, passByToken('staff_invitation', token));
  const isHere = pass && (pass.tenant_id === null ? place.at === 'platform' : pass.tenant_id === tenant?.id);
  if (!isHere || pass.mode !== mode) throw new Refused('not_found');
  const [row] = await askGate(core.database, invitationAtGate(String(pass.detail['invitation'])));
  if (!row || !isOpen(row, now)) throw new Refused('link_expired');
  return row;
}
