import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  changeCustomer,
  createCustomer,
  deleteCustomer,
  getCustomer,
  listCustomers,
  listCustomerTags,
} from '@smooth/contract/customers/customers.ts';
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../app/client.ts';
import type { CustomerSearch } from './search.ts';

export const customersQuery = ({ q, tag, blocked }: CustomerSearch) =>
  infiniteQueryOptions({
    queryKey: ['customers', 'list', q ?? '', tag ?? '', blocked ?? false],
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { q, tag, ...(blocked && { blocked: 'true' as const }), cursor, limit: 50 };
      return call(listCustomers, { query }, { signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const customerSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['customers', 'search', q],
    queryFn: async ({ signal }) => (await call(listCustomers, { query: { q, limit: 8 } }, { signal })).data,
    placeholderData: keepPreviousData,
  });

export const tagsQuery = queryOptions({
  queryKey: ['customers', 'tags'],
  queryFn: async ({ signal }) => (await call(listCustomerTags, {}, { signal })).data,
});

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => call(getCustomer, { params: { id } }, { signal }),
  });

export type CustomerBody = NonNullable<CallOf<typeof createCustomer>['body']>;
export type CustomerChange = NonNullable<CallOf<typeof changeCustomer>['body']>;

function useRefreshCustomers() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['customers'] });
}

export const useCreateCustomer = () =>
  useMutation({
    mutationFn: (body: CustomerBody) => call(createCustomer, { body }),
    onSuccess: useRefreshCustomers(),
  });

export const useChangeCustomer = (id: string) =>
  useMutation({
    mutationFn: (body: CustomerChange) => call(changeCustomer, { params: { id }, body }),
    onSuccess: useRefreshCustomers(),
  });

export const useDeleteCustomer = (id: string) =>
  useMutation({ mutationFn: () => call(deleteCustomer, { params: { id } }), onSuccess: useRefreshCustomers() });
