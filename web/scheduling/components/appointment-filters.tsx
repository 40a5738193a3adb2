import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { appointmentStatuses } from '@smooth/contract/scheduling/appointments.ts';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { FilterRow } from '../../ui/page.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { servicesQuery } from '../api/services.ts';
import type { AppointmentSearch, Period } from '../appointment-search.ts';
import { statusWords } from './status-mark.tsx';

const periodWords: { value: Period; label: string }[] = [
  { value: 'today', label: 'Today' },
  { value: 'week', label: 'Next 7 days' },
  { value: 'month', label: 'Next 30 days' },
  { value: 'past', label: 'Past' },
  { value: 'all', label: 'All' },
];

interface AppointmentFilters {
  search: AppointmentSearch;
  onChange: (changed: AppointmentSearch) => void;
}

/** One row of filters; each of them stands in the address. */
export function AppointmentFilters({ search, onChange }: AppointmentFilters) {
  const { data: services = [] } = useQuery(servicesQuery);
  const { data: resources = [] } = useQuery(resourcesQuery);
  const seek = useDebouncedCallback((q: string) => onChange({ q: q.trim() || undefined }), 250);
  const named = (objects: { id: string; name: string }[]) =>
    objects.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FilterRow>
      <TextInput
        key={search.q === undefined ? 'empty' : 'sought'}
        type="search"
        aria-label="Search customers"
        placeholder="Name, e-mail or phone"
        leftSection={<IconSearch size="1.2em" />}
        defaultValue={search.q ?? ''}
        onChange={({ currentTarget }) => seek(currentTarget.value)}
      />
      <Select
        aria-label="Period"
        data={periodWords}
        value={search.period ?? 'week'}
        allowDeselect={false}
        onChange={(period) => onChange({ period: period ?? undefined })}
      />
      <Select
        aria-label="Status"
        placeholder="Any status"
        clearable
        data={appointmentStatuses.map((status) => ({ value: status, label: statusWords[status].word }))}
        value={search.status ?? null}
        onChange={(status) => onChange({ status: status ?? undefined })}
      />
      <Select
        aria-label="Service"
        placeholder="Any service"
        clearable
        searchable
        data={named(services)}
        value={search.service ?? null}
        onChange={(service) => onChange({ service: service ?? undefined })}
      />
      <Select
        aria-label="Resource"
        placeholder="Any resource"
        clearable
        searchable
        data={named(resources)}
        value={search.resource ?? null}
        onChange={(resource) => onChange({ resource: resource ?? undefined })}
      />
    </FilterRow>
  );
}
