import { Button, SegmentedControl, Select, TextInput } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import type { Weekday } from '@smooth/engine/types.ts';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { DateField } from '../../app/date-field.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Buttons, Fields } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useCreateBlock } from '../api/blocks.ts';
import { daySpan, spanBounds, spanProblem } from '../span.ts';
import { weekdays } from '../week.ts';
import classes from './rows.module.css';
import { SpanFields } from './span-fields.tsx';
import { Notice } from '../../ui/notice.tsx';

interface TimeOffForm {
  resourceId: string;
  onClose: () => void;
  onDone: (affected: Appointment[]) => void;
}

interface Weekly {
  weekday: Weekday;
  start: string;
  end: string;
  from_on: string | null;
  until_on: string | null;
}

export function TimeOffForm({ resourceId, onClose, onDone }: TimeOffForm) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const { zone } = useFormat();
  const today = useToday();
  const [way, setWay] = useState<'once' | 'weekly'>('once');
  const [span, setSpan] = useState(() => daySpan(today));
  const [weekly, setWeekly] = useState<Weekly>({
    weekday: 1,
    start: '12:00',
    end: '13:00',
    from_on: null,
    until_on: null,
  });
  const [reason, setReason] = useState('');
  const create = useCreateBlock();
  const problem = way === 'once' ? spanProblem(span, speech) : weekly.start && weekly.end ? null : text('both_times');
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const when = way === 'weekly' ? { recurring: weekly } : spanBounds(span, zone);
    if (!when || problem) return;
    create.mutate(
      { resource_id: resourceId, ...when, reason: reason.trim() || null },
      {
        onSuccess: ({ affected }) => {
          tell(text('time_off_added'));
          onDone(affected);
        },
      },
    );
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <SegmentedControl
        aria-label={text('how_often')}
        data={[
          { value: 'once', label: text('once') },
          { value: 'weekly', label: text('every_week') },
        ]}
        value={way}
        onChange={(chosen) => setWay(chosen)}
      />
      {way === 'once' ? (
        <SpanFields value={span} error={problem} onChange={setSpan} />
      ) : (
        <WeeklyFields value={weekly} onChange={setWeekly} />
      )}
      <TextInput
        label={text('reason')}
        placeholder={text('reason_example')}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      {create.error ? (
        <Notice tone="red" title={isRefusal(create.error) ? create.error.problem.title : text('not_done')}>
          {create.error.message}
        </Notice>
      ) : null}
      <Buttons>
        <Button type="submit" size="xs" loading={create.isPending}>
          {text('add_time_off')}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {text('discard')}
        </Button>
      </Buttons>
    </form>
  );
}

function WeeklyFields({ value, onChange }: { value: Weekly; onChange: (value: Weekly) => void }) {
  const { text } = useSpeech('scheduling');
  const { locale } = useFormat();
  const name = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return (
    <>
      <Fields>
        <Select
          label={text('day')}
          allowDeselect={false}
          data={weekdays.map((day) => ({ value: String(day), label: name.format(Date.UTC(2024, 0, day)) }))}
          value={String(value.weekday)}
          onChange={(day) => onChange({ ...value, weekday: Number(day) as Weekday })}
        />
        <TextInput
          label={text('from')}
          type="time"
          value={value.start}
          onChange={({ currentTarget }) => onChange({ ...value, start: currentTarget.value })}
        />
        <TextInput
          label={text('until')}
          type="time"
          value={value.end}
          onChange={({ currentTarget }) => onChange({ ...value, end: currentTarget.value })}
        />
      </Fields>
      <Fields>
        <DateField
          label={text('first_time_on')}
          description={text('first_time_about')}
          value={value.from_on}
          onChange={(on) => onChange({ ...value, from_on: on })}
        />
        <DateField
          label={text('last_time_on')}
          description={text('last_time_about')}
          value={value.until_on}
          onChange={(on) => onChange({ ...value, until_on: on })}
        />
      </Fields>
    </>
  );
}
