import type { Timeline, TimelineBar, TimelineResource, TimelineService } from '@smooth/contract/scheduling/timeline.ts';

/** A small salon in Berlin on Tuesday, 14 July 2026: Ana, Ben and a room; haircuts of an hour. */
export const at = (time: string): number => Date.parse(`2026-07-14T${time}:00+02:00`);
const text = (time: string) => new Date(at(time)).toISOString();

export function resource(id: string, change: Partial<TimelineResource> = {}): TimelineResource {
  return {
    id,
    name: id[0]!.toUpperCase() + id.slice(1),
    type: 'staff',
    color: '#5450dc',
    location_id: 'salon',
    user_id: null,
    capacity: 1,
    is_active: true,
    weekly_hours: [],
    weekly_breaks: [],
    overrides: [],
    recurring_time_off: [],
    open: [text('09:00'), text('17:00')],
    can: { add_time_off: true },
    ...change,
  };
}

export const haircut: TimelineService = {
  id: 'haircut',
  name: 'Haircut',
  color: '#0e7490',
  kind: 'appointment',
  is_active: true,
  duration_minutes: 60,
  padding_before_minutes: 0,
  padding_after_minutes: 15,
  min_notice_minutes: 0,
  slot_step_minutes: 15,
  slot_anchor: 'opening',
  window_days: null,
  window_from_on: null,
  window_until_on: null,
  price_minor: 0,
  resource_terms: [],
  requires: ['staff', 'room'].map((type) => ({
    id: type,
    type,
    resource_ids: [],
    quantity: 1,
    units: 1,
    padding_before_minutes: null,
    padding_after_minutes: null,
    is_choosable: true,
  })),
};

export function booked(id: string, start: string, end: string, change: Partial<TimelineBar> = {}): TimelineBar {
  const resource_ids = change.resource_ids ?? ['ana', 'room'];
  const until = new Date(at(end) + 15 * 60_000).toISOString();
  return {
    id,
    kind: 'appointment',
    revision: 1,
    status: 'confirmed',
    start: text(start),
    end: text(end),
    service_id: 'haircut',
    customer: 'Maya',
    resource_ids,
    claims: resource_ids.map((resource_id) => ({ resource_id, start: text(start), end: until, units: 1 })),
    party_size: 1,
    seats: null,
    source: 'staff',
    has_notes: false,
    is_unpaid: false,
    is_overlapping: false,
    can: ['reschedule'],
    ...change,
  };
}

export function timeline(bars: TimelineBar[], change: Partial<Timeline> = {}): Timeline {
  const everyDay = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({ weekday, start: '09:00', end: '17:00' }));
  return {
    from: '2026-07-14',
    to: '2026-07-14',
    time_zone: 'Europe/Berlin',
    locations: [{ id: 'salon', name: 'Salon', time_zone: 'Europe/Berlin', weekly_hours: everyDay }],
    resources: [resource('ana'), resource('ben'), resource('room', { type: 'room' })],
    closures: [],
    services: [haircut],
    blocks: [],
    bars,
    tray: [],
    held: [],
    ...change,
  };
}
