import { addDays, daysBetween } from '@smooth/engine/date.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import { date, oneOf } from '../app/search.ts';

export const periods = ['7d', '30d', 'month', 'custom'] as const;
export type PeriodName = (typeof periods)[number];

/** Which days the overview tells about, in its address. */
export interface OverviewSearch {
  period?: PeriodName | undefined;
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
}

export const overviewSearch = (search: Record<string, unknown>): OverviewSearch => ({
  period: oneOf(...periods)(search['period']),
  from: date(search['from']),
  to: date(search['to']),
});

/** Local dates of the place, both inclusive. */
export interface Period {
  from: LocalDate;
  to: LocalDate;
}

export const MOST_DAYS = 366;

/** The days that are asked for, seen from `today`. */
export function periodOf({ period = '30d', from, to }: OverviewSearch, today: LocalDate): Period {
  if (period === '7d') return { from: addDays(today, -6), to: today };
  if (period === 'month') return monthOf(today);
  if (period === 'custom' && from && to) return { from, to };
  return { from: addDays(today, -29), to: today };
}

/** What to compare with: the month before a whole month, else as many days right before. */
export function periodBefore({ from, to }: Period): Period {
  const dayBefore = addDays(from, -1);
  const month = monthOf(from);
  if (month.from === from && month.to === to) return monthOf(dayBefore);
  return { from: addDays(dayBefore, -daysBetween(from, to)), to: dayBefore };
}

/** Why the days cannot be told about; null when they can. */
export function periodProblem({ from, to }: Period): 'last_before_first' | 'too_many_days' | null {
  if (to < from) return 'last_before_first';
  if (daysBetween(from, to) >= MOST_DAYS) return 'too_many_days';
  return null;
}

function monthOf(on: LocalDate): Period {
  const from = `${on.slice(0, 7)}-01`;
  const nextMonth = addDays(from, 31).slice(0, 7);
  return { from, to: addDays(`${nextMonth}-01`, -1) };
}
