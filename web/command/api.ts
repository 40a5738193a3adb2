import { listAppointments } from '@smooth/contract/scheduling/appointments.ts';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { call } from '../app/client.ts';

/** The latest appointments of whoever is searched for. */
export const appointmentSearchQuery = (q: string) =>
  queryOptions({
    queryKey: ['appointments', 'search', q],
    queryFn: async ({ signal }) =>
      (await call(listAppointments, { query: { q, limit: 6, order: '-start' } }, { signal })).data,
    placeholderData: keepPreviousData,
  });
