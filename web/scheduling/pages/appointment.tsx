import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { AppointmentPanel } from '../components/appointment-panel.tsx';

/** The panel beside the list, at an address of its own. */
export function AppointmentRoutePanel() {
  const { id } = useParams({ from: '/shell/appointments/$id' });
  const search = useSearch({ from: '/shell/appointments' });
  const navigate = useNavigate();
  return <AppointmentPanel id={id} onClose={() => void navigate({ to: '/appointments', search })} />;
}
