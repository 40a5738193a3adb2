import { z } from 'zod';
import { Id } from '../core/fields.ts';

/**
 * What travels over `/api/ws?mode=live|sandbox&since=<cursor>`, one JSON document per message. Nothing but names: who
 * hears that something changed fetches it afresh, with their own rights.
 */
export const RealtimeMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), cursor: z.string().describe('Where to go on after a lost connection') }),
  z.object({ type: z.literal('reset'), cursor: z.string().describe('Too much was missed: fetch everything afresh') }),
  z.object({
    type: z.literal('event'),
    event: z.string().describe('Such as appointment.rescheduled'),
    event_id: Id.describe('The same event is the same id, also when it comes twice'),
    id: Id.describe('What it is about'),
    revision: z.int().nullable(),
    cursor: z.string(),
  }),
]);
export type RealtimeMessage = z.output<typeof RealtimeMessage>;
