import type { AppointmentRow } from '../queries/appointments.ts';

/** What is to be paid on site follows the price; what was paid stays as it was recorded. */
export function owedAfter(
  status: AppointmentRow['payment_status'],
  priceMinor: number,
): AppointmentRow['payment_status'] {
  if (status === 'paid' || status === 'refunded') return status;
  return priceMinor > 0 ? 'on_site' : 'none';
}

interface Priced {
  before: Pick<AppointmentRow, 'price_minor' | 'party_size'>;
  /** Of one person: what the service asked for with the old resources, and what it asks for with the new ones. */
  was: number;
  is: number;
}

/** A price that was the usual one becomes the usual one of whoever does it now; any other one was agreed, and stays. */
export const priceAfterMove = ({ before, was, is }: Priced): number =>
  before.price_minor === was * before.party_size ? is * before.party_size : before.price_minor;
