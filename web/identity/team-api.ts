import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  deactivateStaff,
  inviteStaff,
  listStaffInvitations,
  reactivateStaff,
  resendStaffInvitation,
  revokeStaffInvitation,
} from '@smooth/contract/identity/invitations.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { allPages } from '../app/pages-of.ts';
import type { InvitationVerbs } from './components/invitations.tsx';
import { proven } from './proof.ts';
import { staffQuery } from './staff-api.ts';

export const invitationsQuery = queryOptions({
  queryKey: ['staff-invitations'],
  queryFn: ({ signal }) =>
    allPages((cursor) => call(listStaffInvitations, { query: { cursor, limit: 200 } }, { signal })),
});

/** Not waited for: what shows the answer may be gone once the lists are new. */
function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: staffQuery.queryKey });
  };
}

export const inviteToTeam = (body: CallOf<typeof inviteStaff>['body']) => call(inviteStaff, { body });
export const teamInvitations: InvitationVerbs = {
  queryKey: invitationsQuery.queryKey,
  resend: (id) => call(resendStaffInvitation, { params: { id } }),
  revoke: (id) => call(revokeStaffInvitation, { params: { id } }),
};
export const useDeactivate = () =>
  useMutation({
    mutationFn: (id: string) => proven(() => call(deactivateStaff, { params: { id } })),
    onSuccess: useRefreshed(),
  });
export const useReactivate = () =>
  useMutation({
    mutationFn: (id: string) => proven(() => call(reactivateStaff, { params: { id } })),
    onSuccess: useRefreshed(),
  });
