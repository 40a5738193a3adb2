import type { Assertion, Attestation } from '@smooth/contract/identity/passkeys.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyRequest } from 'fastify';
import { sql } from 'kysely';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import type { Visit } from '../../core/http/visit.ts';
import { newId } from '../../core/ids.ts';
import { askGate, inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { type PasskeyRow, passkeyByCredential } from '../queries/passkeys.ts';
import { userById } from '../queries/people.ts';
import { boundMode } from '../rules/bound.ts';
import { CHALLENGE_LASTS_MS, passIn, type RelyingParty, relyingPartyOf, userHandle } from '../rules/passkeys.ts';
import { issuePass, takePass } from './passes.ts';
import type { UserRow } from './sign-in.ts';

/** What a challenge is for; one that was given for something else opens nothing. */
export interface Ceremony {
  kind: 'sign_in' | 'proof' | 'registration';
  /** Who began it, where somebody is signed in. */
  userId: string | null;
}

export interface At {
  core: Core;
  visit: Visit;
  request: FastifyRequest;
}

/** Only what checks signatures needs it, and it takes a while to load. */
const webauthn = () => import('@simplewebauthn/server');

export function relyingParty({ core, visit, request }: At): RelyingParty {
  const party = relyingPartyOf(visit.place, request.headers.host ?? '', core.config.baseUrl);
  if (!party) throw new Refused('unknown_business', { detail: 'Sign in at the address of your business.' });
  return party;
}

const placeOf = ({ tenant, mode, now }: Visit) => ({ tenant_id: tenant?.id ?? null, mode, now });

/** Answers the challenge, of which only a hash is kept. */
export const beginCeremony = ({ core, visit }: At, { kind, userId }: Ceremony): Promise<string> =>
  inGate(core.database, (tx) =>
    issuePass(tx, {
      purpose: 'passkey',
      user_id: userId,
      ...placeOf(visit),
      lastsMs: CHALLENGE_LASTS_MS,
      detail: { ceremony: kind },
    }),
  );

/** Uses a challenge up, whatever becomes of the answer to it. */
async function takeCeremony({ core, visit }: At, clientDataJSON: string, { kind, userId }: Ceremony): Promise<void> {
  const token = passIn(clientDataJSON) ?? '';
  const presented = { purpose: 'passkey', token, ...placeOf(visit) } as const;
  const { detail, user_id } = await inGate(core.database, (tx) => takePass(tx, presented)).catch(asOver);
  if (detail['ceremony'] !== kind || user_id !== userId) throw over();
}

const over = () =>
  new Refused('link_expired', { detail: 'This took too long, or was used already. Use the passkey once more.' });
const asOver = (error: unknown): never => {
  throw error instanceof Refused ? over() : error;
};

/**
 * Whose passkey has signed, here and in this mode; null for one that is not known, was removed, belongs elsewhere, was
 * copied, or has not signed this.
 */
export async function redeemPasskey(at: At, assertion: Assertion, ceremony: Ceremony): Promise<UserRow | null> {
  const { core, visit } = at;
  const party = relyingParty(at);
  await takeCeremony(at, assertion.response.clientDataJSON, ceremony);
  const [passkey] = await askGate(core.database, passkeyByCredential(Buffer.from(assertion.id, 'base64url')));
  if (!passkey || passkey.host !== party.host) return null;
  const [user] = await askGate(core.database, userById(passkey.user_id));
  if (!user || !isAtHome(user, visit)) return null;
  const count = await signedCount(assertion, passkey, party);
  if (count === null || !(await countUse(core, passkey, { count, now: visit.now }))) return null;
  return user;
}

function isAtHome(user: UserRow, { tenant, mode }: Visit): boolean {
  const bound = boundMode(user);
  return user.is_active && user.tenant_id === (tenant?.id ?? null) && (bound === null || bound === mode);
}

/** The count of the device with a signature that is right; null where it is not. */
async function signedCount(assertion: Assertion, passkey: PasskeyRow, party: RelyingParty): Promise<number | null> {
  const { userHandle: handle } = assertion.response;
  if (handle && handle !== userHandle(passkey.user_id)) return null;
  const { verifyAuthenticationResponse } = await webauthn();
  const answer = { ...assertion.response, userHandle: handle ?? undefined };
  const response = { ...assertion, response: answer, clientExtensionResults: {} };
  const checked = await verifyAuthenticationResponse({
    response,
    // Taken already; what was signed is that very one.
    expectedChallenge: () => true,
    expectedOrigin: party.origin,
    expectedRPID: party.host,
    requireUserVerification: true,
    credential: {
      id: assertion.id,
      publicKey: new Uint8Array(passkey.public_key),
      // Judged where it is kept, so that of two at the same moment one counts.
      counter: 0,
    },
  }).catch(() => null);
  return checked?.verified ? checked.authenticationInfo.newCounter : null;
}

/** Of two answers with the same count one is a copy; a device that does not count always says zero. */
const countUse = (core: Core, { id }: PasskeyRow, { count, now }: { count: number; now: Instant }): Promise<boolean> =>
  inGate(core.database, async (tx) => {
    const used = await tx
      .updateTable('public.passkeys')
      .set({ sign_count: count, last_used_at: new Date(now) })
      .where('id', '=', id)
      .where(sql<boolean>`(sign_count < ${count} OR (sign_count = 0 AND ${count} = 0))`)
      .returning('id')
      .executeTakeFirst();
    return used !== undefined;
  });

/** What a new passkey is, checked against its challenge and this place. */
export async function checkAttestation(at: At, attestation: Attestation, userId: string) {
  const party = relyingParty(at);
  await takeCeremony(at, attestation.response.clientDataJSON, { kind: 'registration', userId });
  const { verifyRegistrationResponse } = await webauthn();
  const checked = await verifyRegistrationResponse({
    response: { ...attestation, clientExtensionResults: {} },
    expectedChallenge: () => true,
    expectedOrigin: party.origin,
    expectedRPID: party.host,
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) throw notMade();
  return { ...checked.registrationInfo.credential, host: party.host };
}

function notMade(): Refused {
  const detail = 'The device did not make a passkey for this address. Try again, or use another device.';
  return new Refused('wrong_proof', { detail, errors: [{ pointer: '/body/passkey', code: 'wrong_proof', detail }] });
}

interface NewPasskey {
  userId: string;
  name: string;
  credential: Awaited<ReturnType<typeof checkAttestation>>;
  now: Instant;
}

export async function insertPasskey(tx: PublicDb, { userId, name, credential, now }: NewPasskey): Promise<PasskeyRow> {
  const row = await tx
    .insertInto('public.passkeys')
    .values({
      id: newId(now),
      user_id: userId,
      host: credential.host,
      credential_id: Buffer.from(credential.id, 'base64url'),
      public_key: Buffer.from(credential.publicKey),
      sign_count: credential.counter,
      name,
      created_at: new Date(now),
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refused('duplicate', { detail: 'This passkey is known already. Use another device.' });
  return row;
}
