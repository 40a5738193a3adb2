import { Select } from '@mantine/core';
import { useState } from 'react';
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
  const [options, setOptions] = useState(() => [{ value, label: zoneWords(value, Date.now()) }]);
  return (
    <Select
      {...rest}
      searchable
      allowDeselect={false}
      limit={200}
      nothingFoundMessage="No such place. Try the largest city nearby."
      data={options}
      value={value}
      onChange={(zone) => zone && onChange(zone)}
      onDropdownOpen={() => setOptions(zoneOptions(value, Date.now()))}
    />
  );
}
