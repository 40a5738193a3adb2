import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat } from '../../app/format-context.tsx';
import { Ask } from '../../ui/ask.tsx';
import { tell } from '../../ui/tell.tsx';
import { type OwnAppointment, useCancelOwn } from '../api.ts';

export function CancelOwn({ appointment, onClose }: { appointment: OwnAppointment; onClose: () => void }) {
  const { text } = useSpeech('portal');
  const format = useFormat();
  const cancel = useCancelOwn(appointment.manage_token);
  return (
    <Ask
      title={text('cancel_title', { service: appointment.service.name })}
      verb={text('cancel_appointment')}
      isPending={cancel.isPending}
      error={cancel.error}
      onClose={onClose}
      onConfirm={() =>
        cancel.mutate(undefined, {
          onSuccess: () => {
            tell(text('cancelled', { service: appointment.service.name }));
            onClose();
          },
        })
      }
    >
      {text('cancel_text', { time: format.dateTime(appointment.start) })}
    </Ask>
  );
}
