import { Select } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import { zoneOptions, zoneWords } from './zones.ts';

interface ZoneSelect {
  label: string;
  description?: string;
  value: string;
  error?: React.ReactNode;
  onChange: (zone: string) => void;
}

/** A time zone by typing a city. All of them are put together when somebody looks. */
export function ZoneSelect({ value, onChange, ...rest }: ZoneSelect) {
  const { text } = useSpeech('app');
  const [options, setOptions] = useState(() => [{ value, label: zoneWords(value, Date.now()) }]);
  return (
    <Select
      {...rest}
      searchable
      allowDeselect={false}
      limit={200}
      nothingFoundMessage={text('zone_not_found')}
      data={options}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      onDropdownOpen={() => setOptions(zoneOptions(value, Date.now()))}
    />
  );
}
