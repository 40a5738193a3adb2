import { Combobox, Loader, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import type { Place } from '../../app/shells/place-link.tsx';
import { matches } from '../keys.ts';
import { type Command, useCommands } from '../use-commands.ts';
import { useFound } from '../use-found.ts';
import classes from './command.module.css';
import { Keys } from './keys.tsx';

interface Palette {
  places: Place[];
  onSignOut: () => void;
  onHelp: () => void;
  onClose: () => void;
}

/** Everything by typing: rooms and actions at once, customers and appointments as the server finds them. */
export default function Palette({ onClose, ...known }: Palette) {
  const { text } = useSpeech('command');
  const [query, setQuery] = useState('');
  const { groups, isSearching } = useGroups(query, known);
  const commands = groups.flatMap(([, found]) => found);
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  const shown = commands.map(({ id }) => id).join(' ');
  const { selectFirstOption } = combobox;
  // What stands first is what Enter means.
  useEffect(() => {
    if (shown) selectFirstOption();
  }, [shown, selectFirstOption]);
  const run = (id: string) => {
    onClose();
    commands.find((command) => command.id === id)?.run();
  };
  return (
    <Modal.Root opened onClose={onClose} size="lg" yOffset="12vh">
      <Modal.Overlay />
      <Modal.Content aria-label={text('search')}>
        <Combobox store={combobox} onOptionSubmit={run}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              data-autofocus
              variant="unstyled"
              className={classes.field}
              aria-label={text('search_anything')}
              placeholder={text('find_what')}
              leftSection={<IconSearch size="1.3em" />}
              rightSection={isSearching ? <Loader size="1em" /> : undefined}
              value={query}
              onChange={({ currentTarget }) => setQuery(currentTarget.value)}
            />
          </Combobox.EventsTarget>
          <Combobox.Options className={classes.results} aria-label={text('found')}>
            {groups.map(([label, found]) => (
              <Combobox.Group key={label} label={label}>
                {found.map((command) => (
                  <Row key={command.id} command={command} />
                ))}
              </Combobox.Group>
            ))}
            {commands.length === 0 ? (
              <Combobox.Empty>
                {isSearching ? text('searching') : text('nothing_matches', { query: query.trim() })}
              </Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

const Row = ({ command }: { command: Command }) => (
  <Combobox.Option value={command.id} className={classes.row}>
    <command.icon aria-hidden className={classes.icon} stroke={1.7} />
    <span className={classes.label}>{command.label}</span>
    {command.about ? <span className={classes.about}>{command.about}</span> : null}
    {command.keys ? <Keys keys={command.keys} /> : null}
  </Combobox.Option>
);

/** What fits, under the names of its kinds; kinds without anything are left out. */
function useGroups(query: string, known: Omit<Palette, 'onClose'>) {
  const { text } = useSpeech('command');
  const { actions, rooms } = useCommands(known);
  const { customers, appointments, isSearching } = useFound(query);
  const fits = ({ label }: Command) => matches(query, label);
  const all: [string, Command[]][] = [
    [text('go_to'), rooms.filter(fits)],
    [text('customers'), customers],
    [text('appointments'), appointments],
    [text('actions'), actions.filter(fits)],
  ];
  return { groups: all.filter(([, found]) => found.length > 0), isSearching };
}
