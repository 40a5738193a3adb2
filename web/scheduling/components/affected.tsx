import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useSpeech } from '../../words/use-speech.tsx';
import { AppointmentLinks } from './appointment-links.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Closing or time off deletes nothing: what lies inside is listed, to be moved or cancelled one by one. */
export function Affected({ appointments }: { appointments: Appointment[] }) {
  const { text, count } = useSpeech('scheduling');
  if (appointments.length === 0) {
    return <Notice tone="green">{text('nothing_inside')}</Notice>;
  }
  return (
    <>
      <Notice tone="amber" title={count('lie_inside', appointments.length)}>
        {text('lie_inside_text')}
      </Notice>
      <AppointmentLinks title={text('affected')} appointments={appointments} withCustomer />
    </>
  );
}
