import type { FastifyReply, FastifyRequest } from 'fastify';
import { audit, auditAlone, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { found, Refused } from '../../core/errors.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { userById } from '../queries/people.ts';
import { redeemCode } from './codes.ts';
import type { Guesses } from './guesses.ts';
import { takePass, tryPass } from './passes.ts';
import { openSession } from './sessions.ts';

export interface Asked {
  core: Core;
  guesses: Guesses;
  visit: Visit;
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The step after the password: the pass that it gave, and a code. Of many with the same code at once, one comes in. */
export async function finishSignIn(
  { core, guesses, visit, request, reply }: Asked,
  { challenge, code }: { challenge: string; code: string },
): Promise<void> {
  const { mode, now } = visit;
  const tenant_id = visit.tenant?.id ?? null;
  const presented = { purpose: 'second_factor', token: challenge, tenant_id, mode, now } as const;
  // A try counts whatever becomes of it, so it has a transaction of its own.
  const { user_id } = await inGate(core.database, (tx) => tryPass(tx, presented));
  const [row] = await askGate(core.database, userById(user_id!));
  const user = found(row);
  const guess = { tenantId: tenant_id, email: user.email, ip: request.ip };
  await guesses.count(guess);
  const witness = { ...witnessOf(visit, request), actor: { id: user.id, email: user.email } };
  const used = await inGate(core.database, async (tx) => {
    const by = await redeemCode(core, tx, { userId: user.id, code, now });
    if (!by) return null;
    await takePass(tx, presented);
    if (by === 'recovery_code') await audit(core, tx, witness, { action: 'RECOVERY_CODE_USED' });
    return by;
  });
  if (!used || !user.is_active) {
    await auditAlone(core, witness, { action: 'SIGN_IN_FAILED', detail: { step: 'second_factor' } });
    throw new Refused('wrong_credentials', { detail: 'The code does not match, or it was used already.' });
  }
  await guesses.forgive(guess);
  await openSession(core, { user, mode, witness, detail: { second_factor: used } }, request, reply);
}
