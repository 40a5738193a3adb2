import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import {
  IconAlarmOff,
  IconCalendarCheck,
  IconCircleCheck,
  IconCreditCard,
  IconHourglass,
  IconThumbDown,
  IconUserCheck,
  IconUserX,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { Mark, type Tone } from '../../ui/mark.tsx';

export const statusWords: Record<AppointmentStatus, { word: string; tone: Tone; icon: TablerIcon }> = {
  pending_payment: { word: 'Waiting for payment', tone: 'amber', icon: IconCreditCard },
  pending_approval: { word: 'Waiting for approval', tone: 'amber', icon: IconHourglass },
  confirmed: { word: 'Confirmed', tone: 'blue', icon: IconCalendarCheck },
  checked_in: { word: 'Checked in', tone: 'green', icon: IconUserCheck },
  completed: { word: 'Completed', tone: 'green', icon: IconCircleCheck },
  expired: { word: 'Expired', tone: 'quiet', icon: IconAlarmOff },
  declined: { word: 'Declined', tone: 'red', icon: IconThumbDown },
  cancelled: { word: 'Cancelled', tone: 'quiet', icon: IconX },
  no_show: { word: 'No-show', tone: 'red', icon: IconUserX },
};

export function StatusMark({ status }: { status: AppointmentStatus }) {
  const { word, tone, icon } = statusWords[status];
  return (
    <Mark tone={tone} icon={icon}>
      {word}
    </Mark>
  );
}
