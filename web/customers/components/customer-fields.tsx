import { Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Stack } from '../../ui/page.tsx';
import type { CustomerForm } from '../customer-form.ts';
import { TagsField } from './tags.tsx';

export const needs = { name: (name: string) => (name.trim() ? null : 'Write a name') };

export const CustomerFields = ({ form }: { form: UseFormReturnType<CustomerForm> }) => (
  <Stack>
    <TextInput label="Name" required autoComplete="off" {...form.getInputProps('name')} />
    <TextInput label="E-mail" type="email" autoComplete="off" {...form.getInputProps('email')} />
    <TextInput label="Phone" type="tel" autoComplete="off" {...form.getInputProps('phone')} />
    <TagsField {...form.getInputProps('tags')} />
    <Textarea
      label="Notes"
      description="For the team; the customer never sees them"
      autosize
      minRows={3}
      maxLength={5000}
      {...form.getInputProps('notes')}
    />
  </Stack>
);
