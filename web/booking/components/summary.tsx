import { useEffect, useRef } from 'react';
import { usePage } from '../page-context.ts';
import type { StepProps } from './time-step.tsx';
import { When } from './when.tsx';

/** What is about to be booked; stays in sight while the form scrolls, and takes the focus when the time changes. */
export function Summary({ business, service, draft, back }: Omit<StepProps, 'dispatch' | 'holding'>) {
  const { speech, format, announce } = usePage();
  const box = useRef<HTMLElement>(null);
  const shown = useRef(draft.start);
  const time = draft.start ? format.moment(draft.start, business.time_zone) : '';
  useEffect(() => {
    if (shown.current === draft.start) return;
    shown.current = draft.start;
    announce(speech.text('new_time_kept', { time }));
    box.current?.focus();
  }, [draft.start, time, announce, speech]);
  if (!draft.start) return null;
  const end = draft.kept?.end ?? new Date(Date.parse(draft.start) + service.duration_minutes * 60_000).toISOString();
  const resource = service.resources.find(({ id }) => id === draft.resource_id);
  const total = draft.kept?.price ?? {
    ...service.price,
    amount_minor: service.price.amount_minor * draft.party_size,
  };
  const parts = [
    resource ? `${speech.text('with')} ${resource.name}` : '',
    draft.party_size > 1 ? speech.count('places', draft.party_size) : '',
    total.amount_minor > 0 ? format.money(total) : '',
  ];
  return (
    <section ref={box} tabIndex={-1} className="summary" aria-label={speech.text('your_appointment')}>
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
