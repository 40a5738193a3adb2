import { Anchor } from '@mantine/core';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { StatusMark } from '../../scheduling/components/status-mark.tsx';
import type { OwnAppointment } from '../api.ts';
import classes from './portal.module.css';
import { withWhom } from './upcoming-appointment.tsx';

export function PastAppointment({ appointment }: { appointment: OwnAppointment }) {
  const format = useFormat();
  const speech = useSpeech('portal');
  const { text } = speech;
  const { service, start, status } = appointment;
  return (
    <li>
      <span>
        <span>{format.dateTime(start)}</span>
        <span className="soft">{withWhom(appointment, speech)}</span>
      </span>
      <span className={classes.end}>
        <StatusMark status={status} />
        <Anchor href={`/book?service=${service.id}`}>
          {text('book_again')}
          <span className="unseen">: {service.name}</span>
        </Anchor>
      </span>
    </li>
  );
}
