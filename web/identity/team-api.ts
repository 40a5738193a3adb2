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
import { proven } from './proof.ts';
import { staffQuery } from './staff-api.ts';

export const invitationsQuery = queryOptions({
  queryKey: ['staff-invitations'],
  queryFn: async ({ signal }) => (await call(listStaffInvitations, {}, { signal })).data,
});

/** Not waited for: what shows the answer may be gone once the lists are new. */
function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: staffQuery.queryKey });
    void queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
  };
}

export const useInvite = () =>
  useMutation({
    mutationFn: (body: CallOf<typeof inviteStaff>['body']) => call(inviteStaff, { body }),
    onSuccess: useRefreshed(),
  });
export const useResend = () =>
  useMutation({
    mutationFn: (id: string) => call(resendStaffInvitation, { params: { id } }),
    onSuccess: useRefreshed(),
  });
export const useRevokeInvitation = () =>
  useMutation({
    mutationFn: (id: string) => call(revokeStaffInvitation, { params: { id } }),
    onSuccess: useRefreshed(),
  });
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
