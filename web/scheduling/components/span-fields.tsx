import { Switch, TextInput } from '@mantine/core';
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
  const set = (changed: Partial<Span>) => onChange({ ...value, ...changed });
  return (
    <>
      <Switch
        label="Whole days"
        checked={value.isWholeDays}
        onChange={({ currentTarget }) => set({ isWholeDays: currentTarget.checked })}
      />
      <Fields>
        <DateField
          label={value.isWholeDays ? 'First day' : 'From'}
          value={value.fromOn || null}
          onChange={(on) => set({ fromOn: on, ...(value.untilOn < on ? { untilOn: on } : {}) })}
        />
        {value.isWholeDays ? null : (
          <TextInput
            label="At"
            type="time"
            value={value.fromAt}
            onChange={({ currentTarget }) => set({ fromAt: currentTarget.value })}
          />
        )}
        <DateField
          label={value.isWholeDays ? 'Last day' : 'Until'}
          value={value.untilOn || null}
          error={value.isWholeDays ? error : undefined}
          onChange={(on) => set({ untilOn: on })}
        />
        {value.isWholeDays ? null : (
          <TextInput
            label="At"
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
