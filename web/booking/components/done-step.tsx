import { linkTo } from '../address.ts';
import type { Booked } from '../draft.ts';
import { usePage } from '../page-context.ts';
import { Facts } from './facts.tsx';
import { CalendarIcon, ClockIcon, TickIcon } from './icons.tsx';
import { StepHeading } from './step-heading.tsx';

/** Booked, or asked for where the business still has to say yes. */
export function DoneStep({ booked, zone, onAnother }: { booked: Booked; zone: string; onAnother: () => void }) {
  const { address, api, speech } = usePage();
  const { appointment, manage_token } = booked;
  const { business, customer, status } = appointment;
  const isWaiting = status === 'pending_approval' || status === 'pending_payment';
  const email = customer.email ?? '';
  return (
    <div className="done">
      <span className={`done-mark${isWaiting ? ' done-waiting' : ''}`}>{isWaiting ? <ClockIcon /> : <TickIcon />}</span>
      <StepHeading title={speech.text(isWaiting ? 'requested_title' : 'booked_title')} />
      <p className="done-text">
        {isWaiting
          ? speech.text('requested_text', { business: business.name, email })
          : speech.text('booked_text', { email })}
      </p>
      <div className="card">
        <Facts appointment={appointment} zone={zone} />
      </div>
      <div className="actions">
        <a className="button" href={api.calendarPath(manage_token)} download>
          <CalendarIcon />
          {speech.text('add_to_calendar')}
        </a>
        <a
          className="button"
          href={linkTo(`/manage/${manage_token}`, location.search, { embed: null })}
          target={address.isEmbedded ? '_blank' : undefined}
          rel="noreferrer"
        >
          {speech.text('change_or_cancel')}
        </a>
      </div>
      <button type="button" className="link" onClick={onAnother}>
        {speech.text('book_another')}
      </button>
    </div>
  );
}
