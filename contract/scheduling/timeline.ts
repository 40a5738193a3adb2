import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { DateText, Flag, Id, InstantText, Revision } from '../core/fields.ts';
import { AppointmentStatus } from './appointments.ts';
import { RecurringTime, WallWindow, WeeklyHours } from './hours.ts';
import { RequirementLine, ResourceTerms } from './services.ts';

/** The time one booking takes on one resource, padding included. */
export const TimelineClaim = z.object({
  resource_id: Id,
  start: InstantText,
  end: InstantText,
  units: z.int(),
});
export type TimelineClaim = z.output<typeof TimelineClaim>;

export const timelineVerbs = [
  'edit',
  'reschedule',
  'approve',
  'decline',
  'check_in',
  'complete',
  'mark_no_show',
  'undo_no_show',
  'cancel',
] as const;

/** One appointment or class as a bar; its parties are in the class. A list of verbs in `can` keeps thousands of bars small. */
export const TimelineBar = z.object({
  id: Id,
  kind: z.enum(['appointment', 'class']),
  revision: Revision,
  status: z.union([AppointmentStatus, z.literal('scheduled')]),
  start: InstantText,
  end: InstantText,
  service_id: Id,
  customer: z.string().nullable(),
  resource_ids: z.array(Id),
  claims: z.array(TimelineClaim),
  party_size: z.int().describe('People of an appointment, taken seats of a class'),
  seats: z.int().nullable().describe('Seats of a class'),
  source: z.enum(['public', 'staff', 'api']),
  has_notes: z.boolean(),
  is_unpaid: z.boolean(),
  is_overlapping: z.boolean(),
  can: z.array(z.enum(timelineVerbs)).describe('What this person may do with it now'),
});
export type TimelineBar = z.output<typeof TimelineBar>;

export const TimelineResource = z.object({
  id: Id,
  name: z.string(),
  type: z.string(),
  color: z.string(),
  location_id: Id,
  user_id: Id.nullable(),
  capacity: z.int(),
  is_active: z.boolean(),
  weekly_hours: WeeklyHours,
  weekly_breaks: WeeklyHours,
  overrides: z.array(z.object({ on: DateText, windows: z.array(WallWindow) })),
  recurring_time_off: z.array(z.object({ ...RecurringTime.shape, id: Id })),
  open: z.array(InstantText).describe('When it is open, computed: start, end, start, end …'),
  can: z.object({ add_time_off: z.boolean() }),
});
export type TimelineResource = z.output<typeof TimelineResource>;

export const TimelineBlock = z.object({
  id: Id,
  revision: Revision,
  resource_id: Id,
  start: InstantText,
  end: InstantText,
  reason: z.string().nullable(),
  is_recurring: z.boolean(),
  can: z.object({ edit: z.boolean(), delete: z.boolean() }),
});
export type TimelineBlock = z.output<typeof TimelineBlock>;

export const TimelineService = z.object({
  id: Id,
  name: z.string(),
  color: z.string(),
  kind: z.enum(['appointment', 'class']),
  is_active: z.boolean(),
  duration_minutes: z.int(),
  padding_before_minutes: z.int(),
  padding_after_minutes: z.int(),
  min_notice_minutes: z.int(),
  slot_step_minutes: z.int(),
  slot_anchor: z.enum(['opening', 'clock', 'previous']),
  window_days: z.int().nullable(),
  window_from_on: DateText.nullable(),
  window_until_on: DateText.nullable(),
  price_minor: z.int(),
  requires: z.array(z.object({ ...RequirementLine.shape, id: z.string() })),
  resource_terms: z.array(z.object(ResourceTerms.shape)),
});
export type TimelineService = z.output<typeof TimelineService>;

/** All that a timeline shows, and the facts from which the engine tells beforehand whether a move would be taken. */
export const Timeline = z.object({
  from: DateText,
  to: DateText,
  time_zone: z.string(),
  locations: z.array(z.object({ id: Id, name: z.string(), time_zone: z.string(), weekly_hours: WeeklyHours })),
  resources: z.array(TimelineResource),
  closures: z.array(
    z.object({ id: Id, name: z.string(), location_id: Id.nullable(), start: InstantText, end: InstantText }),
  ),
  services: z.array(TimelineService),
  blocks: z.array(TimelineBlock),
  bars: z.array(TimelineBar),
  tray: z.array(TimelineBar).describe('Appointments without a resource and requests, whenever they are; 100 at most'),
  held: z.array(TimelineClaim.extend({ id: Id, kind: z.enum(['hold', 'appointment']) })),
});
export type Timeline = z.output<typeof Timeline>;

export const getTimeline = endpoint({
  method: 'GET',
  path: '/api/v1/timeline',
  summary: 'Resources with their hours and everything that takes their time, in one answer',
  tag: 'timeline',
  scope: 'appointments:read',
  query: z.strictObject({
    from: DateText.describe('First date, in the zone of the business'),
    to: DateText.describe('Inclusive; at most 42 days'),
    with_cancelled: Flag.optional().describe('Cancelled appointments too'),
  }),
  responses: { 200: Timeline },
});
