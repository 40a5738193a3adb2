import { useRef } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { useFormat, useToday } from '../../app/format-context.tsx';
import { addDays } from '@smooth/engine/date.ts';
import { colorOf, type Entry, onDay } from '../entries.ts';
import { keySteps } from '../period.ts';
import classes from './calendar.module.css';

interface MonthGrid {
  day: string;
  dates: string[];
  entries: Entry[];
  onOpen: (day: string) => void;
}

const MOST_LINES = 3;

/** A month in weeks. One stop of the Tab key; arrows go from day to day, Enter opens one. */
export function MonthGrid({ day, dates, entries, onOpen }: MonthGrid) {
  const { count } = useSpeech('calendar');
  const { locale, zone, longDay, time } = useFormat();
  const today = useToday();
  const table = useRef<HTMLTableElement>(null);
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const weeks = Array.from({ length: dates.length / 7 }, (_, week) => dates.slice(week * 7, week * 7 + 7));
  const move = (from: string, key: string) => {
    const to = addDays(from, keySteps[key]!);
    table.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <table ref={table} className={classes.month}>
      <thead>
        <tr>
          {weeks[0]!.map((on) => (
            <th key={on} scope="col">
              {weekday.format(Date.parse(on))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((on) => {
              const found = onDay(entries, on, zone);
              return (
                <td key={on}>
                  <button
                    type="button"
                    className={classes.cell}
                    data-day={on}
                    data-today={on === today}
                    data-other={on.slice(0, 7) !== day.slice(0, 7)}
                    tabIndex={on === day ? 0 : -1}
                    onClick={() => onOpen(on)}
                    onKeyDown={(event) => {
                      if (!(event.key in keySteps)) return;
                      event.preventDefault();
                      event.stopPropagation();
                      move(on, event.key);
                    }}
                  >
                    <span className="tabular" aria-hidden>
                      {Number(on.slice(8))}
                    </span>
                    <span className="unseen">{longDay(on)}</span>
                    {found.slice(0, MOST_LINES).map((entry) => (
                      <span key={entry.id + entry.start} className={classes.line} style={colorOf(entry)}>
                        {time(entry.start)} {entry.title}
                      </span>
                    ))}
                    {found.length > MOST_LINES ? (
                      <span className={classes.line}>{count('more', found.length - MOST_LINES)}</span>
                    ) : null}
                    {found.length > 0 ? (
                      <span className={classes.count}>
                        <span aria-hidden>{found.length}</span>
                        <span className="unseen">{count('entries', found.length)}</span>
                      </span>
                    ) : null}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
