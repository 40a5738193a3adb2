import { ActionIcon, Button } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { addDays } from '@smooth/engine/date.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import classes from './agenda.module.css';

interface DayNav {
  day: string;
  today: string;
  onChange: (day: string) => void;
}

/** Switches the day: arrows, the word Today, or a date. Keys: left, right and T. */
export function DayNav({ day, today, onChange }: DayNav) {
  const { text } = useSpeech('scheduling');
  const format = useFormat();
  useHotkeys([
    ['ArrowLeft', () => onChange(addDays(day, -1))],
    ['ArrowRight', () => onChange(addDays(day, 1))],
    ['t', () => onChange(today)],
  ]);
  return (
    <div className={classes.nav}>
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={text('day_before')}
        onClick={() => onChange(addDays(day, -1))}
      >
        <IconChevronLeft />
      </ActionIcon>
      <DatePickerInput
        aria-label={text('day_is', { day: format.day(day) })}
        value={day}
        onChange={(chosen) => chosen && onChange(chosen)}
        valueFormatter={({ date }) => (typeof date === 'string' ? format.day(date) : '')}
        popoverProps={{ position: 'bottom-start' }}
        className={classes.date}
      />
      <ActionIcon
        variant="default"
        size="input-sm"
        aria-label={text('day_after')}
        onClick={() => onChange(addDays(day, 1))}
      >
        <IconChevronRight />
      </ActionIcon>
      <Button variant="default" disabled={day === today} onClick={() => onChange(today)}>
        {text('today')}
      </Button>
    </div>
  );
}
