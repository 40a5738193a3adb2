import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { Stack } from '../../ui/page.tsx';
import type { Picked, TimeQuestion } from '../picked.ts';
import { AnyTime } from './any-time.tsx';
import { FreeTimes } from './free-times.tsx';

interface TimePicker {
  question: TimeQuestion;
  firstDay: string;
  error?: string | undefined;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
}

/** A time from what is really free, or any other one with the reasons that speak against it. */
export function TimePicker({ question, firstDay, error, value, onChange }: TimePicker) {
  const { text } = useSpeech('scheduling');
  const [way, setWay] = useState<'free' | 'any'>('free');
  const [day, setDay] = useState(firstDay);
  return (
    <Stack>
      <SegmentedControl
        aria-label={text('which_times')}
        fullWidth
        data={[
          { value: 'free', label: text('free_times') },
          { value: 'any', label: text('another_time') },
        ]}
        value={way}
        onChange={(chosen) => {
          setWay(chosen);
          onChange(null);
        }}
      />
      {way === 'free' ? (
        <FreeTimes question={question} day={day} onDay={setDay} value={value} onChange={onChange} />
      ) : (
        <AnyTime question={question} day={day} onDay={setDay} value={value} onChange={onChange} />
      )}
      {error ? <p role="alert">{error}</p> : null}
    </Stack>
  );
}
