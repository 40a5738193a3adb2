import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  changeToken,
  createToken,
  getToken,
  listTokenRequests,
  listTokens,
  revealToken,
  revokeToken,
} from '@smooth/contract/tokens/tokens.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { allPages } from '../app/pages-of.ts';
import { proven } from '../identity/proof.ts';
import { type RequestFilter, queryOf } from './search.ts';

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) =>
    allPages((cursor) => call(listTokens, { query: { limit: 200, ...(cursor && { cursor }) } }, { signal }), 1000),
});

export const tokenQuery = (id: string) =>
  queryOptions({
    queryKey: ['tokens', id],
    queryFn: ({ signal }) => call(getToken, { params: { id } }, { signal }),
  });

export const requestsQuery = (filter: RequestFilter) =>
  infiniteQueryOptions({
    queryKey: ['token-requests', filter],
    queryFn: ({ pageParam, signal }) =>
      call(
        listTokenRequests,
        { query: { limit: 50, ...queryOf(filter), ...(pageParam && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: '',
    getNextPageParam: ({ next_cursor }) => next_cursor,
    // No event tells of a request.
    refetchInterval: 5000,
  });

/** Not waited for: what shows the answer may be gone once the lists are new. */
function useRefreshed() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
}

type NewToken = NonNullable<CallOf<typeof createToken>['body']>;
type TokenChange = NonNullable<CallOf<typeof changeToken>['body']>;

export const useCreateToken = () =>
  useMutation({
    mutationFn: (body: NewToken) => proven(() => call(createToken, { body })),
    onSuccess: useRefreshed(),
  });
export const useChangeToken = (id: string) =>
  useMutation({
    mutationFn: (body: TokenChange) => proven(() => call(changeToken, { params: { id }, body })),
    onSuccess: useRefreshed(),
  });
export const useRevealToken = () => useMutation({ mutationFn: (id: string) => call(revealToken, { params: { id } }) });
export const useRevokeToken = () =>
  useMutation({
    mutationFn: (id: string) => call(revokeToken, { params: { id } }),
    onSuccess: useRefreshed(),
  });
