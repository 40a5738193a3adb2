import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import {
  can,
  Id,
  idParams,
  InstantText,
  LongText,
  Money,
  ordered,
  page,
  pageQuery,
  Reason,
  Revision,
  UpdatedSince,
} from '../core/fields.ts';
import { CustomerInput } from './customer-input.ts';
import { Answers } from './services.ts';

export const appointmentStatuses = [
  'pending_payment',
  'pending_approval',
  'confirmed',
  'checked_in',
  'completed',
  'expired',
  'declined',
  'cancelled',
  'no_show',
] as const;
export const AppointmentStatus = z.enum(appointmentStatuses);
export type AppointmentStatus = (typeof appointmentStatuses)[number];
const Source = z.enum(['public', 'staff', 'api']);

/** What was agreed when the appointment was made; later changes of the service do not touch it. */
export const Policy = z.object({ cancel_notice_minutes: z.int(), reschedule_notice_minutes: z.int() });

export const Appointment = z.object({
  id: Id,
  revision: Revision,
  status: AppointmentStatus,
  payment_status: z.enum(['none', 'on_site', 'paid', 'refunded']),
  service_id: Id,
  service: z.object({ id: Id, name: z.string(), color: z.string() }),
  customer_id: Id.nullable(),
  customer: z
    .object({ id: Id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable() })
    .nullable(),
  class_id: Id.nullable(),
  party_size: z.int(),
  start: InstantText,
  end: InstantText,
  time_zone: z.string(),
  customer_time_zone: z.string().nullable(),
  location_id: Id.nullable(),
  resource_ids: z.array(Id),
  resources: z.array(z.object({ id: Id, name: z.string(), type: z.string() })),
  assignment_reason: z.string().nullable(),
  is_overlapping: z.boolean().describe('Booked over other appointments on purpose'),
  overlap_reason: z.string().nullable(),
  price: Money,
  notes: z.string(),
  answers: Answers,
  policy: Policy,
  expires_at: InstantText.nullable().describe('When a request that waits for approval lapses'),
  source: Source,
  created_at: InstantText,
  updated_at: InstantText,
  can: can(
    'edit',
    'cancel',
    'reschedule',
    'approve',
    'decline',
    'check_in',
    'complete',
    'mark_no_show',
    'undo_no_show',
  ),
});
export type Appointment = z.output<typeof Appointment>;

export const AppointmentChange = z.object({
  id: Id,
  revision: Revision,
  kind: z.string().describe('booked, rescheduled, cancelled, approved …'),
  occurred_at: InstantText,
  by: z.object({ kind: z.enum(['user', 'customer', 'system']), id: Id.nullable(), name: z.string() }),
  reason: z.string().nullable(),
  from: z.record(z.string(), z.unknown()).nullable(),
  to: z.record(z.string(), z.unknown()).nullable(),
});
export type AppointmentChange = z.output<typeof AppointmentChange>;

export const listAppointments = endpoint({
  method: 'GET',
  path: '/api/v1/appointments',
  summary: 'List appointments',
  tag: 'appointments',
  scope: 'appointments:read',
  query: z.strictObject({
    ...pageQuery,
    from: InstantText.optional(),
    to: InstantText.optional(),
    status: z.string().max(200).optional().describe('One status or several, separated by commas'),
    resource_id: Id.optional(),
    service_id: Id.optional(),
    customer_id: Id.optional(),
    class_id: Id.optional(),
    location_id: Id.optional(),
    source: Source.optional(),
    updated_since: UpdatedSince,
    q: z.string().trim().max(120).optional().describe('Part of the name, e-mail or phone of the customer'),
    order: ordered('start', 'created_at', 'updated_at'),
  }),
  responses: { 200: page(Appointment) },
});

export const getAppointment = endpoint({
  method: 'GET',
  path: '/api/v1/appointments/:id',
  summary: 'Get an appointment',
  tag: 'appointments',
  scope: 'appointments:read',
  params: idParams,
  responses: { 200: Appointment },
});

export const getAppointmentHistory = endpoint({
  method: 'GET',
  path: '/api/v1/appointments/:id/history',
  summary: 'List what happened to an appointment, oldest first',
  tag: 'appointments',
  scope: 'appointments:read',
  params: idParams,
  query: z.strictObject(pageQuery),
  responses: { 200: page(AppointmentChange) },
});

const bookingRefusals = [
  'slot_unavailable',
  'capacity',
  'policy_notice',
  'policy_window',
  'closed',
  'limit_reached',
  'hold_expired',
  'overlap_reason_missing',
  'idempotency_key_reused',
] as const;

export const createAppointment = endpoint({
  method: 'POST',
  path: '/api/v1/appointments',
  summary: 'Book a service for a customer',
  tag: 'appointments',
  scope: 'appointments:write',
  body: z.strictObject({
    service_id: Id,
    customer_id: Id.optional(),
    customer: CustomerInput.optional(),
    start: InstantText,
    resource_ids: z.array(Id).max(40).optional().describe('Empty: no resource yet; absent: the engine chooses'),
    class_id: Id.optional(),
    party_size: z.int().min(1).max(1000).default(1),
    hold_id: Id.optional(),
    notes: LongText.optional(),
    answers: Answers.optional(),
    allow_overlap: z.boolean().default(false),
    overlap_reason: Reason.optional(),
  }),
  responses: { 201: Appointment },
  refusals: bookingRefusals,
});

export const changeAppointment = endpoint({
  method: 'PATCH',
  path: '/api/v1/appointments/:id',
  summary: 'Change the notes of an appointment',
  tag: 'appointments',
  scope: 'appointments:write',
  params: idParams,
  body: z.strictObject({ revision: Revision, notes: LongText }),
  responses: { 200: Appointment },
  refusals: ['stale_revision'],
});

const verb = (name: string, summary: string) =>
  endpoint({
    method: 'POST',
    path: `/api/v1/appointments/:id/${name}` as `/${string}`,
    summary,
    tag: 'appointments',
    scope: 'appointments:write',
    params: idParams,
    body: z.strictObject({ revision: Revision, reason: Reason.optional() }),
    responses: { 200: Appointment },
    refusals: ['stale_revision', 'already_ended', 'wrong_status', 'policy_notice', 'too_early'],
  });

export const cancelAppointment = verb('cancellation', 'Cancel an appointment');
export const approveAppointment = verb('approval', 'Approve a request');
export const declineAppointment = verb('decline', 'Decline a request');
export const checkInAppointment = verb('check_in', 'Check the customer in');
export const completeAppointment = verb('completion', 'Complete an appointment');
export const markNoShow = verb('no_show', 'Mark an appointment as a no-show');
export const undoNoShow = verb('no_show_reversal', 'Take a no-show back');

export const rescheduleAppointment = endpoint({
  method: 'POST',
  path: '/api/v1/appointments/:id/reschedule',
  summary: 'Move an appointment to another time or other resources',
  tag: 'appointments',
  scope: 'appointments:write',
  params: idParams,
  body: z.strictObject({
    revision: Revision,
    start: InstantText,
    duration_minutes: z
      .int()
      .min(5)
      .max(24 * 60)
      .optional()
      .describe('People of the business only; as long as it lasts now where absent'),
    resource_ids: z.array(Id).max(40).optional(),
    reason: Reason.optional(),
    allow_overlap: z.boolean().default(false),
    overlap_reason: Reason.optional(),
  }),
  responses: { 200: Appointment },
  refusals: [...bookingRefusals, 'stale_revision', 'already_ended', 'wrong_status'],
});
