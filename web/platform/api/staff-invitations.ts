import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  invitePlatformPerson,
  listPlatformInvitations,
  resendPlatformInvitation,
  revokePlatformInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import type { InvitationVerbs } from '../../identity/components/invitations.tsx';
import { proven } from '../../identity/proof.ts';

export const staffInvitationsQuery = queryOptions({
  queryKey: ['platform-invitations'],
  queryFn: ({ signal }) => call(listPlatformInvitations, {}, { signal }),
});

export const inviteToPlatform = (body: NonNullable<CallOf<typeof invitePlatformPerson>['body']>) =>
  proven(() => call(invitePlatformPerson, { body }));

export const platformInvitations: InvitationVerbs = {
  queryKey: staffInvitationsQuery.queryKey,
  resend: (id) => proven(() => call(resendPlatformInvitation, { params: { id } })),
  revoke: (id) => call(revokePlatformInvitation, { params: { id } }),
};
