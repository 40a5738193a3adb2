import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { changeLocation, listLocations } from '@smooth/contract/scheduling/locations.ts';
import {
  changeResource,
  createResource,
  createResourceType,
  deleteOverride,
  deleteResource,
  getResource,
  listOverrides,
  listResources,
  listResourceTypes,
  putOverride,
} from '@smooth/contract/scheduling/resources.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';

export const resourcesQuery = queryOptions({
  queryKey: ['resources', 'all'],
  queryFn: ({ signal }) => allPages((cursor) => call(listResources, { query: { cursor, limit: 200 } }, { signal })),
});

export const resourceQuery = (id: string) =>
  queryOptions({
    queryKey: ['resources', 'one', id],
    queryFn: ({ signal }) => call(getResource, { params: { id } }, { signal }),
  });

export const resourceTypesQuery = queryOptions({
  queryKey: ['resources', 'types'],
  queryFn: ({ signal }) => allPages((cursor) => call(listResourceTypes, { query: { cursor, limit: 200 } }, { signal })),
  staleTime: 60_000,
});

export const locationsQuery = queryOptions({
  queryKey: ['locations'],
  queryFn: ({ signal }) => allPages((cursor) => call(listLocations, { query: { cursor, limit: 200 } }, { signal })),
});

export const overridesQuery = (id: string) =>
  queryOptions({
    queryKey: ['resources', 'overrides', id],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listOverrides, { params: { id }, query: { cursor, limit: 200 } }, { signal })),
  });

/** After a change of hours or resources, what can be booked is asked for again. */
export function useRefresh(...keys: string[]) {
  const queries = useQueryClient();
  return () => {
    for (const key of [...keys, 'availability']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

export type ResourceBody = NonNullable<CallOf<typeof createResource>['body']>;
export type ResourceChange = NonNullable<CallOf<typeof changeResource>['body']>;

export const useCreateResource = () =>
  useMutation({
    mutationFn: (body: ResourceBody) => call(createResource, { body }),
    onSuccess: useRefresh('resources'),
  });

export const useChangeResource = (id: string) =>
  useMutation({
    mutationFn: (body: ResourceChange) => call(changeResource, { params: { id }, body }),
    onSuccess: useRefresh('resources'),
  });

export const useDeleteResource = (id: string) =>
  useMutation({ mutationFn: () => call(deleteResource, { params: { id } }), onSuccess: useRefresh('resources') });

export const useCreateResourceType = () =>
  useMutation({
    mutationFn: (body: { key: string; name: string }) => call(createResourceType, { body }),
    onSuccess: useRefresh('resources'),
  });

type OverrideBody = NonNullable<CallOf<typeof putOverride>['body']>;

export const usePutOverride = (id: string) =>
  useMutation({
    mutationFn: ({ on, ...body }: OverrideBody & { on: string }) => call(putOverride, { params: { id, on }, body }),
    onSuccess: useRefresh('resources'),
  });

export const useDeleteOverride = (id: string) =>
  useMutation({
    mutationFn: (on: string) => call(deleteOverride, { params: { id, on } }),
    onSuccess: useRefresh('resources'),
  });

type LocationChange = NonNullable<CallOf<typeof changeLocation>['body']>;

export const useChangeLocation = (id: string) =>
  useMutation({
    mutationFn: (body: LocationChange) => call(changeLocation, { params: { id }, body }),
    onSuccess: useRefresh('locations', 'resources'),
  });
