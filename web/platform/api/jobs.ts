import { jobStates, listJobs, retryJobs } from '@smooth/contract/platform/jobs.ts';
import { infiniteQueryOptions, keepPreviousData, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type JobState = (typeof jobStates)[number];
const LOOK_EVERY_MS = 5000;

export const jobsQuery = (state: JobState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['jobs', state ?? ''],
    queryFn: ({ pageParam, signal }) => call(listJobs, { query: { state, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: LOOK_EVERY_MS,
  });

export function useRetryJobs() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (ids: string[]) => call(retryJobs, { body: { ids } }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['jobs'] }),
  });
}
