import type { z } from 'zod';

/** A fact in the past tense, such as `appointment.cancelled`; the schema is its payload. */
export interface EventType<Payload extends z.ZodObject = z.ZodObject> {
  type: `${string}.${string}`;
  payload: Payload;
}

export const event = <Payload extends z.ZodObject>(type: EventType['type'], payload: Payload): EventType<Payload> => ({
  type,
  payload,
});
