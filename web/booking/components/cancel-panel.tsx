import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { useState } from 'react';
import type { CallFailed } from '../api.ts';
import type { ManageProps } from '../managed.ts';
import { usePage } from '../page-context.ts';
import { asFailure } from '../use-loaded.ts';
import { TextField } from './fields.tsx';
import { FailureNotice } from './notice.tsx';
import { StepHeading } from './step-heading.tsx';

type CancelProps = ManageProps & {
  onCancelled: (appointment: BookedAppointment, sentence: string) => void;
  back: () => void;
};

/** Asks once more, names the appointment and what cancelling means. */
export function CancelPanel(props: CancelProps) {
  const { appointment, back } = props;
  const { speech, format } = usePage();
  const [reason, setReason] = useState('');
  const { isRunning, failure, run } = useCancel(props);
  const { service, start, time_zone, business } = appointment;
  const time = format.moment(start, time_zone);
  return (
    <>
      <StepHeading title={speech.text('cancel_title', { service: service.name, time })} back={back} />
      <p>{speech.text('cancel_consequence')}</p>
      <TextField
        name="reason"
        label={speech.text('cancel_reason')}
        value={reason}
        onValue={setReason}
        lines={3}
        maxLength={500}
        isRequired={false}
        fault={undefined}
      />
      {failure ? <FailureNotice failure={failure} business={business} isManaged /> : null}
      <div className="actions">
        <button
          type="button"
          className="button button-danger-main"
          aria-busy={isRunning}
          onClick={() => run(reason.trim())}
        >
          {isRunning ? speech.text('cancelling') : speech.text('cancel')}
        </button>
        <button type="button" className="button" onClick={back}>
          {speech.text('cancel_keep')}
        </button>
      </div>
    </>
  );
}

function useCancel({ token, onCancelled }: CancelProps) {
  const { api, speech } = usePage();
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<CallFailed | null>(null);
  const cancel = async (reason: string) => {
    setIsRunning(true);
    setFailure(null);
    try {
      onCancelled(await api.cancel(token, reason), speech.text('cancelled_done'));
    } catch (error) {
      setFailure(asFailure(error));
    }
    setIsRunning(false);
  };
  return { isRunning, failure, run: (reason: string) => (isRunning ? undefined : void cancel(reason)) };
}
