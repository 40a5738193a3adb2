import { Switch, TextInput } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import { Fields } from '../../ui/page.tsx';
import type { Span } from '../span.ts';

interface SpanFields {
  value: Span;
  error?: string | null | undefined;
  onChange: (span: Span) => void;
}

/** First and last day, with times unless it is whole days. */
export function SpanFields({ value, error, onChange }: SpanFields) {
  const { text } = useSpeech('scheduling');
  const set = (changed: Partial<Span>) => onChange({ ...value, ...changed });
  return (
    <>
      <Switch
        label={text('whole_days')}
        checked={value.isWholeDays}
        onChange={({ currentTarget }) => set({ isWholeDays: currentTarget.checked })}
      />
      <Fields>
        <DateField
          label={text(value.isWholeDays ? 'first_day' : 'from')}
          value={value.fromOn || null}
          onChange={(on) => set({ fromOn: on, ...(value.untilOn < on ? { untilOn: on } : {}) })}
        />
        {value.isWholeDays ? null : (
          <TextInput
            label={text('at')}
            type="time"
            value={value.fromAt}
            onChange={({ currentTarget }) => set({ fromAt: currentTarget.value })}
          />
        )}
        <DateField
          label={text(value.isWholeDays ? 'last_day' : 'until')}
          value={value.untilOn || null}
          error={value.isWholeDays ? error : undefined}
          onChange={(on) => set({ untilOn: on })}
        />
        {value.isWholeDays ? null : (
          <TextInput
            label={text('at')}
            type="time"
            value={value.untilAt}
            error={error}
            onChange={({ currentTarget }) => set({ untilAt: currentTarget.value })}
          />
        )}
      </Fields>
    </>
  );
}
