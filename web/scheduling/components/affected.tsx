import { Alert } from '@mantine/core';
import type { Appointment } from '@smooth/contract/scheduling/appointments.ts';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { AppointmentLinks } from './appointment-links.tsx';

/** Closing or time off deletes nothing: what lies inside is listed, to be moved or cancelled one by one. */
export function Affected({ appointments }: { appointments: Appointment[] }) {
  if (appointments.length === 0) {
    return (
      <Alert color="green" icon={<IconCircleCheck />}>
        No appointments lie inside.
      </Alert>
    );
  }
  const count =
    appointments.length === 1 ? '1 appointment lies inside' : `${appointments.length} appointments lie inside`;
  return (
    <>
      <Alert color="yellow" icon={<IconAlertTriangle />} title={count}>
        They stay as they are. Open each to reschedule or cancel it; the customer is told then.
      </Alert>
      <AppointmentLinks title="Affected appointments" appointments={appointments} withCustomer />
    </>
  );
}
