import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconUsersGroup } from '@tabler/icons-react';
import { addDays } from '@smooth/engine/date.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import { Fragment } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { type AgendaEntry, nowIndex } from '../agenda.ts';
import { AgendaRow } from './agenda-row.tsx';
import classes from './agenda.module.css';

interface AgendaList {
  entries: AgendaEntry[];
  day: string;
  now: number;
  open: string | undefined;
  onOpen: (id: string) => void;
  onOpenClass: (id: string) => void;
}

export function AgendaList({ entries, day, now, open, onOpen, onOpenClass }: AgendaList) {
  const { text } = useSpeech('scheduling');
  const { zone } = useFormat();
  const bounds = { start: startOfDay(zone, day), end: startOfDay(zone, addDays(day, 1)) };
  const line = nowIndex(entries, now, bounds);
  const row = (appointment: Appointment, inClass = false) => (
    <AgendaRow
      key={appointment.id}
      appointment={appointment}
      inClass={inClass}
      now={now}
      isOpen={appointment.id === open}
      onOpen={() => onOpen(appointment.id)}
    />
  );
  return (
    <ol className={classes.list} aria-label={text('day_appointments')}>
      {entries.map((entry, index) => (
        <Fragment key={entry.kind === 'class' ? entry.session.id : entry.appointment.id}>
          {line === index ? <NowLine now={now} /> : null}
          {entry.kind === 'class' ? (
            <li className={classes.class}>
              <ClassHead entry={entry} onOpen={() => onOpenClass(entry.session.id)} />
              <ol>{entry.parties.map((party) => row(party, true))}</ol>
            </li>
          ) : (
            row(entry.appointment)
          )}
        </Fragment>
      ))}
      {line === entries.length ? <NowLine now={now} /> : null}
    </ol>
  );
}

function NowLine({ now }: { now: number }) {
  const { text } = useSpeech('scheduling');
  const { time } = useFormat();
  return (
    <li className={classes.now} aria-label={text('now')}>
      <span>{time(new Date(now).toISOString())}</span>
    </li>
  );
}

interface ClassHead {
  entry: Extract<AgendaEntry, { kind: 'class' }>;
  onOpen: () => void;
}

function ClassHead({ entry: { session, parties }, onOpen }: ClassHead) {
  const { text } = useSpeech('scheduling');
  const { time } = useFormat();
  const seats = { taken: session.seats_taken, seats: session.seats };
  const free = session.seats - session.seats_taken;
  return (
    <div className={classes.classHead}>
      <span className={classes.time}>
        {time(session.start)}
        <span>{time(session.end)}</span>
      </span>
      <span className={classes.strip} style={{ background: session.service.color }} />
      <span className={classes.what}>
        <button type="button" className={classes.open} onClick={onOpen}>
          {session.service.name}
        </button>
        <span>{session.resources.map(({ name }) => name).join(', ')}</span>
      </span>
      <span className={classes.seats}>
        <IconUsersGroup aria-hidden />
        {free > 0 ? text('seats_taken_free', { ...seats, free }) : text('seats_taken', seats)}
        {parties.length === 0 ? `. ${text('nobody_booked')}` : ''}
      </span>
    </div>
  );
}
