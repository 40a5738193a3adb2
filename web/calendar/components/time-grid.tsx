import { useMediaQuery } from '@mantine/hooks';
import type { LocalDate } from '@smooth/engine/types.ts';
import { wallOf } from '@smooth/engine/zone.ts';
import { Link } from '@tanstack/react-router';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { useNow } from '../../app/now.ts';
import { colorOf, type Entry } from '../entries.ts';
import { type Hours, hoursFor, type Placed, placedOn, sharesOf } from '../time-grid.ts';
import classes from './time-grid.module.css';

interface TimeGrid {
  dates: LocalDate[];
  entries: Entry[];
  /** The day that is looked at: on a phone the only one that is shown. */
  day: LocalDate;
  onDay: (day: LocalDate, isNarrow: boolean) => void;
}

interface Column {
  date: LocalDate;
  booked: Placed[];
  off: Placed[];
}

/** Days as columns, hours from top to bottom; what is booked as bars, time off as hatched ground. */
export function TimeGrid({ dates, entries, day, onDay }: TimeGrid) {
  const { zone, wall } = useFormat();
  const isNarrow = useMediaQuery('(max-width: 48em)') ?? false;
  const ofKind = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  const columns = dates.map((date): Column => ({
    date,
    booked: placedOn(ofKind('appointment'), date, zone),
    off: placedOn(ofKind('off'), date, zone),
  }));
  const shown = isNarrow ? columns.filter(({ date }) => date === day) : columns;
  const hours = hoursFor(shown.flatMap(({ booked }) => booked));
  const rows = Array.from({ length: hours.until - hours.from }, (_, index) => hours.from + index);
  const clock = (hour: number) => wall(`${String(hour).padStart(2, '0')}:00`);
  return (
    <div className={classes.grid} style={{ '--hours': rows.length, '--days': shown.length } as React.CSSProperties}>
      {dates.length > 1 ? (
        <Heads columns={columns} day={isNarrow ? day : null} onDay={(on) => onDay(on, isNarrow)} />
      ) : null}
      <div className={classes.body}>
        <div className={classes.hours} aria-hidden="true">
          {rows.map((hour) => (
            <span key={hour}>{clock(hour)}</span>
          ))}
        </div>
        {shown.map((column) => (
          <DayColumn key={column.date} column={column} hours={hours} />
        ))}
      </div>
    </div>
  );
}

function Heads(props: { columns: Column[]; day: LocalDate | null; onDay: (day: LocalDate) => void }) {
  const { columns, day, onDay } = props;
  const { locale, longDay } = useFormat();
  const today = useToday();
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <div className={classes.heads}>
      {columns.map(({ date, booked }) => (
        <button
          key={date}
          type="button"
          aria-current={date === today ? 'date' : undefined}
          aria-pressed={day === null ? undefined : date === day}
          data-full={booked.length > 0}
          onClick={() => onDay(date)}
        >
          <span className="unseen">{longDay(date)}</span>
          <span aria-hidden>{weekday.format(Date.parse(date))}</span>
          <strong aria-hidden>{Number(date.slice(8))}</strong>
        </button>
      ))}
    </div>
  );
}

function DayColumn({ column: { date, booked, off }, hours }: { column: Column; hours: Hours }) {
  const { zone, longDay } = useFormat();
  const now = wallOf(zone, useNow());
  const isNow = now.date === date && now.minutes >= hours.from * 60 && now.minutes < hours.until * 60;
  return (
    <section className={classes.column} aria-label={longDay(date)} data-today={now.date === date}>
      {off.map((one) => (
        <Off key={one.entry.id + one.entry.start} placed={one} hours={hours} />
      ))}
      {booked.map((one) => (
        <Bar key={one.entry.id} placed={one} hours={hours} />
      ))}
      {isNow ? <i className={classes.now} style={boxOf({ from: now.minutes, until: now.minutes }, hours)} /> : null}
    </section>
  );
}

function Bar({ placed, hours }: { placed: Placed; hours: Hours }) {
  const { timeRange } = useFormat();
  const { entry, lane, lanes } = placed;
  const when = timeRange(entry.start, entry.end);
  const minutes = placed.until - placed.from;
  const side = { left: `${(lane / lanes) * 100}%`, width: `${100 / lanes}%` };
  return (
    <Link
      to="/appointments/$id"
      params={{ id: entry.appointmentId ?? entry.id }}
      className={classes.bar}
      data-short={minutes < 45}
      style={{ ...colorOf(entry), ...boxOf(placed, hours), ...side }}
    >
      <span className="unseen">{[entry.title, when, entry.about].join(', ')}</span>
      <strong aria-hidden>{entry.title}</strong>
      <span aria-hidden className="tabular">
        {when}
      </span>
      {entry.about === entry.title || minutes < 60 ? null : <span aria-hidden>{entry.about}</span>}
    </Link>
  );
}

function Off({ placed, hours }: { placed: Placed; hours: Hours }) {
  const { entry } = placed;
  const box = boxOf(placed, hours);
  return box.height === '0%' ? null : (
    <div className={classes.off} style={box}>
      <span>{entry.about || entry.title}</span>
    </div>
  );
}

function boxOf(part: Pick<Placed, 'from' | 'until'>, hours: Hours) {
  const { top, height } = sharesOf(part, hours);
  return { top: `${top * 100}%`, height: `${height * 100}%` };
}
