import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, list, Revision, revisionBody } from '../core/fields.ts';
import { EventTypeName } from './recorded.ts';

const address = z.string().trim().min(1).max(2048);
const description = z.string().trim().max(200);
const chosen = z
  .array(EventTypeName)
  .min(1)
  .max(200)
  .nullable()
  .describe('The types that are sent; null for all of them, also those to come');

export const Webhook = z.object({
  id: Id,
  revision: Revision,
  url: z.string(),
  description: z.string(),
  event_types: z.array(z.string()).nullable().describe('null for all of them'),
  is_active: z.boolean(),
  failing_since: InstantText.nullable().describe('Since when no try has succeeded; null while all is well'),
  disabled_at: InstantText.nullable().describe('When it was switched off by itself, after five days without a success'),
  last_day: z.object({ succeeded: z.int(), failed: z.int() }).describe('Tries of the last 24 hours'),
  waiting: z.int().describe('Deliveries that are still to be made'),
  created_at: InstantText,
  updated_at: InstantText,
  can: can('edit'),
});
export type Webhook = z.output<typeof Webhook>;

export const listWebhooks = endpoint({
  method: 'GET',
  path: '/api/v1/webhooks',
  summary: 'The addresses that are told of events, in this mode',
  tag: 'webhooks',
  scope: 'webhooks:read',
  responses: { 200: list(Webhook) },
});

export const getWebhook = endpoint({
  method: 'GET',
  path: '/api/v1/webhooks/:id',
  summary: 'Get a webhook',
  tag: 'webhooks',
  scope: 'webhooks:read',
  params: idParams,
  responses: { 200: Webhook },
});

export const createWebhook = endpoint({
  method: 'POST',
  path: '/api/v1/webhooks',
  summary: 'Have events sent to an address',
  tag: 'webhooks',
  scope: 'webhooks:write',
  body: z.strictObject({ url: address, description: description.default(''), event_types: chosen.default(null) }),
  responses: { 201: Webhook },
  refusals: ['not_in_plan', 'limit_reached'],
});

export const changeWebhook = endpoint({
  method: 'PATCH',
  path: '/api/v1/webhooks/:id',
  summary: 'Change a webhook, or switch it off and on. What waited while it was off is sent when it is on again',
  tag: 'webhooks',
  scope: 'webhooks:write',
  params: idParams,
  body: z.strictObject({
    revision: Revision,
    url: address.optional(),
    description: description.optional(),
    event_types: chosen.optional(),
    is_active: z.boolean().optional(),
  }),
  while_suspended: z.strictObject({ revision: Revision, is_active: z.literal(false) }),
  responses: { 200: Webhook },
  refusals: ['not_in_plan', 'stale_revision'],
});

export const deleteWebhook = endpoint({
  method: 'DELETE',
  path: '/api/v1/webhooks/:id',
  summary: 'Delete a webhook with its log; nothing is sent to it any more',
  tag: 'webhooks',
  scope: 'webhooks:write',
  params: idParams,
  while_suspended: nothing,
  responses: { 204: nothing },
});

export const WebhookSecret = z.object({
  secret: z
    .string()
    .nullable()
    .describe('`whsec_` and base64, as libraries of Standard Webhooks take it; null where a new one has to be made'),
  previous_secret: z.string().nullable().describe('Signs beside the new one until previous_until'),
  previous_until: InstantText.nullable(),
});
export type WebhookSecret = z.output<typeof WebhookSecret>;

export const getWebhookSecret = endpoint({
  method: 'GET',
  path: '/api/v1/webhooks/:id/secret',
  summary: 'The secret that signs what is sent',
  tag: 'webhooks',
  params: idParams,
  in_person: true,
  responses: { 200: WebhookSecret },
});

export const rotateWebhookSecret = endpoint({
  method: 'POST',
  path: '/api/v1/webhooks/:id/secret_rotation',
  summary: 'Make a new secret. The old one signs as well for as long as is asked for',
  tag: 'webhooks',
  params: idParams,
  body: revisionBody.extend({ keep_hours: z.int().min(0).max(168).default(24).describe('0 ends the old one at once') }),
  in_person: true,
  told_once: ['secret', 'previous_secret'],
  responses: { 200: WebhookSecret },
  refusals: ['stale_revision'],
});
