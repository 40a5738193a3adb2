import { TextInput } from '@mantine/core';
import { DateField } from '../../app/date-field.tsx';
import { Fields, Stack } from '../../ui/page.tsx';
import { texts } from '../texts.ts';
import type { Times } from '../use-times.ts';

/** Date, start and end. */
export function TimeFields({ times }: { times: Times }) {
  return (
    <Stack>
      <DateField label={texts.createDate} value={times.date} onChange={times.setDate} />
      <Fields>
        <TextInput
          label={texts.createStart}
          type="time"
          value={times.from}
          onChange={({ currentTarget }) => times.startAt(currentTarget.value)}
        />
        <TextInput
          label={texts.createEnd}
          type="time"
          error={times.problem}
          value={times.until}
          onChange={({ currentTarget }) => times.setUntil(currentTarget.value)}
        />
      </Fields>
    </Stack>
  );
}
