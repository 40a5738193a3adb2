import { addDays, datesFrom, weekdayOf } from '@smooth/engine/date.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import { date, oneOf } from '../app/search.ts';

export const views = ['agenda', 'day', 'week', 'month'] as const;
export type View = (typeof views)[number];

/** What the page shows, as it stands in the address. */
export interface CalendarSearch {
  view?: View | undefined;
  day?: string | undefined;
}
export const calendarSearch = (search: Record<string, unknown>): CalendarSearch => ({
  view: oneOf(...views)(search['view']),
  day: date(search['day']),
});

const AGENDA_DAYS = 14;

/** The dates a view shows around a day. Weeks begin on Monday; a month is shown in whole weeks. */
export function datesOf(view: View, day: LocalDate): LocalDate[] {
  if (view === 'day') return [day];
  if (view === 'agenda') return datesFrom(day, addDays(day, AGENDA_DAYS - 1));
  if (view === 'week') return datesFrom(mondayOf(day), addDays(mondayOf(day), 6));
  const first = mondayOf(`${day.slice(0, 7)}-01`);
  const last = mondayOf(addDays(monthAfter(day), -1));
  return datesFrom(first, addDays(last, 6));
}

/** The same view one step on or back. */
export function stepped(view: View, day: LocalDate, by: 1 | -1): LocalDate {
  if (view === 'month') return by === 1 ? monthAfter(day) : `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`;
  const days = { agenda: AGENDA_DAYS, day: 1, week: 7 }[view];
  return addDays(day, by * days);
}

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekdayOf(day));
/** The first of the next month: 31 days after a first lie always in it. */
const monthAfter = (day: LocalDate): LocalDate => `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;

/** Where arrow keys lead in a grid of days. */
export const keySteps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
