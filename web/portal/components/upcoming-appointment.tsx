import { Button } from '@mantine/core';
import { managedCalendar } from '@smooth/contract/booking/booking.ts';
import { IconCalendarDown, IconClockEdit } from '@tabler/icons-react';
import { useState } from 'react';
import { useSpeech, type SpeechOf } from '../../words/use-speech.tsx';
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
  const speech = useSpeech('portal');
  const { text } = speech;
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const { can, manage_token } = appointment;
  const close = () => setOpen(null);
  const when = format.dateTimeRange(appointment.start, appointment.end);
  return (
    <article className={classes.card} aria-label={`${appointment.service.name}, ${when}`}>
      <div className={classes.what}>
        <h2 className={classes.when}>{when}</h2>
        <StatusMark status={appointment.status} />
        <p>{withWhom(appointment, speech)}</p>
        {appointment.location?.address ? <p className="soft">{appointment.location.address}</p> : null}
      </div>
      <Buttons>
        {can.reschedule ? (
          <Button variant="default" leftSection={<IconClockEdit size="1.2em" />} onClick={() => setOpen('move')}>
            {text('reschedule')}
          </Button>
        ) : null}
        <Button
          component="a"
          variant="default"
          href={address(managedCalendar.path, { manage_token })}
          download
          leftSection={<IconCalendarDown size="1.2em" />}
        >
          {text('add_to_calendar')}
        </Button>
        {can.cancel ? (
          <Button variant="subtle" color="red" onClick={() => setOpen('cancel')}>
            {text('cancel_appointment')}
          </Button>
        ) : null}
      </Buttons>
      <Policy appointment={appointment} />
      {open === 'move' ? <MoveOwn appointment={appointment} onClose={close} /> : null}
      {open === 'cancel' ? <CancelOwn appointment={appointment} onClose={close} /> : null}
    </article>
  );
}

export function withWhom({ service, resources, party_size }: OwnAppointment, speech: SpeechOf<'portal'>): string {
  const people = resources.map(({ name }) => name).join(', ');
  const what = people ? speech.text('with_whom', { service: service.name, people }) : service.name;
  return party_size > 1 ? `${what}, ${speech.count('party', party_size)}` : what;
}

/** Why a button is not there, and whom to ask. */
function Policy({ appointment: { can, business, cancel_until, status } }: { appointment: OwnAppointment }) {
  const format = useFormat();
  const { text } = useSpeech('portal');
  if (status === 'pending_approval')
    return <p className="caption">{text('not_confirmed', { business: business.name })}</p>;
  if (can.cancel) return <p className="caption">{text('cancel_until', { time: format.dateTime(cancel_until) })}</p>;
  const { name, phone } = business;
  return (
    <p className="caption">
      {phone ? text('too_late_phone', { business: name, phone }) : text('too_late', { business: name })}
    </p>
  );
}
