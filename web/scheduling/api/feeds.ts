import { createFeed, listFeeds, revokeFeed } from '@smooth/contract/scheduling/feeds.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';

/** The calendar addresses of a resource; those of oneself and of everybody else where none is named. */
export const feedsQuery = (resource_id?: string) =>
  queryOptions({
    queryKey: ['feeds', resource_id ?? ''],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listFeeds, { query: { resource_id, cursor, limit: 200 } }, { signal })),
  });

function useRefreshFeeds() {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['feeds'] });
}

export const useCreateFeed = (resource_id?: string) =>
  useMutation({
    mutationFn: () => call(createFeed, { body: { ...(resource_id && { resource_id }) } }),
    onSuccess: useRefreshFeeds(),
  });

export const useRevokeFeed = () =>
  useMutation({ mutationFn: (id: string) => call(revokeFeed, { params: { id } }), onSuccess: useRefreshFeeds() });
