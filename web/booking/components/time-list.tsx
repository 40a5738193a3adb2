import type { Offer } from '@smooth/contract/scheduling/availability.ts';
import { byPart, repeatedStarts } from '../offers.ts';
import { usePage } from '../page-context.ts';
import { useAfter } from '../use-after.ts';
import { showSameClock, wallIn } from '../zones.ts';

export interface TimeListProps {
  offers: Offer[];
  zone: string;
  placeZone: string;
  chosen: string | null;
  /** The start that is being held at the moment. */
  pending: string | null;
  onPick: (start: string) => void;
}

/** The times of one day in parts; where the place has another clock, its time stands below in small. */
export function TimeList({ offers, zone, placeZone, chosen, pending, onPick }: TimeListProps) {
  const { speech } = usePage();
  const repeated = repeatedStarts(offers, zone);
  return (
    <>
      {byPart(offers, zone).map(({ part, offers }) => (
        <section key={part}>
          <h3 className="quiet-heading">{speech.text(part)}</h3>
          <ul className="times">
            {offers.map((offer) => (
              <li key={offer.start}>
                <button
                  type="button"
                  className={`time${offer.start === chosen ? ' time-chosen' : ''}`}
                  aria-busy={offer.start === pending}
                  onClick={() => (pending ? undefined : onPick(offer.start))}
                >
                  <TimeLabel {...{ offer, zone, placeZone, isRepeated: repeated.has(offer.start) }} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function TimeLabel(props: { offer: Offer; zone: string; placeZone: string; isRepeated: boolean }) {
  const { offer, zone, placeZone, isRepeated } = props;
  const { speech, format } = usePage();
  const { start, seats_left } = offer;
  const isOtherDay = wallIn(start, zone).date !== wallIn(start, placeZone).date;
  return (
    <>
      <span>{isRepeated ? format.timeWithOffset(start, zone) : format.time(start, zone)}</span>
      {showSameClock(start, zone, placeZone) ? null : (
        <span className="time-small">
          {isOtherDay ? `${format.weekday(start, placeZone)} ` : ''}
          {format.time(start, placeZone)}
        </span>
      )}
      {seats_left === undefined ? null : <span className="time-small">{speech.count('seats_left', seats_left)}</span>}
    </>
  );
}

export function TimesSkeleton() {
  const { speech } = usePage();
  const isSlow = useAfter();
  if (!isSlow) return null;
  return (
    <output className="skeletons" aria-label={speech.text('loading')}>
      <span className="skeleton skeleton-line" />
      <span className="times">
        {Array.from({ length: 9 }, (_, i) => (
          <span key={i} className="skeleton skeleton-time" />
        ))}
      </span>
    </output>
  );
}
