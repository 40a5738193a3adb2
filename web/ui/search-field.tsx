import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

interface SearchField {
  label: string;
  placeholder: string;
  /** What is sought, as the address has it. */
  sought: string | undefined;
  /** Hears what is sought once typing pauses; undefined for nothing. */
  onSeek: (q: string | undefined) => void;
}

const PAUSE_MS = 250;

/**
 * Where a list is searched. What is typed is the field's own until somebody else changes what is sought, such as a button
 * that clears the filters; what comes back of its own words is no such change, however late it comes.
 */
export function SearchField({ label, placeholder, sought, onSeek }: SearchField) {
  const [typed, setTyped] = useState(sought ?? '');
  const told = useRef<(string | undefined)[]>([]);
  useEffect(() => {
    const own = told.current.indexOf(sought);
    if (own >= 0) told.current.splice(0, own + 1);
    else setTyped(sought ?? '');
  }, [sought]);
  const seek = useDebouncedCallback((words: string) => {
    const q = words.trim() || undefined;
    if (q === sought) return;
    told.current.push(q);
    onSeek(q);
  }, PAUSE_MS);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size="1.2em" />}
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        seek(currentTarget.value);
      }}
    />
  );
}
