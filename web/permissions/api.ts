import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  createGrant,
  createPlatformGrant,
  getPermissions,
  getPlatformPermissions,
  listGrants,
  listPlatformGrants,
  revokeGrants,
  revokePlatformGrants,
  setPermissions,
} from '@smooth/contract/identity/permissions.ts';
import { setPlatformPermissions } from '@smooth/contract/platform/users.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { proven } from '../identity/proof.ts';
import { readStaff } from '../identity/staff-api.ts';
import { platformPeople } from '../platform/api/users.ts';

/** People of a business, or those of the platform: the same screens over routes of their own. */
export type Where = 'business' | 'platform';

const routes = {
  business: { read: getPermissions, grants: listGrants, grant: createGrant, revoke: revokeGrants },
  platform: {
    read: getPlatformPermissions,
    grants: listPlatformGrants,
    grant: createPlatformGrant,
    revoke: revokePlatformGrants,
  },
};

export const permissionsQuery = (where: Where, id: string) =>
  queryOptions({
    queryKey: ['permissions', where, id],
    queryFn: async ({ signal }) => (await call(routes[where].read, { params: { id } }, { signal })).data,
  });

const LOOK_EVERY_MS = 30_000;

export const grantsQuery = (where: Where) =>
  queryOptions({
    queryKey: ['grants', where],
    queryFn: async ({ signal }) => (await call(routes[where].grants, {}, { signal })).data,
    refetchInterval: LOOK_EVERY_MS,
  });

/** Whom a permission can be given for a while. */
export const granteesQuery = (where: Where) =>
  queryOptions({
    queryKey: ['grantees', where],
    queryFn: async ({ signal }) => {
      const people = where === 'business' ? await readStaff(signal) : await platformPeople(signal);
      return people.filter(({ can, is_active }) => can.grant && is_active);
    },
  });

/** Not waited for: what shows the answer may be gone once the lists are new. */
function useRefreshed() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['permissions', 'grants', 'staff', 'platform-users', 'platform-user'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export function useSetPermissions(where: Where, id: string) {
  const set = (permissions: string[]) => {
    const request = { params: { id }, body: { permissions } };
    return where === 'business' ? call(setPermissions, request) : call(setPlatformPermissions, request);
  };
  return useMutation({
    mutationFn: (permissions: string[]) => proven<unknown>(() => set(permissions)),
    onSuccess: useRefreshed(),
  });
}

export const useGive = (where: Where) =>
  useMutation({
    mutationFn: (body: CallOf<typeof createGrant>['body']) => proven(() => call(routes[where].grant, { body })),
    onSuccess: useRefreshed(),
  });

export const useRevokeGrants = (where: Where) =>
  useMutation({
    mutationFn: (ids: string[]) => call(routes[where].revoke, { body: { ids } }),
    onSuccess: useRefreshed(),
  });
