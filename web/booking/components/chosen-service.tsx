import type { BookingService } from '@smooth/contract/booking/booking.ts';
import { figuresOf } from '../figures.ts';
import { usePage } from '../page-context.ts';

/** What is being booked, in one line above the times. */
export function ChosenService(props: { service: BookingService; resourceId: string | null; onChange: () => void }) {
  const { service, resourceId, onChange } = props;
  const { speech, format } = usePage();
  const { duration, price } = figuresOf(service, resourceId, speech, format);
  return (
    <div className="chosen">
      <p>
        <strong>{service.name}</strong> <span className="quiet">{[duration, price].filter(Boolean).join(' · ')}</span>
      </p>
      <button type="button" className="link" onClick={onChange}>
        {speech.text('change_service')}
      </button>
    </div>
  );
}

/** With whom, where the service lets customers choose: chips for a few, a list for many. */
export function ResourceChoice(props: {
  resources: { id: string; name: string }[];
  chosen: string | null;
  onChoose: (id: string | null) => void;
}) {
  const { resources, chosen, onChoose } = props;
  const { speech } = usePage();
  const choices = [{ id: '', name: speech.text('anyone') }, ...resources];
  if (choices.length > 7)
    return (
      <label className="field field-inline">
        <span>{speech.text('with')}</span>
        <select value={chosen ?? ''} onChange={(event) => onChoose(event.target.value || null)}>
          {choices.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <fieldset className="chips">
      <legend>{speech.text('with')}</legend>
      {choices.map(({ id, name }) => (
        <label key={id} className="chip">
          <input type="radio" name="resource" checked={(chosen ?? '') === id} onChange={() => onChoose(id || null)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** For how many, where a class seats more than one. */
export function PartySize({ size, max, onSize }: { size: number; max: number; onSize: (size: number) => void }) {
  const { speech } = usePage();
  return (
    <fieldset className="stepper">
      <legend>{speech.text('party')}</legend>
      <button
        type="button"
        className="icon-button"
        aria-label={speech.text('party_fewer')}
        aria-disabled={size <= 1}
        onClick={() => onSize(Math.max(1, size - 1))}
      >
        <span aria-hidden="true">−</span>
      </button>
      <output>{size}</output>
      <button
        type="button"
        className="icon-button"
        aria-label={speech.text('party_more')}
        aria-disabled={size >= max}
        onClick={() => onSize(Math.min(max, size + 1))}
      >
        <span aria-hidden="true">+</span>
      </button>
    </fieldset>
  );
}
