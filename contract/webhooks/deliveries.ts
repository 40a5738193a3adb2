import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, page, pageQuery } from '../core/fields.ts';
import { EventTypeName, RecordedEvent } from './recorded.ts';

export const deliveryStatuses = ['pending', 'delivered', 'failed'] as const;

export const Delivery = z.object({
  id: Id,
  webhook_id: Id,
  event: RecordedEvent.pick({ id: true, type: true, occurred_at: true, subject_id: true }),
  status: z.enum(deliveryStatuses).describe('failed: given up after three days'),
  attempts: z.int(),
  next_at: InstantText.nullable().describe('When it is tried next; null once it is delivered or given up'),
  last_status: z.int().nullable().describe('What the receiver last answered'),
  last_error: z.string().nullable().describe('Why there was no answer at the last try'),
  created_at: InstantText,
  delivered_at: InstantText.nullable(),
});
export type Delivery = z.output<typeof Delivery>;

const Headers = z.record(z.string(), z.string());

export const Attempt = z.object({
  id: Id,
  at: InstantText,
  duration_ms: z.int(),
  request: z.object({ url: z.string(), headers: Headers, body: z.string() }),
  response: z
    .object({
      status: z.int(),
      headers: Headers,
      body: z.string().describe('8,000 characters at most'),
      is_cut: z.boolean(),
    })
    .nullable(),
  error: z.string().nullable(),
});
export type Attempt = z.output<typeof Attempt>;

export const DeliveryWithAttempts = Delivery.extend({ log: z.array(Attempt).describe('The newest first') });
export type DeliveryWithAttempts = z.output<typeof DeliveryWithAttempts>;

const deliveryParams = z.object({ id: Id, delivery_id: Id });

export const listDeliveries = endpoint({
  method: 'GET',
  path: '/api/v1/webhooks/:id/deliveries',
  summary: 'What was sent to a webhook or is to be, the newest first. Kept for 30 days',
  tag: 'webhooks',
  scope: 'webhooks:read',
  params: idParams,
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(deliveryStatuses).optional(),
    type: EventTypeName.optional(),
    event_id: Id.optional(),
  }),
  responses: { 200: page(Delivery) },
});

export const getDelivery = endpoint({
  method: 'GET',
  path: '/api/v1/webhooks/:id/deliveries/:delivery_id',
  summary: 'One delivery with every try: what was sent, and what came back',
  tag: 'webhooks',
  scope: 'webhooks:read',
  params: deliveryParams,
  responses: { 200: DeliveryWithAttempts },
});

export const resendDelivery = endpoint({
  method: 'POST',
  path: '/api/v1/webhooks/:id/deliveries/:delivery_id/resend',
  summary: 'Send one event again, with the same id',
  tag: 'webhooks',
  scope: 'webhooks:write',
  params: deliveryParams,
  responses: { 200: Delivery },
  refusals: ['not_in_plan', 'webhook_inactive'],
});

export const resendDeliveries = endpoint({
  method: 'POST',
  path: '/api/v1/webhooks/:id/resend',
  summary: 'Send the events of a span of time again, or those of them that failed; also those it was never told of',
  tag: 'webhooks',
  scope: 'webhooks:write',
  params: idParams,
  body: z.strictObject({
    since: InstantText,
    until: InstantText.optional().describe('Now where it is left out'),
    failed_only: z.boolean().default(true),
  }),
  responses: { 200: z.object({ resent: z.int().describe('10,000 at most; ask again for the rest') }) },
  refusals: ['not_in_plan', 'webhook_inactive'],
});

export const testWebhook = endpoint({
  method: 'POST',
  path: '/api/v1/webhooks/:id/test',
  summary: 'Send a test event to this webhook',
  tag: 'webhooks',
  scope: 'webhooks:write',
  params: idParams,
  responses: { 201: Delivery },
  refusals: ['not_in_plan', 'webhook_inactive'],
});
