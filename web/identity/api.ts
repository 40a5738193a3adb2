import { bookingBusiness } from '@smooth/contract/booking/booking.ts';
import { changeMe, login, logout, me, type Me } from '@smooth/contract/identity/auth.ts';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { languageFor, languageOnDevice } from '../app/language.ts';
import { forgetMode, learnMode } from '../app/tab-mode.ts';
import { tellRefusal } from '../ui/tell.tsx';
import type { Language } from '../words/languages.ts';
import { loadWords } from '../words/load.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  // The words of the person's language come with the person, so that nothing is shown in another one first.
  queryFn: async ({ signal }) => {
    const answer = await call(me, {}, { signal });
    learnMode(answer.mode);
    await loadWords(languageFor(answer, { onDevice: languageOnDevice() }));
    return answer;
  },
  staleTime: 60_000,
});

/** What a visitor who has not signed in may know of the business at this address. */
export const visitedBusinessQuery = queryOptions({
  queryKey: ['visited-business'],
  queryFn: ({ signal }) => call(bookingBusiness, {}, { signal }),
  staleTime: Infinity,
});

/** The person who is signed in; only below a shell, which asks first. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error('useMe needs a shell above it');
  return data;
}

export function useBusiness(): NonNullable<Me['tenant']> {
  const { tenant } = useMe();
  if (!tenant) throw new Error('useBusiness needs the business shell above it');
  return tenant;
}

/** The actions that the app asks about before it shows a way to them. */
export type Action =
  | 'time_off.decide'
  | 'time_off.request'
  | 'timeline.read'
  | 'appointment.create'
  | 'appointment.overlap'
  | 'appointment.read'
  | 'audit.read'
  | 'business.edit'
  | 'business.export'
  | 'class.create'
  | 'closure.edit'
  | 'closure.read'
  | 'customer.create'
  | 'customer.export'
  | 'customer.import'
  | 'customer.merge'
  | 'customer.read'
  | 'grant.create'
  | 'grant.read'
  | 'overview.read'
  | 'resource.edit'
  | 'sandbox.switch'
  | 'resource.read'
  | 'service.edit'
  | 'service.read'
  | 'staff.invite'
  | 'staff.invite_manager'
  | 'token.create'
  | 'token.read'
  | 'webhook.edit'
  | 'webhook.read';

/** Whether this person may try an action at all. What may be done with one object stands in its `can`. */
export function useMay(): (action: Action) => boolean {
  const { permissions } = useMe();
  return (action) => permissions.includes(action);
}

/** What opens the step after the password, and what may be given there. */
export interface SecondStep {
  challenge: string;
  factors: readonly ('totp' | 'passkey' | 'recovery_code')[];
}

/** Answers the next step, where there is one. */
export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: CallOf<typeof login>['body']): Promise<SecondStep | null> => {
      forgetMode();
      const answer = await call(login, { body });
      if (answer.next !== 'done') return { challenge: answer.challenge ?? '', factors: answer.factors ?? [] };
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
      return null;
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({ mutationFn: () => call(logout), onSuccess: () => queries.clear() });
}

/** Spoken at once; where it cannot be kept with the account, it stays the choice of this device. */
export function useChangeLanguage(): (locale: Language) => void {
  const queries = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: (locale: Language) => call(changeMe, { body: { locale } }),
    onMutate: (locale) =>
      queries.setQueryData(meQuery.queryKey, (known) => known && { ...known, user: { ...known.user, locale } }),
    onError: tellRefusal,
  });
  return mutate;
}
