import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';

interface SearchField {
  label: string;
  placeholder: string;
  /** What is sought when the page opens; what is typed later is the field's own. */
  sought: string | undefined;
  /** Hears what is sought once typing pauses; undefined for nothing. */
  onSeek: (q: string | undefined) => void;
}

const PAUSE_MS = 250;

/** Where a list is searched. */
export function SearchField({ label, placeholder, sought, onSeek }: SearchField) {
  const seek = useDebouncedCallback((typed: string) => onSeek(typed.trim() || undefined), PAUSE_MS);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size="1.2em" />}
      defaultValue={sought ?? ''}
      onChange={({ currentTarget }) => seek(currentTarget.value)}
    />
  );
}
