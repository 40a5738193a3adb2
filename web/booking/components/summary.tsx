import { usePage } from '../page-context.ts';
import type { StepProps } from './time-step.tsx';
import { When } from './when.tsx';

/** What is about to be booked; stays in sight while the form scrolls. */
export function Summary({ business, service, draft, back }: Omit<StepProps, 'dispatch' | 'holding'>) {
  const { speech, format } = usePage();
  if (!draft.start) return null;
  const end = new Date(Date.parse(draft.start) + service.duration_minutes * 60_000).toISOString();
  const resource = service.resources.find(({ id }) => id === draft.resource_id);
  const total = { ...service.price, amount_minor: service.price.amount_minor * draft.party_size };
  const parts = [
    resource ? `${speech.text('with')} ${resource.name}` : '',
    draft.party_size > 1 ? speech.count('places', draft.party_size) : '',
    total.amount_minor > 0 ? format.money(total) : '',
  ];
  return (
    <section className="summary" aria-label={speech.text('your_appointment')}>
      <div className="summary-head">
        <p>
          <strong>{service.name}</strong> <span className="quiet">{parts.filter(Boolean).join(' · ')}</span>
        </p>
        <button type="button" className="link" onClick={back}>
          {speech.text('change_time')}
        </button>
      </div>
      <p className="summary-when">
        <When start={draft.start} end={end} placeZone={business.time_zone} zone={draft.zone} />
      </p>
    </section>
  );
}
