import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import * as contract from '@smooth/contract/platform/invitations.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

const WATCH_MS = 1000;

/** Mails leave within a second or two, so the list is looked at while one is on its way. */
export const invitationsQuery = infiniteQueryOptions({
  queryKey: ['invitations', 'list'],
  queryFn: ({ pageParam, signal }) =>
    call(contract.listInvitations, { query: { cursor: pageParam, limit: 50 } }, { signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next_cursor ?? undefined,
  refetchInterval: ({ state }) =>
    state.data?.pages.some(({ data }) =>
      data.some((one) => one.state === 'pending' && !one.mailed_at && !one.mail_error),
    )
      ? 2 * WATCH_MS
      : false,
});

function useRefresh() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['invitations'] });
}

export type NewInvitation = NonNullable<CallOf<typeof contract.inviteBusiness>['body']>;

export const useInvite = () =>
  useMutation({
    mutationFn: (body: NewInvitation) => call(contract.inviteBusiness, { body }),
    onSuccess: useRefresh(),
  });

interface Over {
  id: string;
  revision: number;
}
export const useResend = () =>
  useMutation({
    mutationFn: ({ id, revision }: Over) => call(contract.resendInvitation, { params: { id }, body: { revision } }),
    onSuccess: useRefresh(),
  });
export const useRevoke = () =>
  useMutation({
    mutationFn: ({ id, revision }: Over) => call(contract.revokeInvitation, { params: { id }, body: { revision } }),
    onSuccess: useRefresh(),
  });

/** What a link offers; watched while the business is being made. */
export const openInvitationQuery = (invitation_token: string) =>
  queryOptions({
    queryKey: ['invitation', invitation_token],
    queryFn: ({ signal }) => call(contract.openInvitation, { params: { invitation_token } }, { signal }),
    retry: false,
    refetchInterval: ({ state }) => (state.data && ['making', 'failed'].includes(state.data.state) ? WATCH_MS : false),
  });

export type Wizard = NonNullable<CallOf<typeof contract.acceptInvitation>['body']>;

export function useAccept(invitation_token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Wizard) => call(contract.acceptInvitation, { params: { invitation_token }, body }),
    onSuccess: (shown) => queries.setQueryData(openInvitationQuery(invitation_token).queryKey, shown),
  });
}
