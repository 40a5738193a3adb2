import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import {
  EmailText,
  Id,
  idParams,
  InstantText,
  list,
  Money,
  PhoneText,
  Reason,
  ShortText,
  ZoneText,
} from '../core/fields.ts';
import { AppointmentStatus } from '../scheduling/appointments.ts';
import { Availability, availabilityQuery } from '../scheduling/availability.ts';
import { Hold, holdBody } from '../scheduling/holds.ts';
import { Answers, Question } from '../scheduling/services.ts';
import { Branding } from '../tenancy/business.ts';

/** What a visitor sees of a business. */
export const BookingBusiness = z.object({
  name: z.string(),
  time_zone: z.string(),
  locale: z.string(),
  currency: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  branding: Branding,
});
export type BookingBusiness = z.output<typeof BookingBusiness>;

/** How long it takes and what it costs. */
const Terms = z.object({ duration_minutes: z.int(), price: Money });

export const BookingService = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  category: z.string().nullable(),
  kind: z.enum(['appointment', 'class']),
  duration_minutes: z.int(),
  price: Money,
  range: z
    .object({ least: Terms, most: Terms })
    .describe('Each by itself; the same twice where it does not depend on who does it'),
  resource_choice: z.boolean(),
  resources: z
    .array(z.object({ id: Id, name: z.string(), terms: Terms.nullable().describe('Null: others decide them') }))
    .describe('Whom the customer may choose; empty without a choice'),
  questions: z.array(Question),
  needs_approval: z.boolean(),
  needs_phone: z.boolean(),
  cancel_notice_minutes: z.int(),
  reschedule_notice_minutes: z.int(),
  max_party_size: z.int(),
});
export type BookingService = z.output<typeof BookingService>;

/** What a customer sees of an own appointment. */
export const BookedAppointment = z.object({
  id: Id,
  revision: z.int(),
  status: AppointmentStatus,
  service: BookingService.pick({ id: true, name: true, duration_minutes: true, resource_choice: true, kind: true }),
  start: InstantText,
  end: InstantText,
  time_zone: z.string(),
  customer_time_zone: z.string().nullable(),
  party_size: z.int(),
  resources: z.array(z.object({ id: Id, name: z.string() })),
  price: Money,
  customer: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  location: z.object({ name: z.string(), address: z.string().nullable() }).nullable(),
  business: BookingBusiness,
  can: z.object({ cancel: z.boolean(), reschedule: z.boolean() }),
  cancel_until: InstantText.describe('The last moment the customer may cancel'),
  reschedule_until: InstantText,
});
export type BookedAppointment = z.output<typeof BookedAppointment>;

export const bookingBusiness = endpoint({
  method: 'GET',
  path: '/api/booking/business',
  summary: 'The business as visitors see it',
  tag: 'booking',
  responses: { 200: BookingBusiness },
});

export const bookingServices = endpoint({
  method: 'GET',
  path: '/api/booking/services',
  summary: 'Services open to online booking',
  tag: 'booking',
  responses: { 200: list(BookingService) },
});

export const bookingAvailability = endpoint({
  method: 'GET',
  path: '/api/booking/availability',
  summary: 'When a service can be booked',
  tag: 'booking',
  query: availabilityQuery.extend({
    manage_token: z.string().max(100).optional().describe('When moving an appointment: as if it were gone'),
  }),
  responses: { 200: Availability },
});

export const bookingHold = endpoint({
  method: 'POST',
  path: '/api/booking/holds',
  summary: 'Keep a time for ten minutes while the details are filled in',
  tag: 'booking',
  body: holdBody,
  responses: { 201: Hold },
  refusals: [
    'slot_unavailable',
    'capacity',
    'policy_notice',
    'policy_window',
    'closed',
    'limit_reached',
    'rate_limited',
  ],
});

export const bookingReleaseHold = endpoint({
  method: 'DELETE',
  path: '/api/booking/holds/:id',
  summary: 'Let a held time go',
  tag: 'booking',
  params: idParams,
  responses: { 204: nothing },
});

export const bookAppointment = endpoint({
  method: 'POST',
  path: '/api/booking/appointments',
  summary: 'Book',
  tag: 'booking',
  body: z.strictObject({
    service_id: Id,
    start: InstantText,
    resource_id: Id.optional(),
    hold_id: Id.optional(),
    party_size: z.int().min(1).max(1000).default(1),
    customer: z.strictObject({ name: ShortText, email: EmailText, phone: PhoneText.optional() }),
    answers: Answers.optional(),
    time_zone: ZoneText.optional(),
    locale: z.string().max(35).optional(),
  }),
  responses: { 201: z.object({ appointment: BookedAppointment, manage_token: z.string() }) },
  refusals: [
    'slot_unavailable',
    'capacity',
    'hold_expired',
    'policy_notice',
    'policy_window',
    'closed',
    'limit_reached',
    'answers_missing',
    'customer_blocked',
    'idempotency_key_reused',
    'request_in_progress',
    'rate_limited',
  ],
});

const manageParams = z.object({ manage_token: z.string().min(20).max(100) });

export const managedAppointment = endpoint({
  method: 'GET',
  path: '/api/booking/appointments/:manage_token',
  summary: 'An appointment by its manage link',
  tag: 'booking',
  params: manageParams,
  responses: { 200: BookedAppointment },
});

export const managedCancellation = endpoint({
  method: 'POST',
  path: '/api/booking/appointments/:manage_token/cancellation',
  summary: 'Cancel by the manage link',
  tag: 'booking',
  params: manageParams,
  body: z.strictObject({ reason: Reason.optional() }).optional(),
  responses: { 200: BookedAppointment },
  refusals: ['already_ended', 'wrong_status', 'policy_notice'],
});

export const managedReschedule = endpoint({
  method: 'POST',
  path: '/api/booking/appointments/:manage_token/reschedule',
  summary: 'Move by the manage link',
  tag: 'booking',
  params: manageParams,
  body: z.strictObject({ start: InstantText, resource_id: Id.optional() }),
  responses: { 200: BookedAppointment },
  refusals: [
    'slot_unavailable',
    'capacity',
    'policy_notice',
    'policy_window',
    'closed',
    'already_ended',
    'wrong_status',
  ],
});

export const managedCalendar = endpoint({
  method: 'GET',
  path: '/api/booking/appointments/:manage_token/calendar.ics',
  summary: 'An appointment as a file for a calendar (RFC 5545)',
  tag: 'booking',
  params: manageParams,
  produces: 'text/calendar',
  responses: { 200: z.string() },
});
