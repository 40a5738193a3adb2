import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { listPlatformUsers } from '@smooth/contract/platform/users.ts';
import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type UserSearch = Pick<NonNullable<CallOf<typeof listPlatformUsers>['query']>, 'q' | 'role'>;

export const usersQuery = (search: UserSearch) =>
  infiniteQueryOptions({
    queryKey: ['platform-users', search],
    queryFn: ({ pageParam, signal }) =>
      call(listPlatformUsers, { query: { ...search, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });
