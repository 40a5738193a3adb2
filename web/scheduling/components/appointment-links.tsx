import { Button } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { whoseName } from '../appointment-verbs.ts';
import classes from './appointment-links.module.css';
import { StatusMark } from './status-mark.tsx';

const few = 8;

interface AppointmentLinks {
  title: string;
  appointments: Appointment[];
  /** Said when there are none. */
  none?: string;
  withCustomer?: boolean;
}

/** A short list of appointments, each with its link. */
export function AppointmentLinks({ title, appointments, none, withCustomer }: AppointmentLinks) {
  const speech = useSpeech('scheduling');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const shown = all ? appointments : appointments.slice(0, few);
  return (
    <section aria-label={title} className={classes.section}>
      <h3>{title}</h3>
      {appointments.length === 0 ? <p className="soft">{none}</p> : null}
      <ul>
        {shown.map((appointment) => (
          <li key={appointment.id}>
            <span>
              <Link to="/appointments/$id" params={{ id: appointment.id }}>
                {format.dateTime(appointment.start)}
              </Link>
              <span className="soft">
                {withCustomer ? `${whoseName(appointment, speech)}, ` : ''}
                {appointment.service.name}
              </span>
            </span>
            <StatusMark status={appointment.status} />
          </li>
        ))}
      </ul>
      {shown.length < appointments.length ? (
        <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {speech.count('show_all', appointments.length)}
        </Button>
      ) : null}
    </section>
  );
}
