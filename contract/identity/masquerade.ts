import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, InstantText } from '../core/fields.ts';

export const MASQUERADE_MINUTES = 60;

/** Somebody acts as the person who seems to be signed in. */
export const Masquerade = z.object({
  by: z.object({ id: Id, name: z.string(), email: z.string() }),
  reason: z.string(),
  ends_at: InstantText,
});
export type Masquerade = z.output<typeof Masquerade>;

const Address = z.object({ address: z.string().describe('Where to go on: a path here, or a whole address elsewhere') });

export const startMasquerade = endpoint({
  method: 'POST',
  path: '/api/auth/masquerade',
  summary: 'Act as somebody else, for 60 minutes at most; everything done carries both people',
  tag: 'auth',
  body: z.strictObject({
    user_id: Id,
    reason: z.string().trim().min(3).max(500),
    mode: z.enum(['live', 'sandbox']).default('live').describe('Where the person lives in both'),
    return_path: z
      .string()
      .regex(/^\/(?!\/)[\w\-./?=&%]{0,300}$/, 'Use a path of this host')
      .default('/'),
  }),
  sudo: true,
  responses: { 200: Address },
  refusals: ['not_found', 'acting_as_somebody'],
});

export const stopMasquerade = endpoint({
  method: 'DELETE',
  path: '/api/auth/masquerade',
  summary: 'Be yourself again; whoever is already is told where they are',
  tag: 'auth',
  responses: { 200: Address },
});

export const takeHandOver = endpoint({
  method: 'POST',
  path: '/api/auth/hand_over/:hand_over_token',
  summary: 'Come in at another host by the code that was given for it; it works once and for 60 seconds',
  tag: 'auth',
  params: z.object({ hand_over_token: z.string().min(10).max(100) }),
  responses: { 200: Address },
  refusals: ['link_expired'],
});
