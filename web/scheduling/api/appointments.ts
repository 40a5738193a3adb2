import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import {
  type Appointment,
  changeAppointment,
  createAppointment,
  getAppointment,
  getAppointmentHistory,
  listAppointments,
  rescheduleAppointment,
} from '@smooth/contract/scheduling/appointments.ts';
import { listClasses } from '@smooth/contract/scheduling/classes.ts';
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import { call } from '../../app/client.ts';
import { allPages } from '../../app/pages-of.ts';
import { isRefusal } from '../../app/refusal.ts';
import { type Verb, verbs } from '../appointment-verbs.ts';

export type AppointmentFilter = NonNullable<CallOf<typeof listAppointments>['query']>;

const live = { refetchInterval: 30_000 } as const;

export const appointmentQuery = (id: string) =>
  queryOptions({
    queryKey: ['appointments', 'one', id],
    queryFn: ({ signal }) => call(getAppointment, { params: { id } }, { signal }),
    ...live,
  });

export const historyQuery = (id: string, revision: number) =>
  queryOptions({
    queryKey: ['appointments', 'history', id, revision],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(getAppointmentHistory, { params: { id }, query: { cursor, limit: 200 } }, { signal })),
  });

export const appointmentsQuery = (filter: AppointmentFilter) =>
  infiniteQueryOptions({
    queryKey: ['appointments', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      call(listAppointments, { query: { ...filter, cursor: pageParam, limit: 50 } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    ...live,
  });

/** Everything that matches, however many pages; for one day or one person. */
export const allAppointmentsQuery = (filter: AppointmentFilter) =>
  queryOptions({
    queryKey: ['appointments', 'all', filter],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listAppointments, { query: { ...filter, cursor, limit: 200 } }, { signal })),
    ...live,
  });

export const classesQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: ['appointments', 'classes', from, to],
    queryFn: ({ signal }) =>
      allPages((cursor) => call(listClasses, { query: { from, to, cursor, limit: 200 } }, { signal })),
    ...live,
  });

export function useVerb() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      verb,
      appointment,
      reason,
    }: {
      verb: Verb;
      appointment: Appointment;
      reason?: string | undefined;
    }) =>
      call(verbs[verb].endpoint, {
        params: { id: appointment.id },
        body: { revision: appointment.revision, ...(reason ? { reason } : {}) },
      }),
    onSuccess: (changed) => keep(queries, changed),
    onError: (error, { appointment }) => keepNewer(queries, appointment.id, error),
  });
}

export function useReschedule(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallOf<typeof rescheduleAppointment>['body'] & {}) =>
      call(rescheduleAppointment, { params: { id }, body }),
    onSuccess: (changed) => keep(queries, changed),
    onError: (error) => keepNewer(queries, id, error),
  });
}

export function useChangeNotes(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { revision: number; notes: string }) => call(changeAppointment, { params: { id }, body }),
    onSuccess: (changed) => keep(queries, changed),
    onError: (error) => keepNewer(queries, id, error),
  });
}

export function useBook() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: CallOf<typeof createAppointment>['body'] & {}) => call(createAppointment, { body }),
    onSuccess: (made) => keep(queries, made),
  });
}

/** The answer is the newest state; everything derived from appointments is asked for again. */
function keep(queries: QueryClient, appointment: Appointment) {
  queries.setQueryData(appointmentQuery(appointment.id).queryKey, appointment);
  void queries.invalidateQueries({ queryKey: ['appointments'] });
  void queries.invalidateQueries({ queryKey: ['availability'] });
  void queries.invalidateQueries({ queryKey: ['customers'] });
}

/** A stale revision is answered with the current state: show it. */
function keepNewer(queries: QueryClient, id: string, error: unknown) {
  if (!isRefusal(error, 'stale_revision', 'already_ended', 'wrong_status')) return;
  const { current } = error.problem;
  if (isAppointment(current)) queries.setQueryData(appointmentQuery(id).queryKey, current);
  void queries.invalidateQueries({ queryKey: ['appointments'] });
}

const isAppointment = (value: unknown): value is Appointment =>
  typeof value === 'object' && value !== null && 'revision' in value && 'can' in value;
