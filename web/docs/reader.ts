import { listTokens, revealToken } from '@smooth/contract/tokens/tokens.ts';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../app/client.ts';
import { discover } from '../app/where.ts';
import { meQuery } from '../identity/api.ts';

/** Who reads: nobody signed in, somebody without a test token, or somebody with one. */
export type Reader = { token: string } | { token: null; canMake: boolean };

/** A test token of the business whose person reads; examples and the reference are filled in with it. */
export function useReader(): Reader | undefined {
  const { data: where } = useQuery({ queryKey: ['where'], queryFn: discover, staleTime: Infinity, retry: false });
  const me = useQuery({ ...meQuery, enabled: where === 'business', retry: false });
  const mayRead = me.data?.permissions.includes('token.reveal') ?? false;
  const token = useQuery({ queryKey: ['test-token'], queryFn: testToken, enabled: mayRead, staleTime: Infinity });
  if (mayRead) return token.data === undefined ? undefined : { token: token.data, canMake: true };
  const isKnown = where !== undefined && (where !== 'business' || !me.isPending);
  return isKnown ? { token: null, canMake: false } : undefined;
}

async function testToken(): Promise<string | null> {
  const { data } = await call(listTokens, { query: { mode: 'sandbox' } });
  const usable = data.find(({ state, can }) => state === 'active' && can.reveal);
  return usable ? (await call(revealToken, { params: { id: usable.id } })).secret : null;
}

/** Puts the address of this business and the reader's token where the guides have room for them. */
export function useFilledIn(): (text: string) => string {
  const token = useReader()?.token;
  return useCallback(
    (text) =>
      text.replaceAll('https://your-business.example', location.origin).replaceAll('ss_test_…', token ?? 'ss_test_…'),
    [token],
  );
}
