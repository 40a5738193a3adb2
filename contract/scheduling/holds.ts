import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { Id, idParams, InstantText, Money, page, pageQuery } from '../core/fields.ts';

export const Hold = z.object({
  id: Id,
  service_id: Id,
  start: InstantText,
  end: InstantText,
  price: Money.describe('As it is with whoever was found'),
  expires_at: InstantText,
});
export type Hold = z.output<typeof Hold>;

export const holdBody = z.strictObject({
  service_id: Id,
  start: InstantText,
  resource_id: Id.optional(),
  party_size: z.int().min(1).max(1000).default(1),
});

export const listHolds = endpoint({
  method: 'GET',
  path: '/api/v1/holds',
  summary: 'Times that are kept at the moment, by start',
  tag: 'holds',
  scope: 'holds:read',
  query: z.strictObject({ ...pageQuery, service_id: Id.optional() }),
  responses: { 200: page(Hold) },
});

export const getHold = endpoint({
  method: 'GET',
  path: '/api/v1/holds/:id',
  summary: 'One time that is kept; not found once it has run out',
  tag: 'holds',
  scope: 'holds:read',
  params: idParams,
  responses: { 200: Hold },
});

export const createHold = endpoint({
  method: 'POST',
  path: '/api/v1/holds',
  summary: 'Keep a time for ten minutes',
  tag: 'holds',
  scope: 'holds:write',
  body: holdBody,
  responses: { 201: Hold },
  refusals: ['slot_unavailable', 'capacity', 'policy_notice', 'policy_window', 'closed', 'limit_reached'],
});

export const releaseHold = endpoint({
  method: 'DELETE',
  path: '/api/v1/holds/:id',
  summary: 'Let a held time go',
  tag: 'holds',
  scope: 'holds:write',
  params: idParams,
  responses: { 204: nothing },
});
