import { useNavigate, useSearch } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { NewAppointment } from '../components/new-appointment.tsx';
import { whoseName } from '../appointment-verbs.ts';

export function NewAppointmentPanel() {
  const speech = useSpeech('scheduling');
  const { text } = speech;
  const format = useFormat();
  const search = useSearch({ from: '/shell/appointments/new' });
  const navigate = useNavigate();
  const today = useToday();
  return (
    <SidePanel title={text('new_appointment')} onClose={() => void navigate({ to: '/appointments', search })}>
      <NewAppointment
        firstDay={search.day ?? today}
        customerId={search.for}
        serviceId={search.of}
        onDone={(made) => {
          tell(
            text('booked_for', {
              service: made.service.name,
              name: whoseName(made, speech),
              when: format.dateTime(made.start),
            }),
          );
          void navigate({ to: '/appointments/$id', params: { id: made.id }, search });
        }}
      />
    </SidePanel>
  );
}
