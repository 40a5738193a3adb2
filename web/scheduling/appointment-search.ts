import { addDays } from '@smooth/engine/date.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import type { LocalDate, Zone } from '@smooth/engine/types.ts';
import { date, oneOf, text } from '../app/search.ts';

export const periods = ['today', 'week', 'month', 'past', 'all'] as const;
export type Period = (typeof periods)[number];

/** The filters of the list in its address. */
export interface AppointmentSearch {
  period?: Period | undefined;
  status?: string | undefined;
  service?: string | undefined;
  resource?: string | undefined;
  q?: string | undefined;
}

export const appointmentSearch = (search: Record<string, unknown>): AppointmentSearch => ({
  period: oneOf(...periods)(search['period']),
  status: text(search['status']),
  service: text(search['service']),
  resource: text(search['resource']),
  q: text(search['q']),
});

export interface NewAppointmentSearch {
  day?: string | undefined;
  for?: string | undefined;
  of?: string | undefined;
}

export const newAppointmentSearch = (search: Record<string, unknown>): NewAppointmentSearch => ({
  day: date(search['day']),
  for: text(search['for']),
  of: text(search['of']),
});

/** The instants between which a period lies, seen from `today`; an open end is left out. */
export function periodBounds(period: Period, today: LocalDate, zone: Zone) {
  const at = (on: LocalDate) => formatInstant(startOfDay(zone, on));
  const days = { today: 1, week: 7, month: 30 };
  if (period === 'all') return { order: '-start' as const };
  if (period === 'past') return { to: at(today), order: '-start' as const };
  return { from: at(today), to: at(addDays(today, days[period])), order: 'start' as const };
}
