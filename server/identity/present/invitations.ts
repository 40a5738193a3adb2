import type { Invitation, PlatformInvitation, StaffInvitation } from '@smooth/contract/identity/invitations.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { platformPeoplePolicy } from '../policy.ts';
import type { InvitationRow } from '../queries/invitations.ts';

/** An invitation to the team of a business, as those see it who may invite there. */
export const presentInvitation = (row: InvitationRow, now: Instant): StaffInvitation => ({
  ...invitationOf(row, { now, mayInvite: true }),
  role: row.role as StaffInvitation['role'],
  permissions: row.permissions,
});

/** An invitation to the platform, as the console shows it to this actor. */
export const presentPlatformInvitation = (
  row: InvitationRow,
  { now, actor }: { now: Instant; actor: Actor },
): PlatformInvitation => ({
  ...invitationOf(row, { now, mayInvite: platformPeoplePolicy.may(actor, 'platform_user.invite', row) }),
  role: row.role as PlatformInvitation['role'],
  locale: row.locale as PlatformInvitation['locale'],
});

function invitationOf(row: InvitationRow, { now, mayInvite }: { now: Instant; mayInvite: boolean }): Invitation {
  const status =
    row.accepted_at !== null
      ? 'accepted'
      : row.revoked_at !== null
        ? 'revoked'
        : row.expires_at <= now
          ? 'expired'
          : 'open';
  const isStanding = mayInvite && (status === 'open' || status === 'expired');
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    status,
    created_at: formatInstant(row.created_at),
    expires_at: formatInstant(row.expires_at),
    can: { resend: isStanding, revoke: isStanding },
  };
}
