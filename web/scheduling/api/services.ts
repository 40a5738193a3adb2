import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  changeService,
  createService,
  deleteService,
  getService,
  listServices,
} from '@smooth/contract/scheduling/services.ts';
import { queryOptions, useMutation } from '@tanstack/react-query';
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
