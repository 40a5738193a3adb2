import { IconHourglass } from '@tabler/icons-react';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { relative } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { allAppointmentsQuery } from '../api/appointments.ts';
import { whoseName } from '../appointment-verbs.ts';
import classes from './agenda.module.css';
import { QuickVerbs } from './quick-verbs.tsx';

const few = 3;

/** Requests that wait for an answer, whatever their day. */
export function WaitingList({ onOpen }: { onOpen: (id: string) => void }) {
  const speech = useSpeech('scheduling');
  const { text, count } = speech;
  const format = useFormat();
  const now = useNow();
  const [since] = useState(() => formatInstant(Math.floor(Date.now() / MINUTE) * MINUTE));
  const { data: waiting = [] } = useQuery(allAppointmentsQuery({ status: 'pending_approval', from: since }));
  const [all, setAll] = useState(false);
  if (waiting.length === 0) return null;
  const shown = all ? waiting : waiting.slice(0, few);
  return (
    <section className={classes.waiting} aria-label={text('status_pending_approval')}>
      <h2>
        <IconHourglass aria-hidden />
        {count('waiting_title', waiting.length)}
      </h2>
      <ul>
        {shown.map((appointment) => (
          <li key={appointment.id}>
            <span className={classes.what}>
              <button type="button" className={classes.open} onClick={() => onOpen(appointment.id)}>
                {whoseName(appointment, speech)}
              </button>
              <span>
                {appointment.service.name}, {format.dateTime(appointment.start)}
              </span>
            </span>
            {appointment.expires_at ? (
              <span className={classes.soon} title={format.dateTime(appointment.expires_at)}>
                {text('lapses', {
                  when: relative(format.locale, appointment.expires_at, now) ?? format.dateTime(appointment.expires_at),
                })}
              </span>
            ) : null}
            <span className={classes.verbs}>
              <QuickVerbs appointment={appointment} shown={2} />
            </span>
          </li>
        ))}
      </ul>
      {shown.length < waiting.length ? (
        <button type="button" className={classes.rest} onClick={() => setAll(true)}>
          {count('show_more', waiting.length - shown.length)}
        </button>
      ) : null}
    </section>
  );
}
