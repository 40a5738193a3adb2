import { Button, TextInput } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
import type { Format } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useReschedule } from '../api/appointments.ts';
import { BookingRefusal } from './booking-refusal.tsx';
import { noOverlap, Overlap, overlapBody } from './overlap.tsx';
import { ResourceChoice } from './resource-choice.tsx';
import type { Picked } from '../picked.ts';
import { TimePicker } from './time-picker.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Moves an appointment. A refusal keeps what was chosen and offers the nearest times. */
export function Reschedule({ appointment, onDone }: { appointment: Appointment; onDone: () => void }) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const now = format.dateTimeRange(appointment.start, appointment.end);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [resourceId, setResourceId] = useState<string>();
  const [overlap, setOverlap] = useState(noOverlap);
  const [reason, setReason] = useState('');
  const move = useReschedule(appointment.id);
  const question = { serviceId: appointment.service_id, resourceId, ignoreId: appointment.id };
  const pick = (next: Picked | null) => {
    setPicked(next);
    setOverlap(noOverlap);
    move.reset();
  };
  const submit = () =>
    picked &&
    move.mutate(
      {
        revision: appointment.revision,
        start: picked.start,
        ...(resourceId ? { resource_ids: [resourceId] } : {}),
        ...(reason.trim() ? { reason: reason.trim() } : {}),
        ...overlapBody(overlap),
      },
      {
        onSuccess: (moved) => {
          tell(movedWords(moved, format, speech));
          onDone();
        },
      },
    );
  return (
    <Stack>
      <p className="soft">{text('now_at', { service: appointment.service.name, when: now })}</p>
      <ResourceChoice
        serviceId={appointment.service_id}
        placeholder={text('whoever_has_it')}
        value={resourceId}
        onChange={(id) => {
          setResourceId(id);
          pick(null);
        }}
      />
      <TimePicker question={question} firstDay={format.dateOf(appointment.start)} value={picked} onChange={pick} />
      {isRefusal(move.error, 'stale_revision') ? (
        <Notice tone="amber" title={text('stale_title')}>
          {text('moved_meanwhile', { when: now })}
        </Notice>
      ) : (
        <BookingRefusal
          error={move.error}
          question={question}
          start={picked?.start}
          onPick={(start) => pick({ start, isOffered: true })}
        />
      )}
      <Overlap
        question={question}
        picked={picked}
        refused={isRefusal(move.error, 'slot_unavailable', 'closed')}
        value={overlap}
        error={isRefusal(move.error, 'overlap_reason_missing') ? move.error.message : undefined}
        onChange={setOverlap}
      />
      {picked ? (
        <TextInput
          label={text('move_reason')}
          description={text('move_reason_about')}
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      ) : null}
      <Buttons>
        <Button disabled={!picked} loading={move.isPending} onClick={submit}>
          {picked ? text('move_to', { when: format.dateTime(picked.start) }) : text('choose_time')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {text('keep_time')}
        </Button>
      </Buttons>
    </Stack>
  );
}

function movedWords({ start, resources }: Appointment, format: Format, { text }: SpeechOf<'scheduling'>): string {
  const people = resources.map(({ name }) => name).join(', ');
  const when = format.dateTime(start);
  return people ? text('moved_to_with', { when, people }) : text('moved_to', { when });
}
