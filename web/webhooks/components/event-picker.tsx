import { Checkbox, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { eventName, typesByGroup, typesFound, withTypes } from '../events.ts';
import classes from './events.module.css';

interface EventPicker {
  value: string[];
  onChange: (types: string[]) => void;
  error?: string | undefined;
}

/** The types of events to choose from, group by group. */
export function EventPicker({ value, onChange, error }: EventPicker) {
  const speech = useSpeech('webhooks');
  const { text } = speech;
  const [sought, setSought] = useState('');
  const found = typesFound(sought, speech);
  return (
    <fieldset className={classes.picker} aria-label={text('types')}>
      <TextInput
        type="search"
        aria-label={text('types_search')}
        placeholder={text('types_search')}
        leftSection={<IconSearch size="1.2em" />}
        value={sought}
        onChange={({ currentTarget }) => setSought(currentTarget.value)}
        // Enter searches; the form is not sent by it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className={classes.list}>
        {found.length === 0 ? <p className={classes.nothing}>{text('types_none')}</p> : null}
        {found.map(({ group, types }) => (
          <section key={group} aria-label={text(`group_${group}`)}>
            <GroupHead group={group} types={types} value={value} onChange={onChange} />
            {types.map((type) => (
              <Checkbox
                key={type}
                className={classes.type}
                label={eventName(type, speech)}
                description={<code>{type}</code>}
                checked={value.includes(type)}
                onChange={({ currentTarget }) => onChange(withTypes(value, [type], currentTarget.checked))}
              />
            ))}
          </section>
        ))}
      </div>
      {error ? <p role="alert">{error}</p> : null}
    </fieldset>
  );
}

type Found = ReturnType<typeof typesFound>[number];

function GroupHead({ group, types, value, onChange }: Found & Pick<EventPicker, 'value' | 'onChange'>) {
  const { text } = useSpeech('webhooks');
  const all = typesByGroup.find((one) => one.group === group)!.types;
  const chosen = all.filter((type) => value.includes(type)).length;
  const isAll = types.every((type) => value.includes(type));
  const name = text(`group_${group}`);
  return (
    <div className={classes.head}>
      <Checkbox
        label={<span aria-hidden>{name}</span>}
        aria-label={text('choose_group', { group: name })}
        checked={isAll}
        indeterminate={!isAll && types.some((type) => value.includes(type))}
        onChange={() => onChange(withTypes(value, types, !isAll))}
      />
      <span className="caption tabular">{text('types_chosen', { count: chosen, all: all.length })}</span>
    </div>
  );
}
