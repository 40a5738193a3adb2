import { usePage } from '../page-context.ts';
import { cityOf, showSameClock } from '../zones.ts';

/** When, at the place first; the customer's own clock below where it shows another time. */
export function When(props: { start: string; end: string; placeZone: string; zone: string | null }) {
  const { start, end, placeZone, zone } = props;
  const { speech, format } = usePage();
  const time = format.span(start, end, placeZone);
  if (!zone || showSameClock(start, zone, placeZone)) return <span>{time}</span>;
  return (
    <>
      <span>{speech.text('time_in', { time, zone: cityOf(placeZone) })}</span>
      <span className="when-own">
        {speech.text('time_for_you', { time: format.span(start, end, zone), zone: cityOf(zone) })}
      </span>
    </>
  );
}
