import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, InstantText, page, pageQuery } from '../core/fields.ts';

export const messageStatuses = ['queued', 'sent', 'captured', 'failed', 'dropped'] as const;

export const Message = z.object({
  id: Id,
  template: z.string().describe('Such as booked, rescheduled, cancelled, reminder'),
  recipient: z.string(),
  subject: z.string(),
  status: z.enum(messageStatuses).describe('captured: it reaches nobody, because it was written in test mode'),
  error: z.string().nullable().describe('Why it did not leave'),
  appointment_id: Id.nullable(),
  created_at: InstantText,
  sent_at: InstantText.nullable(),
});
export type Message = z.output<typeof Message>;

export const MessageWithText = Message.extend({ text: z.string() });
export type MessageWithText = z.output<typeof MessageWithText>;

export const listMessages = endpoint({
  method: 'GET',
  path: '/api/v1/messages',
  summary: 'What was sent to customers and to the business, the newest first; in test mode, what would have been',
  tag: 'messages',
  scope: 'messages:read',
  query: z.strictObject({ ...pageQuery, appointment_id: Id.optional(), status: z.enum(messageStatuses).optional() }),
  responses: { 200: page(Message) },
});

export const getMessage = endpoint({
  method: 'GET',
  path: '/api/v1/messages/:id',
  summary: 'A message with its text',
  tag: 'messages',
  scope: 'messages:read',
  params: z.object({ id: Id }),
  responses: { 200: MessageWithText },
});
