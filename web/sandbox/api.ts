import { getMessage, listMessages } from '@smooth/contract/messages/messages.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { moveSandboxClock, resetSandbox, sandboxStatus, toggleSandbox } from '@smooth/contract/sandbox/sandbox.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { beginAnew } from '../app/tab-mode.ts';
import { tellRefusal } from '../ui/tell.tsx';

export const statusQuery = queryOptions({
  queryKey: ['sandbox'],
  queryFn: ({ signal }) => call(sandboxStatus, {}, { signal }),
  // While a world comes in, its progress is looked at; otherwise only what happens here changes it.
  refetchInterval: ({ state }) => (state.data?.filling && !state.data.filling.failed ? 700 : false),
});

export const useSwitch = () =>
  useMutation({
    mutationFn: (sandbox: boolean) => call(toggleSandbox, { body: { sandbox } }),
    onSuccess: beginAnew,
    onError: tellRefusal,
  });

export function useReset() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof resetSandbox>['body']>) => call(resetSandbox, { body }),
    onSuccess: () => queries.invalidateQueries(),
  });
}

export function useMoveClock() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (now: string) => call(moveSandboxClock, { body: { now } }),
    onSuccess: () => queries.invalidateQueries(),
    onError: tellRefusal,
  });
}

export const outboxQuery = infiniteQueryOptions({
  queryKey: ['messages'],
  queryFn: ({ pageParam, signal }) =>
    call(listMessages, { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } }, { signal }),
  initialPageParam: '',
  getNextPageParam: ({ next_cursor }) => next_cursor,
  // Reminders are written by the worker, and no event tells of them.
  refetchInterval: 5000,
});

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', id],
    queryFn: ({ signal }) => call(getMessage, { params: { id } }, { signal }),
  });
