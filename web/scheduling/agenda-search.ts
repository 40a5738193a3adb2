import { date, text } from '../app/search.ts';

/** The state of the agenda in its address. */
export interface AgendaSearch {
  day?: string | undefined;
  resource?: string | undefined;
  appointment?: string | undefined;
  class?: string | undefined;
}

export const agendaSearch = (search: Record<string, unknown>): AgendaSearch => ({
  day: date(search['day']),
  resource: text(search['resource']),
  appointment: text(search['appointment']),
  class: text(search['class']),
});
