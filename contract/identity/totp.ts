import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';

const Code = z.string().trim().min(6).max(40);

export const loginWithCode = endpoint({
  method: 'POST',
  path: '/api/auth/login/totp',
  summary: 'The second step of signing in: a code of the authenticator app, or a recovery code',
  tag: 'auth',
  body: z.strictObject({ challenge: z.string().min(10).max(100), code: Code }),
  responses: { 200: z.object({ next: z.enum(['done']) }) },
  refusals: ['wrong_credentials', 'link_expired', 'rate_limited'],
});

export const startTotp = endpoint({
  method: 'POST',
  path: '/api/auth/totp',
  summary: 'Begin to set up an authenticator app; it counts once a code of it was confirmed',
  tag: 'auth',
  sudo: true,
  in_person: true,
  responses: { 200: z.object({ secret: z.string(), otpauth_uri: z.string() }) },
  refusals: ['duplicate'],
});

export const confirmTotp = endpoint({
  method: 'POST',
  path: '/api/auth/totp/confirmation',
  summary: 'Confirm the authenticator app by a code of it; answers recovery codes, which are shown once',
  tag: 'auth',
  body: z.strictObject({ code: Code }),
  sudo: true,
  in_person: true,
  responses: { 200: z.object({ recovery_codes: z.array(z.string()) }) },
  refusals: ['wrong_proof', 'not_found', 'rate_limited'],
});

export const disableTotp = endpoint({
  method: 'DELETE',
  path: '/api/auth/totp',
  summary: 'Take the authenticator app and the recovery codes away',
  tag: 'auth',
  sudo: true,
  in_person: true,
  responses: { 204: nothing },
});

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/auth/recovery_codes',
  summary: 'New recovery codes in place of the old ones, shown once',
  tag: 'auth',
  sudo: true,
  in_person: true,
  responses: { 200: z.object({ recovery_codes: z.array(z.string()) }) },
});

export const SecondFactors = z.object({
  has_totp: z.boolean(),
  recovery_codes_left: z.int(),
  is_required: z.boolean().describe('Whether this person can do nothing else before one is set up'),
});

export const getSecondFactors = endpoint({
  method: 'GET',
  path: '/api/auth/second_factors',
  summary: 'Which second factors you have set up',
  tag: 'auth',
  responses: { 200: SecondFactors },
});
