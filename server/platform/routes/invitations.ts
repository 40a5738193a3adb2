import { LanguageCode } from '@smooth/contract/core/fields.ts';
import * as contract from '@smooth/contract/platform/invitations.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askConsole } from '../../core/tenant/gate.ts';
import { acceptInvitation, showInvitation } from '../actions/accept-invitation.ts';
import { inviteBusiness, resendInvitation, revokeInvitation } from '../actions/invitations.ts';
import '../policy.ts';
import { presentInvitation } from '../present/invitations.ts';
import { invitationList, type InvitationRow, invitationsFound } from '../queries/invitations.ts';

export function businessInvitationRoutes({ open }: Routes, core: Core): void {
  const place = 'platform' as const;
  open(contract.listInvitations, { may: 'business_invitation.read', place }, async ({ actor, now, query }) => {
    // The newest first.
    const place = invitationList.at({ ...query, order: '-id' });
    const rows = await askConsole(core.database, invitationsFound({ state: query.state, now }, place));
    return place.page(rows, (row: InvitationRow) => presentInvitation(row, { actor, now }));
  });
  const may = 'business_invitation.create';
  open(contract.inviteBusiness, { may, place }, async ({ actor, now, body, visit, request }) =>
    presentInvitation(
      await inviteBusiness(
        core,
        { ...body, locale: body.locale ?? ownLanguage(visit) },
        { actor, witness: witnessOf(visit, request) },
      ),
      { actor, now },
    ),
  );
  open(contract.resendInvitation, { may, place }, async ({ actor, now, params, body, visit, request }) =>
    presentInvitation(
      await resendInvitation(core, { ...params, ...body }, { actor, witness: witnessOf(visit, request) }),
      { actor, now },
    ),
  );
  open(contract.revokeInvitation, { may, place }, async ({ actor, now, params, body, visit, request }) =>
    presentInvitation(
      await revokeInvitation(core, { ...params, ...body }, { actor, witness: witnessOf(visit, request) }),
      { actor, now },
    ),
  );
  open(contract.openInvitation, { may: 'everyone', place }, async ({ params }) =>
    showInvitation(core, params.invitation_token),
  );
  open(contract.acceptInvitation, { may: 'everyone', place }, async ({ params, body, visit, request }) =>
    acceptInvitation(core, { ...body, token: params.invitation_token }, witnessOf(visit, request)),
  );
}

/** That of whoever invites; English where they have chosen none. */
function ownLanguage({ signedIn }: Visit) {
  const own = LanguageCode.safeParse(signedIn?.locale);
  return own.success ? own.data : 'en';
}
