import { LanguageCode } from '@smooth/contract/core/fields.ts';
import {
  invitableToPlatform,
  invitePlatformPerson as inviteContract,
  listPlatformInvitations,
  resendPlatformInvitation,
  revokePlatformInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import { askConsole } from '../../core/tenant/gate.ts';
import {
  invitePlatformPerson,
  mayInviteAs,
  resendToPlatform,
  revokeFromPlatform,
} from '../actions/platform-invitations.ts';
import { presentPlatformInvitation as present } from '../present/invitations.ts';
import { newestInvitations } from '../queries/invitations.ts';

const place = 'platform' as const;
const mayInvite = { may: 'platform_user.invite', place } as const;

export function platformInvitationRoutes({ open }: Routes, core: Core): void {
  open(listPlatformInvitations, { may: 'platform_user.read', place }, async ({ actor, now }) => ({
    data: (await askConsole(core.database, newestInvitations)).map((row) => present(row, { actor, now })),
    invitable: invitableToPlatform.options.filter((role) => mayInviteAs(actor, role)),
  }));
  open(inviteContract, mayInvite, async ({ actor, body, visit, now, request }) => {
    // That of whoever invites, where none is said.
    const own = LanguageCode.safeParse(visit.signedIn?.locale).data ?? null;
    const by = { actor, witness: witnessOf(visit, request) };
    return present(await invitePlatformPerson(core, { ...body, locale: body.locale ?? own }, by), { actor, now });
  });
  open(resendPlatformInvitation, mayInvite, async ({ actor, params: { id }, visit, now, request }) =>
    present(await resendToPlatform(core, id, { actor, witness: witnessOf(visit, request) }), { actor, now }),
  );
  open(revokePlatformInvitation, mayInvite, async ({ actor, params: { id }, visit, now, request }) =>
    present(await revokeFromPlatform(core, id, { actor, witness: witnessOf(visit, request) }), { actor, now }),
  );
}
