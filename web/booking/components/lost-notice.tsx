import type { BookingBusiness } from '@smooth/contract/booking/booking.ts';
import { usePage } from '../page-context.ts';
import type { Holding, Lost } from '../use-hold.ts';
import { showSameClock } from '../zones.ts';
import { Notice } from './notice.tsx';

/** Somebody was faster: says so, keeps everything, offers the closest times. */
export function LostNotice(props: {
  lost: Lost;
  holding: Pick<Holding, 'choose' | 'pending'>;
  business: Pick<BookingBusiness, 'time_zone'>;
  zone: string;
  keepsInput?: boolean;
  onOther?: () => void;
}) {
  const { lost, holding, business, zone, keepsInput = false, onOther } = props;
  const { speech, format } = usePage();
  const { alternatives } = lost;
  const found = keepsInput ? speech.text('lost_kept') : speech.text('lost_closest');
  return (
    <Notice kind="waiting" title={speech.text('lost_title')} takesFocus>
      <p>{alternatives.length > 0 ? found : speech.text('lost_none')}</p>
      <div className="notice-actions">
        {alternatives.map((start) => (
          <button
            key={start}
            type="button"
            className="button"
            aria-busy={holding.pending === start}
            onClick={() => holding.choose(start)}
          >
            {format.moment(start, business.time_zone)}
            {showSameClock(start, zone, business.time_zone) ? null : (
              <span className="time-small">{format.moment(start, zone)}</span>
            )}
          </button>
        ))}
        {onOther ? (
          <button type="button" className="link" onClick={onOther}>
            {speech.text('other_time')}
          </button>
        ) : null}
      </div>
    </Notice>
  );
}
