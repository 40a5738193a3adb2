import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconAlertTriangle, IconNote } from '@tabler/icons-react';
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
          {whoseName(appointment)}
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
              <span className={classes.lacking}>No resource yet</span>
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

const Hints = ({ appointment }: { appointment: Appointment }) => (
  <>
    {appointment.notes ? <Hint icon={IconNote} label="Has notes" text={appointment.notes} /> : null}
    {appointment.is_overlapping ? (
      <Hint
        icon={IconAlertTriangle}
        label="Overlaps on purpose"
        text={`Overlaps on purpose: ${appointment.overlap_reason ?? 'no reason given'}`}
      />
    ) : null}
  </>
);
