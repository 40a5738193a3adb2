import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  changePlatformUser,
  listPlatformUsers,
  type PlatformUser,
  setPlatformSwitch,
} from '@smooth/contract/platform/users.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { platformRoles } from '@smooth/contract/identity/roles.ts';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';
import { proven } from '../../identity/proof.ts';

export type UserSearch = Pick<NonNullable<CallOf<typeof listPlatformUsers>['query']>, 'q' | 'role'>;

export const usersQuery = (search: UserSearch) =>
  infiniteQueryOptions({
    queryKey: ['platform-users', search],
    queryFn: ({ pageParam, signal }) =>
      call(listPlatformUsers, { query: { ...search, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

/** Those of the platform itself: few enough to be read at once. */
export async function platformPeople(signal: AbortSignal): Promise<PlatformUser[]> {
  const found = await Promise.all(
    platformRoles.map((role) =>
      allPages((cursor) => call(listPlatformUsers, { query: { role, cursor, limit: 200 } }, { signal })),
    ),
  );
  return found.flat();
}

export const platformPeopleQuery = queryOptions({
  queryKey: ['platform-users', 'platform'],
  queryFn: ({ signal }) => platformPeople(signal),
});

function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['platform-users', 'platform-user', 'permissions'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export type PersonChange = NonNullable<CallOf<typeof changePlatformUser>['body']>;

export const useChangePerson = (id: string) =>
  useMutation({
    mutationFn: (body: PersonChange) => proven(() => call(changePlatformUser, { params: { id }, body })),
    onSuccess: useRefreshed(),
  });

/** Gives or takes one of the permissions that stand as switches. */
export const useSwitch = (id: string) =>
  useMutation({
    mutationFn: ({ action, is_on }: Pick<PlatformUser['switches'][number], 'action' | 'is_on'>) =>
      proven(() => call(setPlatformSwitch, { params: { id, action }, body: { is_on } })),
    onSuccess: useRefreshed(),
  });
