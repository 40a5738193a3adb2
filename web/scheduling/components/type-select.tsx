import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useResourceTypes } from '../use-types.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useMay } from '../../identity/api.ts';
import { Stack } from '../../ui/page.tsx';
import { useCreateResourceType } from '../api/resources.ts';
import { slugOf } from '../service-form.ts';

interface TypeSelect {
  value?: string;
  error?: React.ReactNode;
  onChange?: (key: string) => void;
}

const another = 'another-type';

/** The type of a resource: one of the built-in ones, or one the business defines here. */
export function TypeSelect({ value, error, onChange }: TypeSelect) {
  const { text } = useSpeech('scheduling');
  const types = useResourceTypes();
  const [naming, setNaming] = useState(false);
  const may = useMay();
  const options = types.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <>
      <Select
        label={text('type')}
        allowDeselect={false}
        data={may('resource.edit') ? [...options, { value: another, label: text('another_type') }] : options}
        value={value ?? null}
        error={error}
        onChange={(key) => (key === another ? setNaming(true) : key && onChange?.(key))}
      />
      {naming ? (
        <NewType
          onClose={() => setNaming(false)}
          onMade={(key) => {
            setNaming(false);
            onChange?.(key);
          }}
        />
      ) : null}
    </>
  );
}

function NewType({ onMade, onClose }: { onMade: (key: string) => void; onClose: () => void }) {
  const { text } = useSpeech('scheduling');
  const [name, setName] = useState('');
  const create = useCreateResourceType();
  const make = () => create.mutate({ key: slugOf(name), name: name.trim() }, { onSuccess: ({ key }) => onMade(key) });
  return (
    <Modal opened onClose={onClose} title={text('add_type_title')} centered>
      <Stack>
        <TextInput
          label={text('name')}
          placeholder={text('type_example')}
          data-autofocus
          maxLength={120}
          error={create.error?.message}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button disabled={!name.trim()} loading={create.isPending} onClick={make}>
          {text('add_type')}
        </Button>
      </Stack>
    </Modal>
  );
}
