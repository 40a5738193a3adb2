import { useNavigate, useSearch } from '@tanstack/react-router';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { tell } from '../../ui/tell.tsx';
import { NewAppointment } from '../components/new-appointment.tsx';
import { whoseName } from '../appointment-verbs.ts';

export function NewAppointmentPanel() {
  const format = useFormat();
  const search = useSearch({ from: '/shell/appointments/new' });
  const navigate = useNavigate();
  const today = useToday();
  return (
    <SidePanel title="New appointment" onClose={() => void navigate({ to: '/appointments', search })}>
      <NewAppointment
        firstDay={search.day ?? today}
        customerId={search.for}
        serviceId={search.of}
        onDone={(made) => {
          tell(`${made.service.name} for ${whoseName(made)} booked for ${format.dateTime(made.start)}`);
          void navigate({ to: '/appointments/$id', params: { id: made.id }, search });
        }}
      />
    </SidePanel>
  );
}
