import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { Id, idParams, InstantText, list } from '../core/fields.ts';
import { Assertion } from './passkeys.ts';

export const SessionItem = z.object({
  id: Id,
  mode: z.enum(['live', 'sandbox']),
  created_at: InstantText,
  last_seen_at: InstantText,
  expires_at: InstantText,
  ip_address: z.string().nullable(),
  user_agent: z.string().nullable(),
  is_current: z.boolean(),
  acted_by: z.string().nullable().describe('The e-mail of whoever acts as you in it'),
});
export type SessionItem = z.output<typeof SessionItem>;

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/auth/sessions',
  summary: 'Where you are signed in',
  tag: 'auth',
  responses: { 200: list(SessionItem) },
});

export const revokeSession = endpoint({
  method: 'DELETE',
  path: '/api/auth/sessions/:id',
  summary: 'Sign out one of your sessions; one that has ended already is no mistake',
  tag: 'auth',
  params: idParams,
  in_person: true,
  responses: { 204: nothing },
});

export const revokeOtherSessions = endpoint({
  method: 'DELETE',
  path: '/api/auth/sessions',
  summary: 'Sign out everywhere but here',
  tag: 'auth',
  in_person: true,
  responses: { 200: z.object({ revoked: z.int() }) },
});

export const proveIdentity = endpoint({
  method: 'POST',
  path: '/api/auth/sudo',
  summary: 'Prove again that it is you, by your password, a code or a passkey; holds for 15 minutes',
  tag: 'auth',
  body: z.union([
    z.strictObject({ password: z.string().min(1).max(200) }),
    z.strictObject({ code: z.string().trim().min(6).max(40) }),
    z.strictObject({ passkey: Assertion }),
  ]),
  in_person: true,
  responses: { 200: z.object({ proved_until: InstantText }) },
  refusals: ['wrong_proof', 'rate_limited'],
});
