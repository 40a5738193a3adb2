import { Checkbox, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useSpeech } from '../../words/use-speech.tsx';
import type { WebhookForm } from '../webhook-form.ts';
import { EventPicker } from './event-picker.tsx';

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
        <EventPicker
          value={form.values.event_types}
          onChange={(types) => form.setFieldValue('event_types', types)}
          error={form.errors['event_types'] as string | undefined}
        />
      )}
    </>
  );
}
