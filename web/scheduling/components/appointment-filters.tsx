import { Select } from '@mantine/core';
import { appointmentStatuses } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { FilterRow } from '../../ui/page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { servicesQuery } from '../api/services.ts';
import type { AppointmentSearch, Period } from '../appointment-search.ts';

const periods: Period[] = ['today', 'week', 'month', 'past', 'all'];

interface AppointmentFilters {
  search: AppointmentSearch;
  onChange: (changed: AppointmentSearch) => void;
}

/** One row of filters; each of them stands in the address. */
export function AppointmentFilters({ search, onChange }: AppointmentFilters) {
  const { text } = useSpeech('scheduling');
  const { data: services = [] } = useQuery(servicesQuery);
  const { data: resources = [] } = useQuery(resourcesQuery);
  const named = (objects: { id: string; name: string }[]) =>
    objects.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterRow>
      <SearchField
        label={text('search_customers')}
        placeholder={text('search_by')}
        sought={search.q}
        onSeek={(q) => onChange({ q })}
      />
      <Select
        aria-label={text('period')}
        data={periods.map((period) => ({ value: period, label: text(`period_${period}`) }))}
        value={search.period ?? 'week'}
        allowDeselect={false}
        onChange={(period) => onChange({ period: period ?? undefined })}
      />
      <Select
        aria-label={text('status')}
        placeholder={text('any_status')}
        clearable
        data={appointmentStatuses.map((status) => ({ value: status, label: text(`status_${status}`) }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        aria-label={text('service')}
        placeholder={text('any_service')}
        clearable
        searchable
        data={named(services)}
        value={search.service ?? null}
        onChange={(service) => onChange({ service: service ?? undefined })}
      />
      <Select
        aria-label={text('resource')}
        placeholder={text('any_resource')}
        clearable
        searchable
        data={named(resources)}
        value={search.resource ?? null}
        onChange={(resource) => onChange({ resource: resource ?? undefined })}
      />
    </FilterRow>
  );
}
