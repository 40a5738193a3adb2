import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { colorOf, type Entry, goesOn, onDay } from '../entries.ts';
import classes from './calendar.module.css';

interface DayLists {
  dates: string[];
  entries: Entry[];
  /** Side by side, else one below the other. */
  isWeek?: boolean;
  /** Days without anything are left out. */
  onlyFull?: boolean;
}

/** Days with what stands on them, in the order of the day. */
export function DayLists({ dates, entries, isWeek = false, onlyFull = false }: DayLists) {
  const { text } = useSpeech('calendar');
  const { zone, longDay, day: dayWords } = useFormat();
  const today = useToday();
  const days = dates.map((day) => ({ day, found: onDay(entries, day, zone) }));
  const shown = onlyFull ? days.filter(({ found }) => found.length > 0) : days;
  if (shown.length === 0) return <p className="soft">{text('nothing_two_weeks')}</p>;
  return (
    <div className={isWeek ? classes.week : classes.agenda}>
      {shown.map(({ day, found }) => (
        <section key={day} className={classes.day} aria-label={longDay(day)}>
          <h3 data-today={day === today}>{isWeek ? dayWords(day) : longDay(day)}</h3>
          {found.map((entry) => (
            <EntryCard key={entry.id} entry={entry} day={day} />
          ))}
          {found.length === 0 ? <p className="caption">{text('nothing_booked')}</p> : null}
        </section>
      ))}
    </div>
  );
}

function EntryCard({ entry, day }: { entry: Entry; day: string }) {
  const { zone, timeRange, dateTimeRange } = useFormat();
  const { start, end, appointmentId } = entry;
  const isLong = Date.parse(end) - Date.parse(start) > 86_400_000 || goesOn(entry, day, zone);
  const style = colorOf(entry);
  const content = (
    <>
      <span className="tabular">{isLong ? dateTimeRange(start, end) : timeRange(start, end)}</span>
      <strong>{entry.title}</strong>
      {entry.about && entry.about !== entry.title ? <span>{entry.about}</span> : null}
    </>
  );
  if (!appointmentId)
    return (
      <div className={classes.entry} style={style}>
        {content}
      </div>
    );
  return (
    <Link to="/appointments/$id" params={{ id: appointmentId }} className={classes.entry} style={style}>
      {content}
    </Link>
  );
}
