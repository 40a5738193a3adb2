import { Link } from '@tanstack/react-router';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { colorOf, type Entry, goesOn, onDay } from '../entries.ts';
import classes from './calendar.module.css';

interface DayLists {
  dates: string[];
  entries: Entry[];
}

/** Days with what stands on them, in the order of the day; those without anything are left out. */
export function DayLists({ dates, entries }: DayLists) {
  const { text } = useSpeech('calendar');
  const { zone, longDay } = useFormat();
  const today = useToday();
  const days = dates.map((day) => ({ day, found: onDay(entries, day, zone) }));
  const shown = days.filter(({ found }) => found.length > 0);
  if (shown.length === 0) return <p className="soft">{text('nothing_two_weeks')}</p>;
  return (
    <div className={classes.agenda}>
      {shown.map(({ day, found }) => (
        <section key={day} className={classes.day} aria-label={longDay(day)}>
          <h3 data-today={day === today}>{longDay(day)}</h3>
          {found.map((entry) => (
            <EntryCard key={entry.id + entry.start} entry={entry} day={day} />
          ))}
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
