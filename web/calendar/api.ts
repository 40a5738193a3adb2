import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  approveTimeOff,
  declineTimeOff,
  getTimeOffRequest,
  listTimeOffRequests,
  requestTimeOff,
  withdrawTimeOff,
} from '@smooth/contract/scheduling/time-off.ts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { allPages } from '../app/pages-of.ts';

export const requestsQuery = (status?: 'requested') =>
  queryOptions({
    queryKey: ['time-off', 'list', status ?? ''],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listTimeOffRequests, { query: { status, cursor, limit: 200 } }, { signal })),
  });

export const requestQuery = (id: string) =>
  queryOptions({
    queryKey: ['time-off', 'one', id],
    queryFn: ({ signal }) => call(getTimeOffRequest, { params: { id } }, { signal }),
  });

function useRefreshTimeOff() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['time-off', 'blocks', 'availability', 'timeline'])
      void queries.invalidateQueries({ queryKey: [key] });
  };
}

export const useAskTimeOff = () =>
  useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof requestTimeOff>['body']>) => call(requestTimeOff, { body }),
    onSuccess: useRefreshTimeOff(),
  });

const verbs = { approve: approveTimeOff, decline: declineTimeOff, withdraw: withdrawTimeOff };

export const useAnswerTimeOff = (id: string) =>
  useMutation({
    mutationFn: ({ verb, revision, reason }: { verb: keyof typeof verbs; revision: number; reason?: string }) =>
      call(verbs[verb], { params: { id }, body: { revision, ...(reason && { reason }) } }),
    onSettled: useRefreshTimeOff(),
  });
