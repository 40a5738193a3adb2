import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, list } from '../core/fields.ts';

/* Names in camel case are those of WebAuthn, which browsers write and read (PublicKeyCredential.toJSON). */

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\w-]+$/, 'Send it in base64url, without padding');
const CredentialId = bytes(1400);
const Name = z.string().trim().min(1).max(60);
const SecondStep = z.string().min(10).max(100);

const credential = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
};

/** What an authenticator answers to a challenge. */
export const Assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    authenticatorData: bytes(4000),
    signature: bytes(4000),
    userHandle: bytes(200).nullish(),
  }),
});
export type Assertion = z.output<typeof Assertion>;

/** What an authenticator answers when it makes a passkey. */
export const Attestation = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(4000),
    attestationObject: bytes(16_000),
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
export type Attestation = z.output<typeof Attestation>;

/** PublicKeyCredentialRequestOptionsJSON. Names no account: the device knows which passkeys it has for this address. */
export const RequestOptions = z.object({
  challenge: z.string(),
  rpId: z.string(),
  timeout: z.int(),
  userVerification: z.literal('required'),
});

/** PublicKeyCredentialCreationOptionsJSON. */
export const CreationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })),
  timeout: z.int(),
  attestation: z.literal('none'),
  authenticatorSelection: z.object({
    residentKey: z.literal('required'),
    requireResidentKey: z.literal(true),
    userVerification: z.literal('required'),
  }),
  excludeCredentials: z.array(z.object({ type: z.literal('public-key'), id: z.string() })),
});

export const Passkey = z.object({
  id: Id,
  name: z.string(),
  host: z.string().describe('The address it opens; at others of the same business it is not offered'),
  created_at: InstantText,
  last_used_at: InstantText.nullable(),
  can: can('use_here').describe('Whether it opens the address that was asked'),
});
export type Passkey = z.output<typeof Passkey>;

export const startPasskeySignIn = endpoint({
  method: 'POST',
  path: '/api/auth/login/passkey/challenge',
  summary: 'What a passkey is to sign to sign in here; works once, for five minutes',
  tag: 'auth',
  responses: { 200: RequestOptions },
  refusals: ['rate_limited'],
});

export const loginWithPasskey = endpoint({
  method: 'POST',
  path: '/api/auth/login/passkey',
  summary: 'Sign in with a passkey: instead of e-mail and password, or as the second step after them',
  tag: 'auth',
  body: z.strictObject({
    passkey: Assertion,
    challenge: SecondStep.optional().describe('As the second step: what the first one answered'),
  }),
  responses: { 200: z.object({ next: z.enum(['done']) }) },
  refusals: ['wrong_credentials', 'link_expired', 'rate_limited'],
});

export const startPasskeyProof = endpoint({
  method: 'POST',
  path: '/api/auth/sudo/challenge',
  summary: 'What one of your passkeys is to sign to prove again that it is you',
  tag: 'auth',
  in_person: true,
  responses: { 200: RequestOptions },
  refusals: ['rate_limited'],
});

export const listPasskeys = endpoint({
  method: 'GET',
  path: '/api/auth/passkeys',
  summary: 'Your passkeys, the oldest first',
  tag: 'auth',
  responses: { 200: list(Passkey) },
});

export const startPasskey = endpoint({
  method: 'POST',
  path: '/api/auth/passkeys/challenge',
  summary: 'What a device needs to make a passkey for this address',
  tag: 'auth',
  sudo: true,
  in_person: true,
  responses: { 200: CreationOptions },
  refusals: ['limit_reached', 'rate_limited'],
});

export const addPasskey = endpoint({
  method: 'POST',
  path: '/api/auth/passkeys',
  summary:
    'Keep a passkey that a device has made; the first second factor answers recovery codes, which are shown once',
  tag: 'auth',
  body: z.strictObject({ name: Name, passkey: Attestation }),
  sudo: true,
  in_person: true,
  responses: { 201: z.object({ passkey: Passkey, recovery_codes: z.array(z.string()).nullable() }) },
  refusals: ['wrong_proof', 'link_expired', 'duplicate', 'limit_reached'],
});

export const renamePasskey = endpoint({
  method: 'PATCH',
  path: '/api/auth/passkeys/:id',
  summary: 'Give one of your passkeys another name',
  tag: 'auth',
  params: idParams,
  body: z.strictObject({ name: Name }),
  in_person: true,
  responses: { 200: Passkey },
  refusals: ['not_found'],
});

export const removePasskey = endpoint({
  method: 'DELETE',
  path: '/api/auth/passkeys/:id',
  summary: 'Remove one of your passkeys; it opens nothing any more',
  tag: 'auth',
  params: idParams,
  sudo: true,
  in_person: true,
  responses: { 204: nothing },
  refusals: ['not_found'],
});
