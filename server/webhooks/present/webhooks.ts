import type { Attempt, Delivery } from '@smooth/contract/webhooks/deliveries.ts';
import type { Webhook } from '@smooth/contract/webhooks/webhooks.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { webhookPolicy } from '../policy.ts';
import type { AttemptRow, DeliveryRow } from '../queries/deliveries.ts';
import type { WebhookRow } from '../queries/webhooks.ts';

const instantOrNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

export const presentWebhook = (row: WebhookRow, actor: Actor): Webhook => ({
  id: row.id,
  revision: row.revision,
  url: row.url,
  description: row.description,
  event_types: row.event_types,
  is_active: row.is_active,
  failing_since: instantOrNull(row.failing_since),
  disabled_at: instantOrNull(row.disabled_at),
  last_day: { succeeded: row.succeeded, failed: row.failed },
  waiting: row.waiting,
  created_at: formatInstant(row.created_at),
  updated_at: formatInstant(row.updated_at),
  can: { edit: webhookPolicy.may(actor, 'webhook.edit', row) },
});

export const presentDelivery = (row: DeliveryRow): Delivery => ({
  id: row.id,
  webhook_id: row.webhook_id,
  event: { id: row.event_id, type: row.type, occurred_at: formatInstant(row.occurred_at), subject_id: row.subject_id },
  status: row.status,
  attempts: row.attempts,
  next_at: instantOrNull(row.next_at),
  last_status: row.last_status,
  last_error: row.last_error,
  created_at: formatInstant(row.created_at),
  delivered_at: instantOrNull(row.delivered_at),
});

export const presentAttempt = ({ id, at, duration_ms, request, response, error }: AttemptRow): Attempt => ({
  id,
  at: formatInstant(at),
  duration_ms,
  request,
  response,
  error,
});
