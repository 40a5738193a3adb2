import { useSpeech } from '../../words/use-speech.tsx';
import { TextInput } from '@mantine/core';
import { DateField } from '../../app/date-field.tsx';
import { Fields, Stack } from '../../ui/page.tsx';
import type { Times } from '../use-times.ts';

/** Date, start and end. */
export function TimeFields({ times }: { times: Times }) {
  const { text } = useSpeech('timeline');
  return (
    <Stack>
      <DateField label={text('create_date')} value={times.date} onChange={times.setDate} />
      <Fields>
        <TextInput
          label={text('create_start')}
          type="time"
          value={times.from}
          onChange={({ currentTarget }) => times.startAt(currentTarget.value)}
        />
        <TextInput
          label={text('create_end')}
          type="time"
          error={times.problem}
          value={times.until}
          onChange={({ currentTarget }) => times.setUntil(currentTarget.value)}
        />
      </Fields>
    </Stack>
  );
}
