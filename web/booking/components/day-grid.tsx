// A table with role grid is the pattern itself; cells outside the month are empty on purpose.
/* oxlint-disable jsx-a11y/no-noninteractive-element-to-interactive-role, jsx-a11y/control-has-associated-label */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { dayByKey, firstWeekdayOf } from '../calendar.ts';
import { usePage } from '../page-context.ts';

export interface DayGridProps {
  weeks: (string | null)[][];
  labelledBy: string;
  /** The one day that Tab reaches; arrow keys move it. */
  cursor: string;
  chosen: string | null;
  today: string;
  /** Free times of a day; null while its month is loading. */
  countOn: (day: string) => number | null;
  onCursor: (day: string) => void;
  onChoose: (day: string) => void;
}

/** Days as a grid (ARIA authoring practices, "Data Grid"): a month on wide screens, one week of it on phones. */
export function DayGrid(props: DayGridProps) {
  const { weeks, labelledBy, cursor, chosen, today, countOn, onChoose } = props;
  const { table, follow } = useArrows(props);
  return (
    <table ref={table} role="grid" className="days" aria-labelledby={labelledBy} onKeyDown={follow}>
      <Weekdays />
      <tbody>
        {weeks.map((week, row) => (
          <tr key={week.find(Boolean) ?? row}>
            {week.map((day, column) =>
              day === null ? (
                <td key={`${row}-${column}`} />
              ) : (
                <td key={day} aria-selected={day === chosen}>
                  <Day {...{ day, cursor, today, chosen, count: countOn(day), onChoose }} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Weekdays() {
  const { format, locale } = usePage();
  const first = firstWeekdayOf(locale);
  const names = format.weekdays(first, 'long');
  return (
    <thead>
      <tr>
        {format.weekdays(first, 'short').map((short, i) => (
          <th key={short} scope="col" abbr={names[i]}>
            {short.replace('.', '')}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** Arrow keys move the cursor and the focus with it; days gone by are not reached. */
function useArrows({ cursor, today, onCursor }: DayGridProps) {
  const { locale } = usePage();
  const table = useRef<HTMLTableElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (isMoving.current) table.current?.querySelector<HTMLElement>(`[data-day="${cursor}"]`)?.focus();
    isMoving.current = false;
  }, [cursor]);
  const follow = (event: KeyboardEvent) => {
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    const target = dayByKey(cursor, event.key, firstWeekdayOf(locale));
    if (!target) return;
    event.preventDefault();
    const next = target < today ? today : target;
    isMoving.current = next !== cursor;
    onCursor(next);
  };
  return { table, follow };
}

interface DayProps {
  day: string;
  cursor: string;
  today: string;
  chosen: string | null;
  count: number | null;
  onChoose: (day: string) => void;
}

function Day({ day, cursor, today, chosen, count, onChoose }: DayProps) {
  const { speech, format } = usePage();
  const free = count === 0 ? speech.text('nothing_free') : speech.count('free_times', count ?? 0);
  const parts = [format.date(day), day === today ? speech.text('today') : '', count === null ? '' : free];
  const state = day === chosen ? 'chosen' : count ? 'free' : count === 0 ? 'full' : 'unknown';
  return (
    <button
      type="button"
      data-day={day}
      className={`day day-${state}${day === today ? ' day-today' : ''}`}
      tabIndex={day === cursor ? 0 : -1}
      disabled={day < today}
      aria-label={parts.filter(Boolean).join(', ')}
      onClick={() => onChoose(day)}
    >
      <span>{Number(day.slice(8))}</span>
    </button>
  );
}
