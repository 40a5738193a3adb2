import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { listPlatformUsers, type PlatformUser } from '@smooth/contract/platform/users.ts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { platformRoles } from '@smooth/contract/identity/roles.ts';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';

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
