import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconAlertTriangle, IconNote } from '@tabler/icons-react';
import { useSpeech } from '../../words/use-speech.tsx';
import { ms, relative } from '../../app/format.ts';
import { useFormat } from '../../app/format-context.tsx';
import { Hint } from '../../ui/hint.tsx';
import { whoseName } from '../appointment-verbs.ts';
import classes from './agenda.module.css';
import { QuickVerbs } from './quick-verbs.tsx';
import { StatusMark } from './status-mark.tsx';

interface AgendaRow {
  appointment: Appointment;
  inClass: boolean;
  now: number;
  isOpen: boolean;
  onOpen: () => void;
}

export function AgendaRow({ appointment, inClass, now, isOpen, onOpen }: AgendaRow) {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const soon = ms(appointment.start) > now ? relative(format.locale, appointment.start, now) : null;
  return (
    <li className={classes.row} data-open={isOpen} data-status={appointment.status} data-in-class={inClass}>
      <span className={classes.time}>
        {inClass ? null : (
          <>
            {format.time(appointment.start)}
            <span>{format.time(appointment.end)}</span>
          </>
        )}
      </span>
      <span className={classes.strip} style={{ background: appointment.service.color }} />
      <span className={classes.what}>
        <button type="button" className={classes.open} onClick={onOpen} aria-current={isOpen || undefined}>
          {whoseName(appointment, speech)}
          {appointment.party_size > 1 ? <small> × {appointment.party_size}</small> : null}
        </button>
        <span>
          {inClass ? null : appointment.service.name}
          <Hints appointment={appointment} />
        </span>
      </span>
      <span className={classes.who}>
        {inClass
          ? null
          : appointment.resources.map(({ name }) => name).join(', ') || (
              <span className={classes.lacking}>{text('no_resource')}</span>
            )}
      </span>
      <span className={classes.state}>
        <StatusMark status={appointment.status} />
        {soon && appointment.status === 'confirmed' && !inClass ? (
          <span className={classes.soon} title={format.dateTime(appointment.start)}>
            {soon}
          </span>
        ) : null}
      </span>
      <span className={classes.verbs}>
        <QuickVerbs appointment={appointment} onMore={onOpen} />
      </span>
    </li>
  );
}

function Hints({ appointment }: { appointment: Appointment }) {
  const { text } = useSpeech('scheduling');
  const { notes, is_overlapping, overlap_reason } = appointment;
  return (
    <>
      {notes ? <Hint icon={IconNote} label={text('has_notes')} text={notes} /> : null}
      {is_overlapping ? (
        <Hint
          icon={IconAlertTriangle}
          label={text('overlaps_on_purpose')}
          text={text('overlaps_because', { reason: overlap_reason ?? text('no_reason') })}
        />
      ) : null}
    </>
  );
}
