import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { AppointmentLinks } from './appointment-links.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Closing or time off deletes nothing: what lies inside is listed, to be moved or cancelled one by one. */
export function Affected({ appointments }: { appointments: Appointment[] }) {
  if (appointments.length === 0) {
    return <Notice tone="green">No appointments lie inside.</Notice>;
  }
  const count =
    appointments.length === 1 ? '1 appointment lies inside' : `${appointments.length} appointments lie inside`;
  return (
    <>
      <Notice tone="amber" title={count}>
        They stay as they are. Open each to reschedule or cancel it; the customer is told then.
      </Notice>
      <AppointmentLinks title="Affected appointments" appointments={appointments} withCustomer />
    </>
  );
}
