import { Input, NumberInput, Select } from '@mantine/core';
import { useId, useState } from 'react';
import { useSpeech } from '../words/use-speech.tsx';
import classes from './length-input.module.css';

const units = [
  { value: '1', label: 'minutes' },
  { value: '60', label: 'hours' },
  { value: '1440', label: 'days' },
] as const;

interface LengthInput {
  label: string;
  description?: string;
  error?: React.ReactNode;
  min?: number;
  /** Minutes. */
  value: number;
  onChange: (minutes: number) => void;
}

/** A length of time in the unit that reads best; its value is in minutes. */
export function LengthInput({ label, description, error, min = 0, value, onChange }: LengthInput) {
  const { text } = useSpeech('ui');
  const id = useId();
  const [unit, setUnit] = useState(() => bestUnit(value));
  return (
    <Input.Wrapper label={label} description={description} error={error} labelProps={{ htmlFor: id }}>
      <div className={classes.pair}>
        <NumberInput
          id={id}
          min={min}
          allowDecimal={unit !== 1}
          decimalScale={2}
          value={value / unit}
          error={Boolean(error)}
          onChange={(count) => onChange(Math.round(Number(count) * unit))}
        />
        <Select
          aria-label={text('unit_of', { label })}
          data={units.map((unit) => ({ ...unit, label: text(unit.label) }))}
          value={String(unit)}
          allowDeselect={false}
          onChange={(chosen) => {
            const next = Number(chosen);
            onChange(Math.round((value / unit) * next));
            setUnit(next);
          }}
        />
      </div>
    </Input.Wrapper>
  );
}

function bestUnit(minutes: number): number {
  if (minutes !== 0 && minutes % 1440 === 0) return 1440;
  return minutes > 60 && minutes % 60 === 0 ? 60 : 1;
}
