import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, page, pageQuery } from '../core/fields.ts';

/** A secret address where a calendar program reads the appointments of a resource or of a person. */
export const Feed = z.object({
  id: Id,
  kind: z.enum(['resource', 'person']),
  resource_id: Id.nullable(),
  user_id: Id.nullable(),
  name: z.string().describe('Of the resource or the person'),
  created_at: InstantText,
  can: can('revoke'),
});
export type Feed = z.output<typeof Feed>;

export const listFeeds = endpoint({
  method: 'GET',
  path: '/api/v1/feeds',
  summary: 'Calendar addresses in use',
  tag: 'feeds',
  query: z.strictObject({ ...pageQuery, resource_id: Id.optional() }),
  responses: { 200: page(Feed) },
});

export const createFeed = endpoint({
  method: 'POST',
  path: '/api/v1/feeds',
  summary: 'Make a secret calendar address for a resource, or for oneself where none is named; it is told only once',
  tag: 'feeds',
  body: z.strictObject({ resource_id: Id.optional() }),
  told_once: ['address'],
  responses: { 201: z.object({ feed: Feed, address: z.string().nullable() }) },
  refusals: ['limit_reached'],
});

export const revokeFeed = endpoint({
  method: 'DELETE',
  path: '/api/v1/feeds/:id',
  summary: 'Close a calendar address for good',
  tag: 'feeds',
  params: idParams,
  responses: { 204: nothing },
});

export const readFeed = endpoint({
  method: 'GET',
  path: '/api/feeds/:feed_token.ics',
  summary: 'Appointments as a calendar to subscribe to (RFC 5545)',
  tag: 'feeds',
  params: z.object({ feed_token: z.string().min(1).max(100) }),
  produces: 'text/calendar',
  responses: { 200: z.string() },
});
