import { Button, Modal, Textarea } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
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
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const [reason, setReason] = useState('');
  const format = useFormat();
  const run = useVerb();
  const { title, consequence } = questionOf({ verb, appointment, format, speech });
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    run.mutate(
      { verb, appointment, reason: reason.trim() },
      {
        onSuccess: () => {
          tell(text(verbs[verb].done, { name: whoseName(appointment, speech) }));
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
            label={text('reason')}
            description={text('reason_kept')}
            data-autofocus
            autosize
            minRows={2}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {run.error ? (
            <Notice tone="red" title={isRefusal(run.error) ? run.error.problem.title : text('not_done')}>
              {run.error.message}
            </Notice>
          ) : null}
          <Buttons>
            <Button type="submit" color={verb === 'mark_no_show' ? undefined : 'red'} loading={run.isPending}>
              {text(verbs[verb].label)}
            </Button>
            <Button variant="default" onClick={onClose}>
              {text('keep_it')}
            </Button>
          </Buttons>
        </Stack>
      </form>
    </Modal>
  );
}

interface Question {
  verb: Verb;
  appointment: Appointment;
  format: Format;
  speech: SpeechOf<'scheduling'>;
}

function questionOf({ verb, appointment, format, speech }: Question) {
  const { text } = speech;
  const { service, customer, start } = appointment;
  const name = whoseName(appointment, speech);
  const what = text('what_for_whom', { service: service.name, name, when: format.dateTime(start) });
  const mail = customer?.email ? ` ${text('gets_mail', { name: customer.name })}` : '';
  if (verb === 'decline') return { title: text('decline_title'), consequence: text('decline_text', { what }) + mail };
  if (verb === 'cancel') return { title: text('cancel_title'), consequence: text('cancel_text', { what }) + mail };
  return { title: text('no_show_title'), consequence: text('no_show_text', { what }) };
}
