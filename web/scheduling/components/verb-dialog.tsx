import { Button, Modal, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useState } from 'react';
import { useFormat } from '../../app/format-context.tsx';
import type { Format } from '../../app/format.ts';
import { isRefusal } from '../../app/refusal.ts';
import { Buttons, Stack } from '../../ui/page.tsx';
import { tell } from '../../ui/tell.tsx';
import { useVerb } from '../api/appointments.ts';
import { type Verb, verbs, whoseName } from '../appointment-verbs.ts';
import { Notice } from '../../ui/notice.tsx';

interface VerbDialog {
  verb: Verb;
  appointment: Appointment;
  onClose: () => void;
}

/** Asks before a step that is hard to take back: names the thing and the consequence, and takes a reason. */
export function VerbDialog({ verb, appointment, onClose }: VerbDialog) {
  const [reason, setReason] = useState('');
  const format = useFormat();
  const run = useVerb();
  const { title, consequence } = question(verb, appointment, format);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    run.mutate(
      { verb, appointment, reason: reason.trim() },
      {
        onSuccess: () => {
          tell(`${whoseName(appointment)} is ${verbs[verb].done}`);
          onClose();
        },
      },
    );
  };
  return (
    <Modal opened onClose={onClose} title={title} centered>
      <form onSubmit={submit}>
        <Stack>
          <p className="soft">{consequence}</p>
          <Textarea
            label="Reason"
            description="Kept in the history of the appointment"
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {run.error ? (
            <Notice tone="red" title={isRefusal(run.error) ? run.error.problem.title : 'That did not work'}>
              {run.error.message}
            </Notice>
          ) : null}
          <Buttons>
            <Button type="submit" color={verb === 'mark_no_show' ? undefined : 'red'} loading={run.isPending}>
              {verbs[verb].label}
            </Button>
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}

function question(verb: Verb, appointment: Appointment, format: Format) {
  const what = `${appointment.service.name} for ${whoseName(appointment)}, ${format.dateTime(appointment.start)}`;
  const mail = appointment.customer?.email ? ` ${appointment.customer.name} gets an e-mail about it.` : '';
  if (verb === 'decline')
    return { title: 'Decline this request?', consequence: `${what}. The time becomes free.${mail}` };
  if (verb === 'cancel') {
    return { title: 'Cancel this appointment?', consequence: `${what}. The time becomes free at once.${mail}` };
  }
  return { title: 'Mark as no-show?', consequence: `${what}. You can undo this if the customer comes after all.` };
}
