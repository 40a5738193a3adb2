import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import * as contract from '@smooth/contract/platform/tenants.ts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type TenantSearch = Pick<NonNullable<CallOf<typeof contract.listTenants>['query']>, 'q' | 'status' | 'tier'>;

/** While a business is being made, it is looked at every second. */
const WATCH_MS = 1000;

export const tenantsQuery = (search: TenantSearch) =>
  infiniteQueryOptions({
    queryKey: ['tenants', 'list', search],
    queryFn: ({ pageParam, signal }) =>
      call(contract.listTenants, { query: { ...search, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some(({ provisioning }) => provisioning === 'waiting'))
        ? WATCH_MS
        : false,
  });

export const tenantQuery = (id: string) =>
  queryOptions({
    queryKey: ['tenants', 'one', id],
    queryFn: ({ signal }) => call(contract.getTenant, { params: { id } }, { signal }),
    refetchInterval: ({ state }) => (state.data?.provisioning === 'waiting' ? WATCH_MS : false),
  });

export type NewTenant = NonNullable<CallOf<typeof contract.createTenant>['body']>;
export type TenantChange = NonNullable<CallOf<typeof contract.changeTenant>['body']>;

function useRefreshTenants() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['tenants'] });
}

export const useCreateTenant = () =>
  useMutation({
    mutationFn: (body: NewTenant) => call(contract.createTenant, { body }),
    onSuccess: useRefreshTenants(),
  });

export const useChangeTenant = (id: string) =>
  useMutation({
    mutationFn: (body: TenantChange) => call(contract.changeTenant, { params: { id }, body }),
    onSuccess: useRefreshTenants(),
  });

const verbs = {
  suspend: contract.suspendTenant,
  resume: contract.resumeTenant,
  close: contract.closeTenant,
  reopen: contract.reopenTenant,
};
export type TenantVerb = keyof typeof verbs;

export const useTenantVerb = (id: string) =>
  useMutation({
    mutationFn: ({ verb, revision }: { verb: TenantVerb; revision: number }) =>
      call(verbs[verb] as typeof contract.suspendTenant, { params: { id }, body: { revision } }),
    onSuccess: useRefreshTenants(),
  });
