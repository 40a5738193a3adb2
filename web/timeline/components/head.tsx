import { addDays, weekdayOf } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import { memo } from 'react';
import type { Tongue } from '../tongue.ts';
import { useNow } from '../../app/now.ts';
import { type Axis, type AxisDay, daysIn, ticksIn, xOf } from '../axis.ts';
import classes from './head.module.css';
import { isShown, NowTime } from './now-line.tsx';

interface Head {
  axis: Axis;
  left: number;
  right: number;
  names: number;
  today: LocalDate;
  isCells: boolean;
  format: Tongue;
}

const LONG_DAY_PX = 150;
const HALVES_PX = 60;

/** Two levels: days and hours, or weeks and days where days are cells. */
export const Head = memo(function Head({ axis, left, right, names, today, isCells, format }: Head) {
  return (
    <div className={classes.head} style={{ width: names + axis.width }}>
      <div className={classes.corner} style={{ width: names }} />
      <div className={classes.levels} style={{ left: names }} aria-hidden>
        {isCells ? (
          <Weeks axis={axis} today={today} format={format} />
        ) : (
          <>
            {daysIn(axis, left, right).map((day) => (
              <div
                key={day.on}
                className={classes.day}
                data-today={day.on === today || undefined}
                style={{ left: day.x, width: day.width }}
              >
                <span style={{ left: names }}>{dayText(day, format)}</span>
              </div>
            ))}
            <Hours axis={axis} left={left} right={right} format={format} />
            <NowTime axis={axis} format={format} />
          </>
        )}
      </div>
    </div>
  );
});

const dayText = ({ on, start, width }: AxisDay, format: Tongue) =>
  width >= LONG_DAY_PX ? format.longDay(on) : format.shortDate(formatInstant(start));

const LABEL_PX = 52;
/** Half of the time of the present. */
const TIME_PX = 26;

/** The hours, but for those that the time of the present would cut in two. */
function Hours({ axis, left, right, format }: Pick<Head, 'axis' | 'left' | 'right' | 'format'>) {
  const hour = new Intl.DateTimeFormat(format.locale, { hour: 'numeric', timeZone: format.zone });
  const now = useNow();
  const present = isShown(axis, now) ? xOf(axis, now) : null;
  const isUnder = (x: number) => present !== null && x > present - LABEL_PX - TIME_PX && x < present + TIME_PX;
  return ticksIn(axis, left, right).map(({ at, x }) => (
    <span key={at} className={classes.hour} style={{ left: x }}>
      {isUnder(x) ? null : hour.format(at)}
    </span>
  ));
}

function Weeks({ axis, today, format }: Pick<Head, 'axis' | 'today' | 'format'>) {
  const narrow = new Intl.DateTimeFormat(format.locale, { weekday: 'narrow', timeZone: 'UTC' });
  const weeks = [...Map.groupBy(axis.days, ({ on }) => addDays(on, 1 - weekdayOf(on))).values()];
  return (
    <>
      {weeks.map((days) => (
        <div
          key={days[0]!.on}
          className={classes.day}
          style={{ left: days[0]!.x, width: days.reduce((sum, { width }) => sum + width, 0) }}
        >
          <span>{days.length > 2 ? format.shortDate(formatInstant(days[0]!.start)) : null}</span>
        </div>
      ))}
      {axis.days.map(({ on, x, width }) => (
        <span key={on} className={classes.date} data-today={on === today || undefined} style={{ left: x, width }}>
          <small>{narrow.format(Date.parse(on))}</small> {Number(on.slice(8))}
        </span>
      ))}
    </>
  );
}

/** Faint lines of hours and halves and of the beginnings of days, behind all rows. */
export const Lines = memo(function Lines({
  axis,
  left,
  right,
  names,
  isCells,
}: Pick<Head, 'axis' | 'left' | 'right' | 'names' | 'isCells'>) {
  return (
    <div className={classes.lines} style={{ left: names, width: axis.width }} aria-hidden>
      {isCells ? null : ticksIn(axis, left, right).map(({ at, x }) => <i key={at} style={{ left: x }} />)}
      {isCells || axis.pxPerHour < HALVES_PX
        ? null
        : ticksIn(axis, left, right).map(({ at, x }) => (
            <i key={at} data-half style={{ left: x + axis.pxPerHour / 2 }} />
          ))}
      {daysIn(axis, left, right).map(({ on, x }) => (
        <i key={on} data-day style={{ left: x }} />
      ))}
    </div>
  );
});
