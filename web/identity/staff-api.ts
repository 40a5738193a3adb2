import { listStaff } from '@smooth/contract/identity/staff.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: async ({ signal }) => (await call(listStaff, {}, { signal })).data,
  staleTime: 60_000,
});
