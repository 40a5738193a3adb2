import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { inviteStaff } from '@smooth/contract/identity/invitations.ts';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import pg from 'pg';
import type { Actor } from '../../core/actor.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { invitationById, type InvitationRow, isAccount } from '../queries/invitations.ts';
import { shared } from '../queries/shared.ts';
import { queueLetter } from './letters.ts';
import { demandGivable } from './permissions.ts';

const LASTS_MS = 7 * DAY;

/** Where somebody is invited to, within a transaction there: a business in one mode, or the platform. */
export interface Inviting {
  tx: PublicDb;
  tenant_id: string | null;
  mode: Mode;
  now: Instant;
}

export const invitingTo = (tx: TenantDb): Inviting => {
  const { id: tenant_id, mode, now } = tx.tenant;
  return { tx: shared(tx), tenant_id, mode, now };
};

export type Invited = Pick<InvitationRow, 'email' | 'name' | 'role' | 'locale' | 'permissions'>;

/** Invites somebody to the team; the mail goes out with the commit. */
export async function invite(tx: TenantDb, actor: Actor, given: BodyOf<typeof inviteStaff>): Promise<InvitationRow> {
  if (given.role === 'TENANT_MANAGER' && tx.tenant.mode === 'sandbox')
    throw fieldRefusal('/body/role', 'Managers live in both modes: invite them from the live business');
  const permissions = [...new Set(given.permissions)];
  const pointer = (index: number) => `/body/permissions/${index}`;
  demandGivable(actor, given.role, { actions: permissions, added: permissions, pointer });
  return addInvitation(invitingTo(tx), actor, { ...given, permissions, locale: null });
}

export async function addInvitation(inviting: Inviting, actor: Actor, given: Invited): Promise<InvitationRow> {
  const { tx, tenant_id, mode, now } = inviting;
  const email = given.email.toLowerCase();
  if (await isAccount(tx, tenant_id, email)) throw taken(email, 'has an account already');
  const about = { ...given, email, id: newId(now), tenant_id, mode, invited_by: actor.id! };
  const row = await tx
    .insertInto('public.staff_invitations')
    .values({
      ...about,
      created_at: new Date(now),
      expires_at: new Date(now + LASTS_MS),
      accepted_at: null,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw taken(email, 'is invited already');
  await sendInvitation(inviting, row);
  return row;
}

function taken(email: string, why: string): Refused {
  const detail = `${email} ${why}`;
  return new Refused('duplicate', { detail, errors: [{ pointer: '/body/email', code: 'duplicate', detail }] });
}

const sendInvitation = ({ tx, tenant_id, mode, now }: Inviting, { id, email }: InvitationRow) =>
  queueLetter(tx, {
    template: tenant_id === null ? 'platform_invitation' : 'staff_invitation',
    tenant_id,
    mode,
    email,
    now,
    detail: { invitation: id },
  });

/** An open invitation for another week, with another mail. */
export async function resend(inviting: Inviting, id: string): Promise<InvitationRow> {
  const row = await change(inviting, id, { expires_at: new Date(inviting.now + LASTS_MS) });
  await sendInvitation(inviting, row);
  return row;
}

export const revokeInvitation = (inviting: Inviting, id: string): Promise<InvitationRow> =>
  change(inviting, id, { revoked_at: new Date(inviting.now) });

async function change(
  { tx }: Inviting,
  id: string,
  values: { expires_at: Date } | { revoked_at: Date },
): Promise<InvitationRow> {
  demandOpen(await invitationById(tx, id));
  await tx.updateTable('public.staff_invitations').set(values).where('id', '=', id).execute();
  return invitationById(tx, id);
}

function demandOpen(row: InvitationRow): void {
  if (row.accepted_at !== null || row.revoked_at !== null)
    throw new Refused('wrong_status', { detail: 'This invitation is over: it was accepted or taken back.' });
}

export const isOpen = ({ accepted_at, revoked_at, expires_at }: InvitationRow, now: Instant): boolean =>
  accepted_at === null && revoked_at === null && expires_at > now;

/** Makes the account; of many who accept at once, one does. */
export async function accept(
  tx: PublicDb,
  row: InvitationRow,
  { name, passwordHash, now }: { name: string; passwordHash: string; now: Instant },
): Promise<{ id: string; email: string; tenant_id: string | null }> {
  const mine = await tx
    .updateTable('public.staff_invitations')
    .set({ accepted_at: new Date(now) })
    .where('id', '=', row.id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (!mine) throw new Refused('link_expired');
  const { tenant_id, mode, role, email, locale } = row;
  const id = newId(now);
  const instants = { email_verified_at: new Date(now), created_at: new Date(now), updated_at: new Date(now) };
  const account = { id, tenant_id, role, email, name, password_hash: passwordHash, locale, ...instants };
  await tx
    .insertInto('public.users')
    .values({ ...account, is_sandbox: role === 'TENANT_STAFF' && mode === 'sandbox' })
    .execute()
    .catch((error: unknown) => {
      const isTaken = error instanceof pg.DatabaseError && error.constraint === 'email_once_per_tenant_and_mode';
      throw isTaken ? taken(email, 'has an account already: sign in with it') : error;
    });
  const given = { user_id: id, tenant_id, mode, given_by: row.invited_by, given_at: new Date(now) };
  if (row.permissions.length > 0)
    await tx
      .insertInto('public.user_permissions')
      .values(row.permissions.map((action) => ({ ...given, action })))
      .execute();
  return { id, email, tenant_id };
}
