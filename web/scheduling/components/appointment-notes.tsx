import { Button, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useChangeNotes } from '../api/appointments.ts';
import { Notice } from '../../ui/notice.tsx';

/** Notes of the team. When somebody else wrote meanwhile, theirs is shown and what was typed stays. */
export function AppointmentNotes({ appointment }: { appointment: Appointment }) {
  const { text } = useSpeech('scheduling');
  const [typed, setTyped] = useState<string | null>(null);
  const [theirs, setTheirs] = useState<string | null>(null);
  const change = useChangeNotes(appointment.id);
  const notes = typed ?? appointment.notes;
  const isChanged = typed !== null && typed !== appointment.notes;
  const forget = () => {
    setTyped(null);
    setTheirs(null);
  };
  const save = () =>
    change.mutate(
      { revision: appointment.revision, notes },
      {
        onSuccess: () => {
          forget();
          tell(text('notes_saved'));
        },
        onError: (error) => {
          if (!isRefusal(error, 'stale_revision')) return;
          setTheirs((error.problem.current as Appointment | undefined)?.notes ?? '');
        },
      },
    );
  return (
    <Stack>
      <Textarea
        label={text('notes')}
        description={text('notes_about')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={5000}
        readOnly={!appointment.can.edit}
        value={notes}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {theirs !== null ? (
        <Notice tone="amber" title={text('stale_title')}>
          {theirs ? text('notes_now', { notes: theirs }) : text('appointment_changed')} {text('notes_kept')}
        </Notice>
      ) : change.error && isChanged ? (
        <Notice tone="red">{change.error.message}</Notice>
      ) : null}
      {isChanged ? (
        <Buttons>
          <Button size="xs" loading={change.isPending} onClick={save}>
            {text('save_notes')}
          </Button>
          <Button size="xs" variant="default" onClick={forget}>
            {text('discard')}
          </Button>
        </Buttons>
      ) : null}
    </Stack>
  );
}
