import { parseInstant } from './instant.ts';
import type {
  Busy,
  LocationRules,
  RequirementLine,
  ResourceRules,
  ScheduleRules,
  ServiceRules,
  Weekday,
  WeeklyWindow,
} from './types.ts';

/** A small salon in New York, open 09:00 to 17:00 every day, with Ana, Ben and two rooms. Tests bend it as they need. */
export function salon(people: readonly ResourceRules[] = [person('ana'), person('ben')]): ScheduleRules {
  return { locations: [place()], resources: [...people, room('room 1'), room('room 2')], closures: [] };
}

export function place(change: Partial<LocationRules> = {}): LocationRules {
  return { id: 'salon', time_zone: 'America/New_York', weekly_hours: everyDay('09:00', '17:00'), ...change };
}

export function person(id: string, change: Partial<ResourceRules> = {}): ResourceRules {
  return {
    id,
    type: 'person',
    location_id: 'salon',
    capacity: 1,
    is_active: true,
    weekly_hours: [],
    weekly_breaks: [],
    overrides: [],
    time_off: [],
    recurring_time_off: [],
    ...change,
  };
}

export function room(id: string, change: Partial<ResourceRules> = {}): ResourceRules {
  return person(id, { type: 'room', ...change });
}

export function everyDay(start: string, end: string): WeeklyWindow[] {
  return ([1, 2, 3, 4, 5, 6, 7] as Weekday[]).map((weekday) => ({ weekday, start, end }));
}

/** An hour with one person of the customer's choice. */
export function haircut(change: Partial<ServiceRules> = {}): ServiceRules {
  return {
    id: 'haircut',
    duration_minutes: 60,
    padding_before_minutes: 0,
    padding_after_minutes: 0,
    min_notice_minutes: 0,
    slot_step_minutes: 60,
    slot_anchor: 'opening',
    window_days: null,
    window_from_on: null,
    window_until_on: null,
    requires: [line('person', { is_choosable: true })],
    resource_terms: [],
    ...change,
  };
}

export function line(type: string, change: Partial<RequirementLine> = {}): RequirementLine {
  return {
    id: type,
    type,
    resource_ids: [],
    quantity: 1,
    units: 1,
    padding_before_minutes: null,
    padding_after_minutes: null,
    is_choosable: false,
    ...change,
  };
}

/** Minutes from a start, as an appointment of its own. */
export function busy(resource_id: string, start: string, minutes: number, units = 1): Busy {
  const from = instant(start);
  return { resource_id, start: from, end: from + minutes * 60_000, units, ref: { kind: 'appointment', id: start } };
}

export function instant(text: string): number {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`Not an instant: ${text}`);
  return parsed;
}
