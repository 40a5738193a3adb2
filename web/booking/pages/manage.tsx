import type { BookedAppointment } from '@smooth/contract/booking/booking.ts';
import { useEffect, useState } from 'react';
import { linkTo } from '../address.ts';
import { CancelPanel } from '../components/cancel-panel.tsx';
import { Facts } from '../components/facts.tsx';
import { CalendarIcon } from '../components/icons.tsx';
import { MovePanel } from '../components/move-panel.tsx';
import { Notice } from '../components/notice.tsx';
import { StatusMark } from '../components/status-mark.tsx';
import { StepHeading } from '../components/step-heading.tsx';
import type { ManageProps } from '../managed.ts';
import { usePage } from '../page-context.ts';
import { endOf, policyOf } from '../policy.ts';
import { useView } from '../use-view.ts';

/** The page behind the manage link: the facts, another time, cancelling. */
export function ManagePage(props: ManageProps) {
  const { appointment, onChanged } = props;
  const { speech, announce } = usePage();
  const { view, open, close } = useView();
  const [said, setSaid] = useState<string | null>(null);
  const title = `${speech.text('manage_title')} – ${appointment.business.name}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  const change = (changed: BookedAppointment, sentence: string) => {
    onChanged(changed);
    setSaid(sentence);
    announce(sentence);
    close();
  };
  if (view === 'move' && appointment.can.reschedule) return <MovePanel {...props} onMoved={change} back={close} />;
  if (view === 'cancel' && appointment.can.cancel) return <CancelPanel {...props} onCancelled={change} back={close} />;
  return (
    <>
      <StepHeading title={speech.text('manage_title')} />
      {said ? (
        <Notice kind="done">
          <p>{said}</p>
        </Notice>
      ) : null}
      <div className="card">
        <StatusMark status={appointment.status} />
        <Facts appointment={appointment} />
      </div>
      <Standing {...props} open={open} />
    </>
  );
}

/** What can be done now, or why nothing can. */
function Standing({ token, appointment, open }: ManageProps & { open: (view: 'move' | 'cancel') => void }) {
  const { api, speech, format } = usePage();
  const { business, can, service, status } = appointment;
  const [now] = useState(() => new Date());
  const ended = endOf(appointment, now);
  if (ended)
    return (
      <>
        <p className="standing">{speech.text(ended, { business: business.name })}</p>
        <div className="actions">
          <a className="button button-main" href={linkTo('/book', location.search, { service: service.id })}>
            {speech.text('book_again')}
          </a>
        </div>
      </>
    );
  if (status === 'checked_in') return <p className="standing">{speech.text('under_way')}</p>;
  return (
    <>
      <div className="actions">
        {can.reschedule ? (
          <button type="button" className="button" onClick={() => open('move')}>
            {speech.text('move')}
          </button>
        ) : null}
        <a className="button" href={api.calendarPath(token)} download>
          <CalendarIcon />
          {speech.text('add_to_calendar')}
        </a>
        {can.cancel ? (
          <button type="button" className="button button-danger" onClick={() => open('cancel')}>
            {speech.text('cancel')}
          </button>
        ) : null}
      </div>
      <p className="standing quiet small">
        {status === 'pending_approval' ? `${speech.text('pending_note', { business: business.name })} ` : ''}
        {policyOf(appointment, { speech, format }).join(' ')}
      </p>
    </>
  );
}
