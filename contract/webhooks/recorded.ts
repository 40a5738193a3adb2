import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, list, page, pageQuery } from '../core/fields.ts';
import { eventTypeNames } from './catalogue.ts';

export const EventTypeName = z.enum(eventTypeNames, 'Use a type of GET /api/v1/event_types');

/** A fact, the same here and in the body of a webhook. */
export const RecordedEvent = z.object({
  id: Id.describe('The same with every try and resend: whoever has seen it before has nothing to do'),
  type: z.string(),
  occurred_at: InstantText,
  mode: z.enum(['live', 'sandbox']),
  business: z.object({ id: Id, subdomain: z.string() }),
  subject_id: Id.describe('What the event is about'),
  revision: z
    .int()
    .nullable()
    .describe('Of the subject after the event. Events may arrive in any order; this one tells it'),
  data: z.record(z.string(), z.unknown()).describe('By type; see GET /api/v1/event_types'),
});
export type RecordedEvent = z.output<typeof RecordedEvent>;

export const listEvents = endpoint({
  method: 'GET',
  path: '/api/v1/events',
  summary: 'What has happened, the newest first',
  tag: 'events',
  scope: 'events:read',
  query: z.strictObject({
    ...pageQuery,
    type: EventTypeName.optional(),
    subject_id: Id.optional(),
    since: InstantText.optional().describe('From this instant on'),
    until: InstantText.optional().describe('Before this instant'),
  }),
  responses: { 200: page(RecordedEvent) },
});

export const getEvent = endpoint({
  method: 'GET',
  path: '/api/v1/events/:id',
  summary: 'Get an event',
  tag: 'events',
  scope: 'events:read',
  params: idParams,
  responses: { 200: RecordedEvent },
});

export const EventDescription = z.object({
  type: z.string(),
  description: z.string(),
  example: z.record(z.string(), z.unknown()).describe('What data may look like'),
});
export type EventDescription = z.output<typeof EventDescription>;

export const listEventTypes = endpoint({
  method: 'GET',
  path: '/api/v1/event_types',
  summary: 'Every type of event there is, with an example',
  tag: 'events',
  scope: 'events:read',
  responses: { 200: list(EventDescription) },
});
