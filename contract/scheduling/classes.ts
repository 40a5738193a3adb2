import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import {
  can,
  Id,
  idParams,
  InstantText,
  LongText,
  ordered,
  page,
  pageQuery,
  Reason,
  Revision,
} from '../core/fields.ts';

export const ClassSession = z.object({
  id: Id,
  revision: Revision,
  service_id: Id,
  service: z.object({ id: Id, name: z.string(), color: z.string() }),
  status: z.enum(['scheduled', 'cancelled']),
  start: InstantText,
  end: InstantText,
  time_zone: z.string(),
  seats: z.int(),
  seats_taken: z.int(),
  resource_ids: z.array(Id),
  resources: z.array(z.object({ id: Id, name: z.string(), type: z.string() })),
  notes: z.string(),
  can: can('edit', 'reschedule', 'cancel'),
});
export type ClassSession = z.output<typeof ClassSession>;

export const listClasses = endpoint({
  method: 'GET',
  path: '/api/v1/classes',
  summary: 'List scheduled classes',
  tag: 'classes',
  scope: 'classes:read',
  query: z.strictObject({
    ...pageQuery,
    from: InstantText.optional(),
    to: InstantText.optional(),
    service_id: Id.optional(),
    order: ordered('start'),
  }),
  responses: { 200: page(ClassSession) },
});

export const getClass = endpoint({
  method: 'GET',
  path: '/api/v1/classes/:id',
  summary: 'Get a class',
  tag: 'classes',
  scope: 'classes:read',
  params: idParams,
  responses: { 200: ClassSession },
});

export const createClass = endpoint({
  method: 'POST',
  path: '/api/v1/classes',
  summary: 'Schedule a class',
  tag: 'classes',
  scope: 'classes:write',
  body: z.strictObject({
    service_id: Id,
    start: InstantText,
    seats: z.int().min(1).max(1000).optional().describe('The capacity of the service where absent'),
    resource_ids: z.array(Id).max(40).optional(),
    notes: LongText.default(''),
  }),
  responses: { 201: ClassSession },
  refusals: ['slot_unavailable', 'closed', 'capacity'],
});

export const changeClass = endpoint({
  method: 'PATCH',
  path: '/api/v1/classes/:id',
  summary: 'Change the seats or notes of a class',
  tag: 'classes',
  scope: 'classes:write',
  params: idParams,
  body: z.strictObject({ revision: Revision, seats: z.int().min(1).max(1000).optional(), notes: LongText.optional() }),
  responses: { 200: ClassSession },
  refusals: ['stale_revision', 'capacity', 'already_ended'],
});

export const rescheduleClass = endpoint({
  method: 'POST',
  path: '/api/v1/classes/:id/reschedule',
  summary: 'Move a class with every party in it to another time or other resources',
  tag: 'classes',
  scope: 'classes:write',
  params: idParams,
  body: z.strictObject({
    revision: Revision,
    start: InstantText,
    duration_minutes: z
      .int()
      .min(5)
      .max(24 * 60)
      .optional()
      .describe('As long as it lasts now where absent'),
    resource_ids: z.array(Id).max(40).optional().describe('Those that have it now, where they can serve, where absent'),
    reason: Reason.optional(),
  }),
  responses: { 200: ClassSession },
  refusals: ['slot_unavailable', 'closed', 'capacity', 'stale_revision', 'already_ended', 'wrong_status'],
});

export const cancelClass = endpoint({
  method: 'POST',
  path: '/api/v1/classes/:id/cancellation',
  summary: 'Cancel a class and every party in it',
  tag: 'classes',
  scope: 'classes:write',
  params: idParams,
  body: z.strictObject({ revision: Revision, reason: Reason.optional() }),
  responses: { 200: ClassSession },
  refusals: ['stale_revision', 'already_ended'],
});
