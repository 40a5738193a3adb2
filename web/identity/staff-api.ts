import { listStaff } from '@smooth/contract/identity/staff.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { allPages } from '../app/pages-of.ts';

export const readStaff = (signal: AbortSignal) =>
  allPages((cursor) => call(listStaff, { query: { cursor, limit: 200 } }, { signal }));

export const staffQuery = queryOptions({
  queryKey: ['staff'],
  queryFn: ({ signal }) => readStaff(signal),
  staleTime: 60_000,
});
