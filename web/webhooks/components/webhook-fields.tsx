import { Checkbox, MultiSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { eventTypeNames } from '@smooth/contract/webhooks/catalogue.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import type { WebhookForm } from '../webhook-form.ts';

/** Types of events by what they are about, as their names begin. */
const groups = [...new Set(eventTypeNames.map((type) => type.split('.')[0]!))].map((group) => ({
  group,
  items: eventTypeNames.filter((type) => type.startsWith(`${group}.`)),
}));

export function WebhookFields({ form }: { form: UseFormReturnType<WebhookForm> }) {
  const { text } = useSpeech('webhooks');
  return (
    <>
      <TextInput
        label={text('address')}
        description={text('address_about')}
        placeholder="https://example.com/hooks"
        inputMode="url"
        required
        data-autofocus
        {...form.getInputProps('url')}
      />
      <TextInput
        label={text('note')}
        description={text('note_about')}
        maxLength={200}
        {...form.getInputProps('description')}
      />
      <Checkbox label={text('all_types')} {...form.getInputProps('is_all', { type: 'checkbox' })} />
      {form.values.is_all ? null : (
        <MultiSelect
          label={text('types')}
          placeholder={form.values.event_types.length > 0 ? undefined : text('types_search')}
          data={groups}
          searchable
          clearable
          hidePickedOptions
          maxDropdownHeight={280}
          nothingFoundMessage={text('types_none')}
          {...form.getInputProps('event_types')}
        />
      )}
    </>
  );
}
