import {
  addPasskey,
  listPasskeys,
  loginWithPasskey,
  removePasskey,
  renamePasskey,
  startPasskey,
  startPasskeyProof,
  startPasskeySignIn,
} from '@smooth/contract/identity/passkeys.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Routes } from '../../core/http/route.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { type Guesses, tooMany } from '../actions/guesses.ts';
import { beginCeremony, relyingParty } from '../actions/passkeys.ts';
import { keepPasskey, refuseTooMany, renameOwn, takeAway } from '../actions/own-passkeys.ts';
import { signInWithPasskey } from '../actions/passkey-sign-in.ts';
import { presentPasskey } from '../present/passkeys.ts';
import { passkeysOf } from '../queries/passkeys.ts';
import { userById } from '../queries/people.ts';
import { creationOptions, relyingPartyOf, requestOptions } from '../rules/passkeys.ts';

const mine = { may: 'signed_in', place: 'any' } as const;

export function passkeyRoutes({ open }: Routes, core: Core, guesses: Guesses): void {
  const limit = challengeLimit(core);
  open(startPasskeySignIn, { may: 'everyone', place: 'any' }, async ({ visit, request }) => {
    if (visit.signedIn?.masquerade) throw new Refused('acting_as_somebody');
    const at = { core, visit, request };
    const party = relyingParty(at);
    await limit(request.ip);
    return requestOptions(party, await beginCeremony(at, { kind: 'sign_in', userId: null }));
  });
  open(loginWithPasskey, { may: 'everyone', place: 'any' }, async ({ visit, body, request, reply }) => {
    if (visit.signedIn?.masquerade) throw new Refused('acting_as_somebody');
    await signInWithPasskey({ core, guesses, visit, request, reply }, body);
    return { next: 'done' as const };
  });
  open(startPasskeyProof, mine, async ({ visit, request }) => {
    const at = { core, visit, request };
    const party = relyingParty(at);
    await limit(request.ip);
    return requestOptions(party, await beginCeremony(at, { kind: 'proof', userId: visit.signedIn!.session.user_id }));
  });
  ownPasskeyRoutes({ open }, core, limit);
}

function ownPasskeyRoutes({ open }: Pick<Routes, 'open'>, core: Core, limit: (ip: string) => Promise<void>): void {
  open(listPasskeys, mine, async ({ visit, request }) => {
    const here = relyingPartyOf(visit.place, request.headers.host ?? '', core.config.baseUrl)?.host;
    const rows = await askGate(core.database, passkeysOf(visit.signedIn!.session.user_id));
    return { data: rows.map((row) => presentPasskey(row, here)) };
  });
  open(startPasskey, mine, async ({ visit, request }) => {
    const at = { core, visit, request };
    const party = relyingParty(at);
    await limit(request.ip);
    const userId = visit.signedIn!.session.user_id;
    const [[person], rows] = await Promise.all([
      askGate(core.database, userById(userId)),
      askGate(core.database, passkeysOf(userId)),
    ]);
    refuseTooMany(rows.length);
    return creationOptions(party, {
      pass: await beginCeremony(at, { kind: 'registration', userId }),
      place: visit.tenant?.row.name ?? 'SmoothSchedule',
      user: found(person),
      known: rows.filter(({ host }) => host === party.host).map(({ credential_id }) => credential_id),
    });
  });
  open(addPasskey, mine, async ({ visit, body, request }) => {
    const { passkey, recovery_codes } = await keepPasskey({ core, visit, request }, body);
    return { passkey: presentPasskey(passkey, passkey.host), recovery_codes };
  });
  open(renamePasskey, mine, async ({ visit, params: { id }, body: { name }, request }) => {
    const at = { core, visit, request };
    const row = await inGate(core.database, (tx) => renameOwn(tx, visit.signedIn!.session.user_id, { id, name }));
    return presentPasskey(row, relyingParty(at).host);
  });
  open(removePasskey, mine, async ({ visit, params: { id }, request }) => {
    await takeAway({ core, visit, request }, id);
    return undefined;
  });
}

/** How many challenges one address may ask for, since each is kept for a while. */
function challengeLimit({ config }: Core) {
  const limiter = new RateLimiterMemory({ points: config.signInAttempts * 20, duration: (15 * MINUTE) / 1000 });
  return async (ip: string): Promise<void> => void (await limiter.consume(ip).catch(tooMany));
}
