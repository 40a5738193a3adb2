import { z } from 'zod';
import { event } from '../core/event.ts';
import { Id } from '../core/fields.ts';

const subject = z.object({ id: Id });

export const webhookEvents = {
  created: event('webhook.created', subject),
  changed: event('webhook.changed', subject),
  deleted: event('webhook.deleted', subject),
};
export const webhookSecretRotated = event('webhook.secret_rotated', subject);
export const webhookTested = event('webhook.tested', subject);
/** Of one delivery, or of those of a span of time. */
export const webhookResent = event('webhook.resent', subject);
/** By itself, after five days in which nothing was taken. */
export const webhookDisabled = event('webhook.disabled', subject);
