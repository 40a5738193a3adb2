import { getFront } from '@smooth/contract/platform/front.ts';
import { listTenants } from '@smooth/contract/platform/tenants.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export const tenantsQuery = (q?: string) =>
  infiniteQueryOptions({
    queryKey: ['tenants', q],
    queryFn: ({ pageParam, signal }) => call(listTenants, { query: { q, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const frontQuery = queryOptions({
  queryKey: ['front'],
  queryFn: ({ signal }) => call(getFront, {}, { signal }),
  retry: false,
});
