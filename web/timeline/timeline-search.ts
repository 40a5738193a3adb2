import { date, oneOf, text } from '../app/search.ts';
import { type View, views } from './axis.ts';
import { type Grouping, groupings } from './rows.ts';

export const colorings = ['service', 'status'] as const;
export type Coloring = (typeof colorings)[number];

/** All that makes up the picture, in its address. What is usual is left out. */
export interface TimelineSearch {
  date?: string | undefined;
  view?: View | undefined;
  zoom?: number | undefined;
  group?: Grouping | undefined;
  color?: Coloring | undefined;
  hours?: 'all' | undefined;
  cancelled?: 'shown' | undefined;
  /** Types and resources, separated by commas. */
  types?: string | undefined;
  location?: string | undefined;
  only?: string | undefined;
  appointment?: string | undefined;
  class?: string | undefined;
  /** Time off that is looked at. */
  block?: string | undefined;
  /** What is being made: an appointment or time off, from when until when, in which row. */
  make?: 'appointment' | 'block' | undefined;
  start?: string | undefined;
  end?: string | undefined;
  with?: string | undefined;
}

export const mostZoom = 6;

export const timelineSearch = (search: Record<string, unknown>): TimelineSearch => ({
  date: date(search['date']),
  view: oneOf(...views)(search['view']),
  zoom: zoomIn(search['zoom']),
  group: oneOf(...groupings)(search['group']),
  color: oneOf(...colorings)(search['color']),
  hours: oneOf('all')(search['hours']),
  cancelled: oneOf('shown')(search['cancelled']),
  types: text(search['types']),
  location: text(search['location']),
  only: text(search['only']),
  appointment: text(search['appointment']),
  class: text(search['class']),
  block: text(search['block']),
  make: oneOf('appointment', 'block')(search['make']),
  start: instant(search['start']),
  end: instant(search['end']),
  with: text(search['with']),
});

export const listed = (value: string | undefined): string[] => value?.split(',').filter(Boolean) ?? [];
export const listing = (values: readonly string[]): string | undefined =>
  values.length > 0 ? values.join(',') : undefined;

function zoomIn(value: unknown): number | undefined {
  const zoom = Number(value);
  return Number.isInteger(zoom) && zoom !== 0 && Math.abs(zoom) <= mostZoom ? zoom : undefined;
}

function instant(value: unknown): string | undefined {
  const found = text(value);
  return found && !Number.isNaN(Date.parse(found)) ? found : undefined;
}
