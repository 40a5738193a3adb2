import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { invitePlatformPerson as contract } from '@smooth/contract/identity/invitations.ts';
import { audit, type Happening, type Witness } from '../../audit/actions/write.ts';
import type { Actor } from '../../core/actor.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import { PLATFORM } from '../../core/events/wake.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { platformPeoplePolicy } from '../policy.ts';
import { invitationById, type InvitationRow } from '../queries/invitations.ts';
import { addInvitation, type Invited, type Inviting, resend, revokeInvitation } from './invitations.ts';

interface By {
  actor: Actor;
  witness: Witness;
}

/** Invites somebody to the platform; the mail goes out with the commit. */
export function invitePlatformPerson(
  core: Core,
  given: Omit<BodyOf<typeof contract>, 'locale'> & Pick<Invited, 'locale'>,
  by: By,
): Promise<InvitationRow> {
  if (!mayInviteAs(by.actor, given.role)) {
    const detail = `You cannot invite somebody as ${given.role}: choose a role that you may give`;
    throw new Refused('forbidden', { detail, errors: [{ pointer: '/body/role', code: 'not_yours', detail }] });
  }
  const detail = { role: given.role };
  return onPlatform(core, by, { action: 'STAFF_INVITED', detail }, (inviting) =>
    addInvitation(inviting, by.actor, { ...given, permissions: [] }),
  );
}

export const resendToPlatform = (core: Core, id: string, by: By): Promise<InvitationRow> =>
  onPlatform(core, by, { action: 'INVITATION_RESENT' }, async (inviting) => {
    await demandOver(inviting, by.actor, id);
    return resend(inviting, id);
  });

export const revokeFromPlatform = (core: Core, id: string, by: By): Promise<InvitationRow> =>
  onPlatform(core, by, { action: 'INVITATION_REVOKED' }, async (inviting) => {
    await demandOver(inviting, by.actor, id);
    return revokeInvitation(inviting, id);
  });

export const mayInviteAs = (actor: Actor, role: InvitationRow['role']): boolean =>
  platformPeoplePolicy.may(actor, 'platform_user.invite', { id: '', role });

/** An invitation is in the hands of whoever could have sent it. */
async function demandOver({ tx }: Inviting, actor: Actor, id: string): Promise<void> {
  platformPeoplePolicy.demand(actor, 'platform_user.invite', await invitationById(tx, id));
}

/** Does it on the platform, writes it down, and tells those who look on. */
async function onPlatform(
  core: Core,
  { witness }: By,
  happening: Omit<Happening, 'subject'>,
  work: (inviting: Inviting) => Promise<InvitationRow>,
): Promise<InvitationRow> {
  const row = await inConsole(core.database, async (tx) => {
    const done = await work({ tx, tenant_id: null, mode: 'live', now: witness.at });
    await audit(core, tx, witness, { ...happening, subject: { id: null, email: done.email } });
    return done;
  });
  core.wake(PLATFORM);
  return row;
}
