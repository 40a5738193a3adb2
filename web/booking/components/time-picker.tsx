import { useEffect, useId } from 'react';
import { monthOf } from '../calendar.ts';
import { firstDayAfter } from '../offers.ts';
import { usePage } from '../page-context.ts';
import { type PickerOptions, usePicker } from '../use-picker.ts';
import { DayGrid } from './day-grid.tsx';
import { DownIcon, LeftIcon, RightIcon } from './icons.tsx';
import { FailureNotice } from './notice.tsx';
import { TimeList, TimesSkeleton } from './time-list.tsx';
import { ZoneLine } from './zone-line.tsx';

export interface TimePickerProps extends PickerOptions {
  place: { zone: string; name: string };
  chosen: string | null;
  pending: string | null;
  onZone: (zone: string) => void;
  onPick: (start: string) => void;
}

type Picker = ReturnType<typeof usePicker>;

/** Days and their times: side by side on wide screens, a week above its times on phones. */
export function TimePicker(props: TimePickerProps) {
  const { day, wanted, place, onZone } = props;
  const picker = usePicker(props);
  const offers = day ? (picker.days.get(day) ?? []) : [];
  useAnnouncedDay(day, picker);
  const at = offers[0]?.start ?? `${day ?? picker.cursor}T12:00:00Z`;
  return (
    <div className={`picker${picker.isWide ? ' picker-wide' : ''}`}>
      <Days picker={picker} chosen={day} />
      <div className="picker-times">
        {picker.failure ? (
          <FailureNotice failure={picker.failure} business={null} retry={picker.reload} />
        ) : (
          <Times {...props} picker={picker} />
        )}
        <ZoneLine zone={wanted.time_zone} place={place} at={at} onZone={onZone} />
      </div>
    </div>
  );
}

function Days({ picker, chosen }: { picker: Picker; chosen: string | null }) {
  const { speech, format } = usePage();
  const title = useId();
  const { isMonth, weeks, cursor, today, month } = picker;
  const countOn = (date: string) => (picker.isLoaded(monthOf(date)) ? (picker.days.get(date)?.length ?? 0) : null);
  return (
    <div className="picker-days">
      <Head picker={picker} title={title} />
      <DayGrid
        {...{ weeks, cursor, chosen, today, countOn, labelledBy: title }}
        onCursor={picker.setCursor}
        onChoose={picker.choose}
      />
      {chosen && picker.isViewFull && !picker.isFull(chosen) ? (
        <NothingFree
          picker={picker}
          text={isMonth ? speech.text('month_is_full', { month: format.month(month) }) : ''}
        />
      ) : null}
    </div>
  );
}

/** The month by name, and ways to turn; on phones it opens the whole month. */
function Head({ picker, title }: { picker: Picker; title: string }) {
  const { speech, format } = usePage();
  const { isMonth, isWide, isWhole, month } = picker;
  return (
    <div className="picker-head">
      <button
        type="button"
        className="icon-button"
        disabled={picker.isFirstView}
        aria-label={speech.text(isMonth ? 'previous_month' : 'previous_week')}
        onClick={() => picker.turn(-1)}
      >
        <LeftIcon />
      </button>
      <h2 id={title} className="picker-month">
        {isWide ? (
          format.month(month)
        ) : (
          <button type="button" aria-expanded={isWhole} onClick={() => picker.setIsWhole(!isWhole)}>
            {format.month(month)}
            <DownIcon />
          </button>
        )}
      </h2>
      <button
        type="button"
        className="icon-button"
        aria-label={speech.text(isMonth ? 'next_month' : 'next_week')}
        onClick={() => picker.turn(1)}
      >
        <RightIcon />
      </button>
    </div>
  );
}

function Times(props: TimePickerProps & { picker: Picker }) {
  const { picker, day, wanted, place, chosen, pending, onPick } = props;
  const { speech, format } = usePage();
  if (day === null && picker.next === null) return <p className="nothing">{speech.text('none_ahead')}</p>;
  if (day === null || !picker.isLoaded(monthOf(day))) return <TimesSkeleton />;
  const offers = picker.days.get(day) ?? [];
  return (
    <>
      <h2 className="picker-day">{format.date(day)}</h2>
      {offers.length === 0 ? (
        <NothingFree picker={picker} text={speech.text('day_is_full', { day: format.date(day) })} />
      ) : (
        <TimeList {...{ offers, chosen, pending, onPick, zone: wanted.time_zone, placeZone: place.zone }} />
      )}
    </>
  );
}

/** An empty day or month never leaves people alone: it offers the next free day. */
function NothingFree({ picker, text }: { picker: Picker; text: string }) {
  const { speech, format } = usePage();
  const { next } = picker;
  const first = firstDayAfter(picker.days.keys(), '');
  return (
    <div className="nothing">
      {text ? <p>{text}</p> : null}
      {next === undefined ? <p>{speech.text('looking_ahead')}</p> : null}
      {next === null ? <p>{speech.text('none_later')}</p> : null}
      {next === null && first ? (
        <button type="button" className="button" onClick={() => picker.choose(first)}>
          {speech.text('back_to_day', { day: format.shortDate(first) })}
        </button>
      ) : null}
      {next ? (
        <button type="button" className="button" onClick={() => picker.choose(next)}>
          {speech.text('next_free', { day: format.shortDate(next) })}
        </button>
      ) : null}
    </div>
  );
}

function useAnnouncedDay(day: string | null, { days, isLoaded }: Picker) {
  const { announce, speech, format } = usePage();
  const count = day && isLoaded(monthOf(day)) ? (days.get(day)?.length ?? 0) : null;
  useEffect(() => {
    if (day === null || count === null) return;
    announce(`${format.date(day)}: ${count ? speech.count('free_times', count) : speech.text('nothing_free')}`);
  }, [day, count, announce, speech, format]);
}
