import { useEffect, useRef, useState } from 'react';
import { addDays, addMonths, firstOf, firstWeekdayOf, monthOf, weekOf, weeksOf } from './calendar.ts';
import { usePage } from './page-context.ts';
import { useMedia } from './use-after.ts';
import { type AvailabilitySource, useAvailability, type Wanted } from './use-availability.ts';
import { wallIn } from './zones.ts';

export interface PickerOptions {
  ask: AvailabilitySource;
  wanted: Wanted;
  party: number;
  day: string | null;
  /** A start that turned out to be taken: what is on view is out of date. */
  lost: string | null;
  onDay: (day: string) => void;
}

/** What the time picker shows: the days on view, their offers, and the next free day where there is nothing. */
export function usePicker({ ask, wanted, party, day, lost, onDay }: PickerOptions) {
  const { locale } = usePage();
  const isWide = useMedia('(min-width: 620px)');
  const [isWhole, setIsWhole] = useState(false);
  const [now] = useState(() => new Date().toISOString());
  const today = wallIn(now, wanted.time_zone).date;
  const [moved, setMoved] = useState<{ from: string | null; to: string } | null>(null);
  const cursor = moved?.from === day ? moved.to : day && day > today ? day : today;
  const setCursor = (to: string) => setMoved({ from: day, to });
  const first = firstWeekdayOf(locale);
  const isMonth = isWide || isWhole;
  const month = monthOf(cursor);
  const weeks = isMonth ? weeksOf(month, first) : [weekOf(cursor, first)];
  const months = [...new Set([...weeks.flat().filter((date) => date !== null), day ?? cursor].map(monthOf))];
  const availability = useAvailability({ ask, wanted, party, today, months });
  const { days, isLoaded } = availability;
  useReload(lost, availability.reload);
  const isFull = (date: string) => isLoaded(monthOf(date)) && !days.has(date);
  const isViewFull = weeks.flat().every((date) => !date || date < today || isFull(date));
  const after = searchFrom({ day, isDayFull: day !== null && isFull(day), isViewFull, weeks, today });
  const next = useNextFree(availability.nextFree, after);
  const choose = (date: string) => {
    setMoved(null);
    onDay(date);
  };
  useEffect(() => {
    if (day === null && typeof next === 'string') onDay(next);
  }, [day, next, onDay]);
  const turn = (by: 1 | -1) => {
    const target = isMonth ? firstOf(addMonths(month, by)) : addDays(weeks[0]?.[0] ?? cursor, by * 7);
    setCursor(target < today ? today : target);
  };
  const isFirstView = (isMonth ? firstOf(month) : (weeks[0]?.[0] ?? '')) <= today;
  const view = { weeks, month, cursor, today, isMonth, isWide, isWhole, isViewFull, isFirstView };
  return { ...availability, ...view, isFull, next, choose, turn, setCursor, setIsWhole };
}

/** After which day to look for a free one; null where there is no need. */
function searchFrom(options: {
  day: string | null;
  isDayFull: boolean;
  isViewFull: boolean;
  weeks: (string | null)[][];
  today: string;
}): string | null {
  const { day, isDayFull, isViewFull, weeks, today } = options;
  if (day === null) return addDays(today, -1);
  if (isDayFull) return day;
  const firstShown = weeks.flat().find((date) => date !== null) ?? today;
  return isViewFull ? addDays(firstShown > today ? firstShown : today, -1) : null;
}

/** Undefined while looking, null where nothing is free. */
function useNextFree(nextFree: (after: string) => Promise<string | null>, after: string | null) {
  const [found, setFound] = useState<{ after: string; day: string | null } | null>(null);
  useEffect(() => {
    if (after === null) return undefined;
    let isWanted = true;
    nextFree(after).then(
      (day) => (isWanted ? setFound({ after, day }) : undefined),
      () => undefined,
    );
    return () => {
      isWanted = false;
    };
  }, [nextFree, after]);
  return found && found.after === after ? found.day : undefined;
}

function useReload(lost: string | null, reload: () => void) {
  const known = useRef(lost);
  useEffect(() => {
    if (lost && lost !== known.current) reload();
    known.current = lost;
  }, [lost, reload]);
}
