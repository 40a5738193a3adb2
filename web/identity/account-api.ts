import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { startMasquerade, stopMasquerade, takeHandOver } from '@smooth/contract/identity/masquerade.ts';
import { askPasswordReset, changePassword, resetPassword, verifyEmail } from '@smooth/contract/identity/passwords.ts';
import { listSessions, proveIdentity, revokeOtherSessions, revokeSession } from '@smooth/contract/identity/sessions.ts';
import {
  confirmTotp,
  disableTotp,
  getSecondFactors,
  loginWithCode,
  renewRecoveryCodes,
  startTotp,
} from '@smooth/contract/identity/totp.ts';
import { acceptInvitation, getInvitation } from '@smooth/contract/identity/invitations.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { meQuery } from './api.ts';
import { proven } from './proof.ts';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => (await call(listSessions, {}, { signal })).data,
});
export const factorsQuery = queryOptions({
  queryKey: ['second-factors'],
  queryFn: ({ signal }) => call(getSecondFactors, {}, { signal }),
});
export const invitationQuery = (invitation_token: string) =>
  queryOptions({
    queryKey: ['staff-invitation', invitation_token],
    queryFn: ({ signal }) => call(getInvitation, { params: { invitation_token } }, { signal }),
    retry: false,
  });

/** Not waited for: what shows the answer may be gone once the lists are new. */
function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: sessionsQuery.queryKey });
    void queries.invalidateQueries({ queryKey: factorsQuery.queryKey });
  };
}

export function useCodeStep() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CallOf<typeof loginWithCode>['body']) => {
      await call(loginWithCode, { body });
      return queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}

export const useAskReset = () =>
  useMutation({ mutationFn: (email: string) => call(askPasswordReset, { body: { email } }) });
export const useResetPassword = (reset_token: string) =>
  useMutation({
    mutationFn: (new_password: string) => call(resetPassword, { params: { reset_token }, body: { new_password } }),
  });
export const useVerifyEmail = () =>
  useMutation({
    mutationFn: (verification_token: string) => call(verifyEmail, { params: { verification_token } }),
  });
export const useAccept = (invitation_token: string) =>
  useMutation({
    mutationFn: (body: CallOf<typeof acceptInvitation>['body']) =>
      call(acceptInvitation, { params: { invitation_token }, body }),
  });

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: CallOf<typeof changePassword>['body']) => call(changePassword, { body }),
    onSuccess: useRefreshed(),
  });
export const useProve = () =>
  useMutation({ mutationFn: (body: CallOf<typeof proveIdentity>['body']) => call(proveIdentity, { body }) });

export const useRevokeSession = () =>
  useMutation({
    mutationFn: (id: string) => call(revokeSession, { params: { id } }),
    onSuccess: useRefreshed(),
  });
export const useRevokeOthers = () =>
  useMutation({ mutationFn: () => call(revokeOtherSessions), onSuccess: useRefreshed() });

export const useStartTotp = () => useMutation({ mutationFn: () => proven(() => call(startTotp)) });
export const useConfirmTotp = () =>
  useMutation({
    mutationFn: (code: string) => proven(() => call(confirmTotp, { body: { code } })),
    onSuccess: useRefreshed(),
  });
export const useDisableTotp = () =>
  useMutation({ mutationFn: () => proven(() => call(disableTotp)), onSuccess: useRefreshed() });
export const useRenewCodes = () =>
  useMutation({ mutationFn: () => proven(() => call(renewRecoveryCodes)), onSuccess: useRefreshed() });

/** Another person means other data everywhere, so the page is loaded anew. */
const goOn = ({ address }: { address: string }) => location.assign(address);
export const useActAs = () =>
  useMutation({
    mutationFn: (body: CallOf<typeof startMasquerade>['body']) => proven(() => call(startMasquerade, { body })),
    onSuccess: goOn,
  });
export const useStopActing = () => useMutation({ mutationFn: () => call(stopMasquerade), onSuccess: goOn });
export const useHandOver = () =>
  useMutation({
    mutationFn: (hand_over_token: string) => call(takeHandOver, { params: { hand_over_token } }),
    onSuccess: goOn,
  });
