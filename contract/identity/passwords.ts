import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { EmailText } from '../core/fields.ts';

export const SHORTEST_PASSWORD = 10;
export const NewPassword = z
  .string()
  .min(SHORTEST_PASSWORD, `Use ${SHORTEST_PASSWORD} characters or more`)
  .max(200)
  .describe('Any characters; length is what counts');
const Token = z.string().min(10).max(100);

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/auth/password',
  summary: 'Change your password; all your other sessions end',
  tag: 'auth',
  body: z.strictObject({ current_password: z.string().min(1).max(200), new_password: NewPassword }),
  in_person: true,
  responses: { 204: nothing },
  refusals: ['wrong_proof', 'rate_limited'],
});

export const askPasswordReset = endpoint({
  method: 'POST',
  path: '/api/auth/password_reset',
  summary: 'Ask for a mail with a link to a new password; the answer is the same whether the account exists or not',
  tag: 'auth',
  body: z.strictObject({ email: EmailText }),
  responses: { 204: nothing },
  refusals: ['rate_limited'],
});

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/auth/password_reset/:reset_token',
  summary: 'Set a new password by the link of a mail; all sessions end',
  tag: 'auth',
  params: z.object({ reset_token: Token }),
  body: z.strictObject({ new_password: NewPassword }),
  responses: { 204: nothing },
  refusals: ['link_expired'],
});

export const askEmailVerification = endpoint({
  method: 'POST',
  path: '/api/auth/email_verification',
  summary: 'Ask for a mail with a link that shows that your address is yours',
  tag: 'auth',
  responses: { 204: nothing },
  refusals: ['rate_limited'],
});

export const verifyEmail = endpoint({
  method: 'POST',
  path: '/api/auth/email_verification/:verification_token',
  summary: 'Confirm an e-mail address by the link of a mail',
  tag: 'auth',
  params: z.object({ verification_token: Token }),
  responses: { 204: nothing },
  refusals: ['link_expired'],
});
