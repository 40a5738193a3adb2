import type { Assertion } from '@smooth/contract/identity/passkeys.ts';
import type { FastifyRequest } from 'fastify';
import { auditAlone, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { userById } from '../queries/people.ts';
import { redeemCode } from './codes.ts';
import { redeemPasskey } from './passkeys.ts';
import type { Guesses } from './guesses.ts';
import { isPasswordOf, type UserRow } from './sign-in.ts';

export interface Asking {
  core: Core;
  guesses: Guesses;
  visit: Visit;
  request: FastifyRequest;
}

export type Proof = { password: string } | { code: string } | { passkey: Assertion };

/** Whoever is signed in proves again that it is them; guesses count as those at the sign-in do. */
export async function demandProof(asking: Asking, proof: Proof): Promise<UserRow> {
  const { core, guesses, visit, request } = asking;
  const { session } = visit.signedIn!;
  const [row] = await askGate(core.database, userById(session.user_id));
  const user = found(row);
  const guess = { tenantId: user.tenant_id, email: user.email, ip: request.ip };
  await guesses.count(guess);
  if (!(await isProof(asking, user, proof))) {
    await auditAlone(core, witnessOf(visit, request), { action: 'IDENTITY_PROOF_FAILED' });
    const [kind, detail] = mismatch(proof);
    const pointer = `/body/${kind}`;
    throw new Refused('wrong_proof', { detail, errors: [{ pointer, code: 'wrong_proof', detail }] });
  }
  await guesses.forgive(guess);
  return user;
}

function mismatch(proof: Proof): [kind: string, detail: string] {
  if ('password' in proof) return ['password', 'The password does not match.'];
  if ('code' in proof) return ['code', 'The code does not match, or it was used.'];
  return ['passkey', 'This passkey is not one of yours. Use another one, or your password.'];
}

async function isProof(asking: Asking, user: UserRow, proof: Proof): Promise<boolean> {
  const { core, visit } = asking;
  if ('password' in proof) return isPasswordOf(user, proof.password);
  if ('passkey' in proof)
    return (await redeemPasskey(asking, proof.passkey, { kind: 'proof', userId: user.id }))?.id === user.id;
  const attempt = { userId: user.id, code: proof.code, now: visit.now };
  return (await inGate(core.database, (tx) => redeemCode(core, tx, attempt))) !== null;
}
