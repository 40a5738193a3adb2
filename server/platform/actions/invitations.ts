import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { inviteBusiness as contract } from '@smooth/contract/platform/invitations.ts';
import { audit } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { at } from '../../core/db/raw.ts';
import { found, Refused } from '../../core/errors.ts';
import { newId } from '../../core/ids.ts';
import { inConsole, type PublicDb } from '../../core/tenant/gate.ts';
import { presentInvitation } from '../present/invitations.ts';
import { type InvitationRow, lockInvitation } from '../queries/invitations.ts';
import { INVITATION_LASTS_MS, refuseOver, stateOf } from '../rules/invitation.ts';
import type { By } from './tenants.ts';

export function inviteBusiness(
  core: Core,
  { overrides, ...given }: BodyOf<typeof contract>,
  by: By,
): Promise<InvitationRow> {
  const now = by.witness.at;
  const email = given.email.toLowerCase();
  return inConsole(core.database, async (tx) => {
    await refuseInvited(tx, email, now);
    const row = await tx
      .insertInto('public.business_invitations')
      .values({
        ...given,
        email,
        id: newId(now),
        overrides: overrides ? JSON.stringify(overrides) : null,
        invited_by: by.actor.id,
        mail_due_at: new Date(now),
        created_at: new Date(now),
        updated_at: new Date(now),
        expires_at: new Date(now + INVITATION_LASTS_MS),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const { business_name, tier } = given;
    const detail = { business_name, tier, ...(overrides && { overrides }) };
    await audit(core, tx, by.witness, { action: 'BUSINESS_INVITED', subject: { id: null, email }, detail });
    return row;
  });
}

async function refuseInvited(tx: PublicDb, email: string, now: number): Promise<void> {
  const open = await tx
    .selectFrom('public.business_invitations')
    .select('business_name')
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at(now))
    .executeTakeFirst();
  if (!open) return;
  const detail = `${email} is invited already, for ${open.business_name}. Send that invitation again, or revoke it first.`;
  throw new Refused('duplicate', { detail, errors: [{ pointer: '/body/email', code: 'duplicate', detail }] });
}

interface Over {
  id: string;
  revision: number;
}

/** A new link for another week. The one before leads nowhere from now on. */
export const resendInvitation = (core: Core, given: Over, by: By): Promise<InvitationRow> =>
  change(core, { ...given, action: 'BUSINESS_INVITATION_RESENT' }, by, (now) => ({
    token_hash: null,
    mail_due_at: new Date(now),
    mail_attempts: 0,
    mail_error: null,
    expires_at: new Date(now + INVITATION_LASTS_MS),
  }));

export const revokeInvitation = (core: Core, given: Over, by: By): Promise<InvitationRow> =>
  change(core, { ...given, action: 'BUSINESS_INVITATION_REVOKED' }, by, (now) => ({
    token_hash: null,
    mail_due_at: null,
    revoked_at: new Date(now),
  }));

type Changes = Partial<
  Record<'token_hash' | 'mail_due_at' | 'mail_error' | 'revoked_at' | 'expires_at', Date | null>
> & {
  mail_attempts?: number;
};

function change(
  core: Core,
  { id, revision, action }: Over & { action: 'BUSINESS_INVITATION_RESENT' | 'BUSINESS_INVITATION_REVOKED' },
  by: By,
  changes: (now: number) => Changes,
): Promise<InvitationRow> {
  const now = by.witness.at;
  return inConsole(core.database, async (tx) => {
    const before = found(await lockInvitation(tx, id));
    demandRevision(before, revision, (row) => presentInvitation(row, { actor: by.actor, now }));
    refuseOver(stateOf(before, now));
    const row = await tx
      .updateTable('public.business_invitations')
      .set({ ...(changes(now) as object), revision: revision + 1, updated_at: new Date(now) })
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(core, tx, by.witness, {
      action,
      subject: { id: null, email: row.email },
      detail: { business_name: row.business_name },
    });
    return row;
  });
}
