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
import { useSpeech } from '../../words/use-speech.tsx';
import { Mark, type Tone } from '../../ui/mark.tsx';

const looks: Record<AppointmentStatus, { tone: Tone; icon: TablerIcon }> = {
  pending_payment: { tone: 'amber', icon: IconCreditCard },
  pending_approval: { tone: 'amber', icon: IconHourglass },
  confirmed: { tone: 'blue', icon: IconCalendarCheck },
  checked_in: { tone: 'green', icon: IconUserCheck },
  completed: { tone: 'green', icon: IconCircleCheck },
  expired: { tone: 'quiet', icon: IconAlarmOff },
  declined: { tone: 'red', icon: IconThumbDown },
  cancelled: { tone: 'quiet', icon: IconX },
  no_show: { tone: 'red', icon: IconUserX },
};

export function StatusMark({ status }: { status: AppointmentStatus }) {
  const { text } = useSpeech('scheduling');
  const { tone, icon } = looks[status];
  return (
    <Mark tone={tone} icon={icon}>
      {text(`status_${status}`)}
    </Mark>
  );
}
