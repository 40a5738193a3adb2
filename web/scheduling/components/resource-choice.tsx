import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { resourcesQuery } from '../api/resources.ts';
import { serviceQuery } from '../api/services.ts';
import { candidatesOf } from '../candidates.ts';

interface ResourceChoice {
  serviceId: string;
  placeholder: string;
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

/** A wish for one of the resources that can do the service. */
export function ResourceChoice({ serviceId, placeholder, value, onChange }: ResourceChoice) {
  const { text } = useSpeech('scheduling');
  const { data: service } = useQuery(serviceQuery(serviceId));
  const { data: resources = [] } = useQuery(resourcesQuery);
  const options = service ? candidatesOf(service, resources).map(({ id, name }) => ({ value: id, label: name })) : [];
  if (options.length < 2) return null;
  return (
    <Select
      label={text('with')}
      placeholder={placeholder}
      data={options}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      clearable
      searchable
    />
  );
}
