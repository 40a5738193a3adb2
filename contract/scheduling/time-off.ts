import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, page, pageQuery, Reason, Revision } from '../core/fields.ts';
import { Appointment } from './appointments.ts';

export const timeOffStatuses = ['requested', 'approved', 'declined', 'withdrawn'] as const;

export const TimeOffRequest = z.object({
  id: Id,
  revision: Revision,
  resource_id: Id,
  resource_name: z.string(),
  user_name: z.string(),
  start: InstantText,
  end: InstantText,
  reason: z.string().nullable(),
  status: z.enum(timeOffStatuses),
  decided_by_name: z.string().nullable(),
  decision_reason: z.string().nullable(),
  created_at: InstantText,
  can: can('decide', 'withdraw'),
});
export type TimeOffRequest = z.output<typeof TimeOffRequest>;

/** With the appointments that lie inside: they stay, and somebody has to look after them. */
const withAffected = z.object({ request: TimeOffRequest, affected: z.array(Appointment) });

export const listTimeOffRequests = endpoint({
  method: 'GET',
  path: '/api/v1/time_off_requests',
  summary: 'Time off that was asked for, by start; staff see their own',
  tag: 'time_off_requests',
  scope: 'time_off:read',
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(timeOffStatuses).optional(),
    from: InstantText.optional().describe('Only what ends after this instant'),
  }),
  responses: { 200: page(TimeOffRequest) },
});

export const getTimeOffRequest = endpoint({
  method: 'GET',
  path: '/api/v1/time_off_requests/:id',
  summary: 'One request with the appointments that lie inside',
  tag: 'time_off_requests',
  scope: 'time_off:read',
  params: idParams,
  responses: { 200: withAffected },
});

export const requestTimeOff = endpoint({
  method: 'POST',
  path: '/api/v1/time_off_requests',
  summary: 'Ask for time off for a resource that is linked to oneself',
  tag: 'time_off_requests',
  scope: 'time_off:write',
  body: z.strictObject({ resource_id: Id, start: InstantText, end: InstantText, reason: Reason.nullish() }),
  responses: { 201: withAffected },
});

const verb = (name: string, summary: string) =>
  endpoint({
    method: 'POST',
    path: `/api/v1/time_off_requests/:id/${name}` as `/${string}`,
    summary,
    tag: 'time_off_requests',
    scope: 'time_off:write',
    params: idParams,
    body: z.strictObject({ revision: Revision, reason: Reason.nullish() }),
    responses: { 200: withAffected },
    refusals: ['stale_revision', 'wrong_status'],
  });

export const approveTimeOff = verb(
  'approval',
  'Approve it: the resource is away, appointments inside stay and are listed',
);
export const declineTimeOff = verb('decline', 'Decline it');
export const withdrawTimeOff = verb('withdrawal', 'Take an own request back');
