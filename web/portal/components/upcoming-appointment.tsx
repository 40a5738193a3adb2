import { Button } from '@mantine/core';
import { managedCalendar } from '@smooth/contract/booking/booking.ts';
import { IconCalendarDown, IconClockEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { address } from '../../app/client.ts';
import { useFormat } from '../../app/format-context.tsx';
import { StatusMark } from '../../scheduling/components/status-mark.tsx';
import { Buttons } from '../../ui/page.tsx';
import type { OwnAppointment } from '../api.ts';
import { CancelOwn } from './cancel-own.tsx';
import { MoveOwn } from './move-own.tsx';
import classes from './portal.module.css';

/** One appointment with what can be done about it now, or until when it could. */
export function UpcomingAppointment({ appointment }: { appointment: OwnAppointment }) {
  const format = useFormat();
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const { can, manage_token } = appointment;
  const close = () => setOpen(null);
  const when = format.dateTimeRange(appointment.start, appointment.end);
  return (
    <article className={classes.card} aria-label={`${appointment.service.name}, ${when}`}>
      <div className={classes.what}>
        <h2 className={classes.when}>{when}</h2>
        <StatusMark status={appointment.status} />
        <p>{withWhom(appointment)}</p>
        {appointment.location?.address ? <p className="soft">{appointment.location.address}</p> : null}
      </div>
      <Buttons>
        {can.reschedule ? (
          <Button variant="default" leftSection={<IconClockEdit size="1.2em" />} onClick={() => setOpen('move')}>
            Reschedule
          </Button>
        ) : null}
        <Button
          component="a"
          variant="default"
          href={address(managedCalendar.path, { manage_token })}
          download
          leftSection={<IconCalendarDown size="1.2em" />}
        >
          Add to calendar
        </Button>
        {can.cancel ? (
          <Button variant="subtle" color="red" onClick={() => setOpen('cancel')}>
            Cancel appointment
          </Button>
        ) : null}
      </Buttons>
      <Policy appointment={appointment} />
      {open === 'move' ? <MoveOwn appointment={appointment} onClose={close} /> : null}
      {open === 'cancel' ? <CancelOwn appointment={appointment} onClose={close} /> : null}
    </article>
  );
}

export function withWhom({ service, resources, party_size }: OwnAppointment): string {
  const names = resources.map(({ name }) => name).join(', ');
  const party = party_size > 1 ? `, ${party_size} people` : '';
  return `${service.name}${names ? ` with ${names}` : ''}${party}`;
}

/** Why a button is not there, and whom to ask. */
function Policy({ appointment: { can, business, cancel_until, status } }: { appointment: OwnAppointment }) {
  const format = useFormat();
  if (status === 'pending_approval')
    return <p className="caption">{business.name} has not confirmed this yet. You get an e-mail when they do.</p>;
  if (can.cancel) return <p className="caption">You can cancel until {format.dateTime(cancel_until)}.</p>;
  const phone = business.phone ? `: ${business.phone}` : '';
  return (
    <p className="caption">
      It is too late to cancel online. Call {business.name} if you cannot come{phone}.
    </p>
  );
}
