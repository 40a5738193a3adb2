import { useId, useMemo, useState } from 'react';
import { usePage } from '../page-context.ts';
import { cityOf, ownZone, showSameClock, zonesByRegion } from '../zones.ts';
import { GlobeIcon } from './icons.tsx';

/** In which zone the times are, the place's beside it where the clocks differ, and a way to change it. */
export function ZoneLine(props: {
  zone: string;
  place: { zone: string; name: string };
  /** An instant on view; offsets change over the year. */
  at: string;
  onZone: (zone: string) => void;
}) {
  const { zone, place, at, onZone } = props;
  const { speech, format } = usePage();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className="zone-line">
      <p>
        <GlobeIcon />
        <span>
          {speech.text('zone_shown', { zone: cityOf(zone), offset: format.offset(at, zone) })}{' '}
          {showSameClock(at, zone, place.zone) ? null : (
            <>{speech.text('zone_of_place', { business: place.name, zone: cityOf(place.zone) })} </>
          )}
          <button type="button" className="link" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {speech.text('zone_change')}
          </button>
        </span>
      </p>
      {isOpen ? <ZoneChoice {...{ zone, place, at, onZone }} /> : null}
    </div>
  );
}

function ZoneChoice({ zone, place, at, onZone }: Parameters<typeof ZoneLine>[0]) {
  const { speech, format } = usePage();
  const id = useId();
  const regions = useMemo(() => zonesByRegion(), []);
  const own = ownZone();
  return (
    <div className="field">
      <label htmlFor={id}>{speech.text('zone_label')}</label>
      <select id={id} value={zone} onChange={(event) => onZone(event.target.value)}>
        <optgroup label={speech.text('zone_suggested')}>
          <option value={own}>{speech.text('zone_yours', { zone: cityOf(own) })}</option>
          {place.zone === own ? null : (
            <option value={place.zone}>
              {speech.text('zone_theirs', { zone: cityOf(place.zone), business: place.name })}
            </option>
          )}
        </optgroup>
        {regions.map(([region, zones]) => (
          <optgroup key={region} label={region}>
            {zones
              .filter((other) => other !== own && other !== place.zone)
              .map((other) => (
                <option key={other} value={other}>
                  {cityOf(other)} ({format.offset(at, other)})
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}
