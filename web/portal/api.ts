import { bookingAvailability, managedCancellation, managedReschedule } from '@smooth/contract/booking/booking.ts';
import { listOwnAppointments } from '@smooth/contract/booking/portal.ts';
import type { AnswerOf, CallOf } from '@smooth/contract/core/endpoint.ts';
import { changeOwnProfile, getOwnProfile } from '@smooth/contract/customers/me.ts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import type { TimeSource } from '../scheduling/api/availability.ts';

export type OwnAppointment = AnswerOf<typeof listOwnAppointments>['data'][number];

export const ownAppointmentsQuery = (when: 'upcoming' | 'past') =>
  infiniteQueryOptions({
    queryKey: ['own-appointments', when],
    queryFn: ({ pageParam: cursor, signal }) =>
      call(listOwnAppointments, { query: { when, cursor, limit: 20 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
  });

export const profileQuery = queryOptions({
  queryKey: ['own-profile'],
  queryFn: ({ signal }) => call(getOwnProfile, {}, { signal }),
});

/** When this appointment could be instead, as if its own time were free. */
export const otherTimes = (manage_token: string): TimeSource => ({
  name: manage_token,
  read: ({ service_id, from, to }, signal) =>
    call(bookingAvailability, { query: { service_id, from, to, manage_token } }, { signal }),
});

function useRefresh() {
  const queries = useQueryClient();
  return () => {
    for (const key of ['own-appointments', 'availability']) void queries.invalidateQueries({ queryKey: [key] });
  };
}

export const useCancelOwn = (manage_token: string) =>
  useMutation({
    mutationFn: () => call(managedCancellation, { params: { manage_token }, body: {} }),
    onSettled: useRefresh(),
  });

export const useMoveOwn = (manage_token: string) =>
  useMutation({
    mutationFn: (start: string) => call(managedReschedule, { params: { manage_token }, body: { start } }),
    onSettled: useRefresh(),
  });

export function useChangeProfile() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: NonNullable<CallOf<typeof changeOwnProfile>['body']>) => call(changeOwnProfile, { body }),
    onSuccess: (profile) => queries.setQueryData(profileQuery.queryKey, profile),
  });
}
