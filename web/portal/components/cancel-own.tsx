import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { type OwnAppointment, useCancelOwn } from '../api.ts';

export function CancelOwn({ appointment, onClose }: { appointment: OwnAppointment; onClose: () => void }) {
  const format = useFormat();
  const cancel = useCancelOwn(appointment.manage_token);
  return (
    <Ask
      title={`Cancel ${appointment.service.name}?`}
      verb="Cancel appointment"
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onConfirm={() =>
        cancel.mutate(undefined, {
          onSuccess: () => {
            tell(`Cancelled: ${appointment.service.name}`);
            onClose();
          },
        })
      }
    >
      {format.dateTime(appointment.start)} becomes free for somebody else.
    </Ask>
  );
}
