import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { usePage } from '../page-context.ts';
import { ClockIcon, CrossIcon, TickIcon } from './icons.tsx';

const kinds = {
  pending_payment: 'waiting',
  pending_approval: 'waiting',
  confirmed: 'done',
  checked_in: 'done',
  completed: 'done',
  expired: 'over',
  declined: 'over',
  cancelled: 'over',
  no_show: 'over',
} as const;
const icons = { waiting: ClockIcon, done: TickIcon, over: CrossIcon };

/** The status as a word with an icon; the colour only repeats it. */
export function StatusMark({ status }: Pick<BookedAppointment, 'status'>) {
  const { speech } = usePage();
  const Icon = icons[kinds[status]];
  return (
    <p className={`status status-${kinds[status]}`}>
      <Icon />
      {speech.text(`status_${status}`)}
    </p>
  );
}
