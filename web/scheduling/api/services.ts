import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  changeService,
  createService,
  deleteService,
  getService,
  listServices,
  type Service,
} from '@smooth/contract/scheduling/services.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';
import { useRefresh } from './resources.ts';

export const servicesQuery = queryOptions({
  queryKey: ['services', 'all'],
  queryFn: ({ signal }) => allPages((cursor) => call(listServices, { query: { cursor, limit: 200 } }, { signal })),
});

export const serviceQuery = (id: string) =>
  queryOptions({
    queryKey: ['services', 'one', id],
    queryFn: ({ signal }) => call(getService, { params: { id } }, { signal }),
  });

export type ServiceBody = NonNullable<CallOf<typeof createService>['body']>;
export type ServiceChange = NonNullable<CallOf<typeof changeService>['body']>;

export const useCreateService = () =>
  useMutation({ mutationFn: (body: ServiceBody) => call(createService, { body }), onSuccess: useRefresh('services') });

export const useChangeService = (id: string) =>
  useMutation({
    mutationFn: (body: ServiceChange) => call(changeService, { params: { id }, body }),
    onSuccess: useRefresh('services'),
  });

export const useDeleteService = (id: string) =>
  useMutation({ mutationFn: () => call(deleteService, { params: { id } }), onSuccess: useRefresh('services') });

/** Saves the places of those that stand elsewhere than before; the list shows them at once. */
export function useOrderServices() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ before, after }: { before: Service[]; after: Service[] }) => {
      const placeOf = new Map(before.map(({ id, position }) => [id, position]));
      const changed = after.filter(({ id, position }) => placeOf.get(id) !== position);
      for (const { id, revision, position } of changed)
        await call(changeService, { params: { id }, body: { revision, position } });
    },
    onMutate: ({ after }) => queries.setQueryData(servicesQuery.queryKey, after),
    onSettled: () => queries.invalidateQueries({ queryKey: ['services'] }),
  });
}
