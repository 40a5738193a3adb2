import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type SpeechOf, useSpeech } from '../../words/use-speech.tsx';
import { Stack } from '../../ui/page.tsx';
import type { CustomerForm } from '../customer-form.ts';
import { TagsField } from './tags.tsx';

export const needsIn = ({ text }: SpeechOf<'customers'>) => ({
  name: (name: string) => (name.trim() ? null : text('name_missing')),
});

export function CustomerFields({ form }: { form: UseFormReturnType<CustomerForm> }) {
  const { text } = useSpeech('customers');
  return (
    <Stack>
      <TextInput label={text('name')} required autoComplete="off" {...form.getInputProps('name')} />
      <TextInput label={text('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
      <TextInput label={text('phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
      <TagsField {...form.getInputProps('tags')} />
      <Textarea
        label={text('notes')}
        description={text('notes_about')}
        autosize
        minRows={3}
        maxLength={5000}
        {...form.getInputProps('notes')}
      />
    </Stack>
  );
}
