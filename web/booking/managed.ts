import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';

/** What the manage page and its panels work on: the appointment of the link, and what to do when it has changed. */
export interface ManageProps {
  token: string;
  appointment: BookedAppointment;
  onChanged: (appointment: BookedAppointment) => void;
}
