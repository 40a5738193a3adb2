import type { CreationOptions, RequestOptions } from '@smooth/contract/identity/passkeys.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { z } from 'zod';
import { addressOf, businessOrigin } from '../../core/http/address.ts';
import type { Place } from '../../core/http/visit.ts';

/** Whom a passkey is for: the host of a place, and the one origin from which it may be used. */
export interface RelyingParty {
  host: string;
  origin: string;
}

/**
 * The relying party of the place that a request came to; null at the front page, where nobody signs in. Never the bare
 * host, whose passkeys a browser would offer to every business below it.
 */
export function relyingPartyOf(place: Place, host: string, baseUrl: URL): RelyingParty | null {
  if (place.at === 'front') return null;
  const address = addressOf(host, baseUrl.hostname);
  const origin =
    address.at === 'domain'
      ? `${baseUrl.protocol}//${address.hostname}${baseUrl.port && `:${baseUrl.port}`}`
      : businessOrigin(baseUrl, place.at === 'platform' ? 'platform' : place.row.subdomain);
  return { host: new URL(origin).hostname, origin };
}

/** How long a challenge waits for its answer. */
export const CHALLENGE_LASTS_MS = 5 * MINUTE;

/** ES256, EdDSA, RS256: what authenticators make. */
const ALGORITHMS = [-7, -8, -257];

const toBytes = (token: string) => Buffer.from(token).toString('base64url');

/** The pass is the challenge: a device signs it, and it comes back in what was signed. */
export const requestOptions = ({ host }: RelyingParty, pass: string): z.output<typeof RequestOptions> => ({
  challenge: toBytes(pass),
  rpId: host,
  timeout: CHALLENGE_LASTS_MS,
  userVerification: 'required',
});

interface Making {
  pass: string;
  place: string;
  user: { id: string; email: string; name: string };
  /** The credentials this person has here already, so that a device does not make a second one. */
  known: readonly Buffer[];
}

export const creationOptions = (
  { host }: RelyingParty,
  { pass, place, user, known }: Making,
): z.output<typeof CreationOptions> => ({
  challenge: toBytes(pass),
  rp: { id: host, name: place },
  user: { id: userHandle(user.id), name: user.email, displayName: user.name },
  pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
  timeout: CHALLENGE_LASTS_MS,
  attestation: 'none',
  authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  excludeCredentials: known.map((id) => ({ type: 'public-key', id: id.toString('base64url') })),
});

/** Under which a device keeps the passkeys of a person; says nothing about them. */
export const userHandle = (userId: string): string =>
  Buffer.from(userId.replaceAll('-', ''), 'hex').toString('base64url');

/** The pass in what the device has signed; null where that is nothing of ours. */
export function passIn(clientDataJSON: string): string | null {
  try {
    const { challenge } = JSON.parse(fromBytes(clientDataJSON)) as { challenge?: unknown };
    return typeof challenge === 'string' ? fromBytes(challenge) : null;
  } catch {
    return null;
  }
}

const fromBytes = (text: string) => Buffer.from(text, 'base64url').toString();
