import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Fields } from '../../ui/page.tsx';
import { instantAt, wallAt } from '../times.ts';
import { explained, Explanation } from './explanation.tsx';
import type { Picked, TimeQuestion } from '../picked.ts';
import { Notice } from '../../ui/notice.tsx';

interface AnyTime {
  question: TimeQuestion;
  day: string;
  onDay: (day: string) => void;
  value: Picked | null;
  onChange: (picked: Picked | null) => void;
  /** A class is not offered before it is scheduled, so there is nothing to explain. */
  isClass?: boolean;
}

/** Any date and time; says at once what speaks against it. */
export function AnyTime({ question, day, onDay, value, onChange, isClass }: AnyTime) {
  const { text } = useSpeech('scheduling');
  const { zone } = useFormat();
  const [wall, setWall] = useState(value ? wallAt(value.start, zone) : '');
  const start = instantAt(day, wall, zone);
  const pick = (on: string, at: string) => {
    const picked = instantAt(on, at, zone);
    onChange(picked ? { start: picked, isOffered: false } : null);
  };
  return (
    <>
      <Fields>
        <DateField
          label={text('date')}
          value={day}
          onChange={(on) => {
            onDay(on);
            pick(on, wall);
          }}
        />
        <TextInput
          label={text('starts_at')}
          type="time"
          value={wall}
          onChange={({ currentTarget }) => {
            setWall(currentTarget.value);
            pick(day, currentTarget.value);
          }}
        />
      </Fields>
      {start && !isClass ? <Verdict question={question} start={start} /> : null}
    </>
  );
}

function Verdict({ question, start }: { question: TimeQuestion; start: string }) {
  const { text } = useSpeech('scheduling');
  const { data } = useQuery(explained(question, start));
  const { dateTime } = useFormat();
  if (data?.bookable) {
    return <Notice tone="green">{text('is_free', { when: dateTime(start) })}</Notice>;
  }
  return (
    <Notice tone="amber" title={text('in_the_way_of', { when: dateTime(start) })}>
      <Explanation question={question} start={start} />
    </Notice>
  );
}
