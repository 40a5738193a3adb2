import { listAppointments } from '@smooth/contract/scheduling/appointments.ts';
import { createLocation } from '@smooth/contract/scheduling/locations.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { call } from '../app/client.ts';
import { useBusiness } from '../identity/api.ts';
import { locationsQuery, resourcesQuery, useRefresh } from '../scheduling/api/resources.ts';
import { servicesQuery } from '../scheduling/api/services.ts';
import type { Facts } from './steps.ts';

const anyAppointmentQuery = queryOptions({
  queryKey: ['appointments', 'any'],
  queryFn: async ({ signal }) => (await call(listAppointments, { query: { limit: 1 } }, { signal })).data.length > 0,
});

/** What a new business has already; undefined until all of it is known. */
export function useFacts(): Facts | undefined {
  const { branding } = useBusiness();
  const { data: locations } = useQuery(locationsQuery);
  const { data: resources } = useQuery(resourcesQuery);
  const { data: services } = useQuery(servicesQuery);
  const { data: hasAppointments } = useQuery(anyAppointmentQuery);
  if (!locations || !resources || !services || hasAppointments === undefined) return undefined;
  return {
    openLocations: locations.filter(({ weekly_hours }) => weekly_hours.length > 0).length,
    resources: resources.filter(({ is_active }) => is_active).length,
    services: services.filter(({ is_active }) => is_active).length,
    hasBrand: Object.values(branding).some(Boolean),
    hasAppointments,
  };
}

type LocationBody = NonNullable<CallOf<typeof createLocation>['body']>;

export const useCreateLocation = () =>
  useMutation({
    mutationFn: (body: LocationBody) => call(createLocation, { body }),
    onSuccess: useRefresh('locations'),
  });
