import type { FastifyRequest } from 'fastify';
import { auditAlone, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { userById } from '../queries/people.ts';
import { redeemCode } from './codes.ts';
import type { Guesses } from './guesses.ts';
import { isPasswordOf, type UserRow } from './sign-in.ts';

export interface Asking {
  core: Core;
  guesses: Guesses;
  visit: Visit;
  request: FastifyRequest;
}

export type Proof = { password: string } | { code: string };

/** Whoever is signed in proves again that it is them; guesses count as those at the sign-in do. */
export async function demandProof({ core, guesses, visit, request }: Asking, proof: Proof): Promise<UserRow> {
  const { session } = visit.signedIn!;
  const [row] = await askGate(core.database, userById(session.user_id));
  const user = found(row);
  const guess = { tenantId: user.tenant_id, email: user.email, ip: request.ip };
  await guesses.count(guess);
  if (!(await isProof(core, user, proof, visit.now))) {
    await auditAlone(core, witnessOf(visit, request), { action: 'IDENTITY_PROOF_FAILED' });
    const pointer = 'password' in proof ? '/body/password' : '/body/code';
    const detail = 'password' in proof ? 'The password does not match.' : 'The code does not match, or it was used.';
    throw new Refused('wrong_proof', { detail, errors: [{ pointer, code: 'wrong_proof', detail }] });
  }
  await guesses.forgive(guess);
  return user;
}

async function isProof(core: Core, user: UserRow, proof: Proof, now: number): Promise<boolean> {
  if ('password' in proof) return isPasswordOf(user, proof.password);
  const attempt = { userId: user.id, code: proof.code, now };
  return (await inGate(core.database, (tx) => redeemCode(core, tx, attempt))) !== null;
}
