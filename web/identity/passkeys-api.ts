import {
  addPasskey,
  listPasskeys,
  loginWithPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
  startPasskeyProof,
  startPasskeySignIn,
} from '@smooth/contract/identity/passkeys.ts';
import { proveIdentity } from '@smooth/contract/identity/sessions.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { isRefusal } from '../app/refusal.ts';
import { forgetMode } from '../app/tab-mode.ts';
import type { SpeechOf } from '../words/use-speech.tsx';
import { factorsQuery, sessionsQuery } from './account-api.ts';
import { meQuery } from './api.ts';
import { proven } from './proof.ts';

export const passkeysQuery = queryOptions({
  queryKey: ['passkeys'],
  queryFn: async ({ signal }) => (await call(listPasskeys, {}, { signal })).data,
});

export const canUsePasskeys = (): boolean => 'PublicKeyCredential' in globalThis;

/** Only who has to do with passkeys needs what speaks with the device. */
const webauthn = () => import('@simplewebauthn/browser');

export function usePasskeySignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (challenge: string | undefined) => {
      if (!challenge) forgetMode();
      const optionsJSON = await call(startPasskeySignIn);
      const passkey = await (await webauthn()).startAuthentication({ optionsJSON });
      await call(loginWithPasskey, { body: { passkey, ...(challenge && { challenge }) } });
      return queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
  });
}

export const useProveByPasskey = () =>
  useMutation({
    mutationFn: async () => {
      const optionsJSON = await call(startPasskeyProof);
      const passkey = await (await webauthn()).startAuthentication({ optionsJSON });
      return call(proveIdentity, { body: { passkey } });
    },
  });

function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    for (const { queryKey } of [passkeysQuery, factorsQuery, sessionsQuery])
      void queries.invalidateQueries({ queryKey });
  };
}

export const useAddPasskey = () =>
  useMutation({
    mutationFn: async (name: string) => {
      const optionsJSON = await proven(() => call(startPasskey));
      const passkey = await (await webauthn()).startRegistration({ optionsJSON });
      return call(addPasskey, { body: { name, passkey } });
    },
    onSuccess: useRefreshed(),
  });
export const useRenamePasskey = (id: string) =>
  useMutation({
    mutationFn: (name: string) => call(renamePasskey, { params: { id }, body: { name } }),
    onSuccess: useRefreshed(),
  });
export const useRemovePasskey = () =>
  useMutation({
    mutationFn: (id: string) => proven(() => call(removePasskey, { params: { id } })),
    onSuccess: useRefreshed(),
  });

/** What went wrong with a passkey, and what to do; the device says little, for nobody is to learn what it has. */
export function passkeyFailure(error: unknown, { text }: SpeechOf<'identity'>): string {
  if (isRefusal(error, 'wrong_credentials')) return text('passkey_unknown');
  if (isRefusal(error, 'wrong_proof')) return text('passkey_not_yours');
  if (isRefusal(error, 'link_expired')) return text('passkey_late');
  if (isRefusal(error)) return error.message;
  const name = error instanceof Error ? error.name : '';
  return name === 'InvalidStateError' ? text('passkey_there') : text('passkey_left_out');
}
