import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { Id, InstantText, LanguageCode } from '../core/fields.ts';
import { Masquerade } from './masquerade.ts';
import { roles } from './roles.ts';
import { Business } from '../tenancy/business.ts';

export const Me = z.object({
  user: z.object({
    id: Id,
    email: z.string(),
    email_verified: z.boolean(),
    name: z.string(),
    role: z.enum(roles),
    locale: z.string().nullable(),
    customer_id: Id.nullable(),
  }),
  tenant: Business.nullable(),
  mode: z.enum(['live', 'sandbox']),
  permissions: z.array(z.string()).describe('Every action this person may try at all, such as appointment.cancel'),
  second_factor_required: z.boolean().describe('Nothing else can be done before a second factor is set up'),
  masquerade: Masquerade.nullable(),
  session: z.object({
    id: Id,
    created_at: InstantText,
    expires_at: InstantText,
    proved_until: InstantText.describe('Until when actions are open that ask for a fresh proof of identity'),
  }),
});
export type Me = z.output<typeof Me>;

export const login = endpoint({
  method: 'POST',
  path: '/api/auth/login',
  summary: 'Sign in with e-mail and password',
  tag: 'auth',
  body: z.strictObject({ email: z.string().trim().min(1).max(254), password: z.string().min(1).max(200) }),
  responses: {
    200: z.object({
      next: z.enum(['done', 'totp', 'passkey']),
      challenge: z.string().optional().describe('To be sent with the second factor, where one is asked for next'),
      factors: z
        .array(z.enum(['totp', 'passkey', 'recovery_code']))
        .optional()
        .describe('What counts as one'),
    }),
  },
  refusals: ['wrong_credentials', 'rate_limited'],
});

export const logout = endpoint({
  method: 'POST',
  path: '/api/auth/logout',
  summary: 'End this session',
  tag: 'auth',
  responses: { 204: nothing },
});

export const me = endpoint({
  method: 'GET',
  path: '/api/auth/me',
  summary: 'Who is signed in, where, and what they may do',
  tag: 'auth',
  responses: { 200: Me },
});

export const changeMe = endpoint({
  method: 'PATCH',
  path: '/api/auth/me',
  summary: 'Choose the language in which the app speaks to oneself',
  tag: 'auth',
  body: z.strictObject({ locale: LanguageCode.nullable().describe('null: as the browser asks') }),
  responses: { 204: nothing },
});
