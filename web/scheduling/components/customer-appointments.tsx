import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { useQuery } from '@tanstack/react-query';
import { useSpeech } from '../../words/use-speech.tsx';
import { ms } from '../../app/format.ts';
import { useNow } from '../../app/now.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { RowsSkeleton } from '../../ui/skeletons.tsx';
import { allAppointmentsQuery } from '../api/appointments.ts';
import { AppointmentLinks } from './appointment-links.tsx';

/** What a person has booked: ahead first, then the past, newest first. */
export function CustomerAppointments({ customerId }: { customerId: string }) {
  const { text } = useSpeech('scheduling');
  const appointments = useQuery(allAppointmentsQuery({ customer_id: customerId, order: '-start' }));
  const now = useNow();
  return (
    <Loaded query={appointments} skeleton={<RowsSkeleton rows={3} />}>
      {(found) => {
        const { ahead, past } = parted(found, now);
        return (
          <>
            <AppointmentLinks title={text('ahead')} appointments={ahead} none={text('nothing_booked')} />
            {past.length > 0 ? <AppointmentLinks title={text('before')} appointments={past} /> : null}
          </>
        );
      }}
    </Loaded>
  );
}

const parted = (appointments: Appointment[], now: number) => ({
  ahead: appointments.filter(({ end }) => ms(end) > now).toReversed(),
  past: appointments.filter(({ end }) => ms(end) <= now),
});
