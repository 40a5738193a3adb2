import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { loginWithPasskey } from '@smooth/contract/identity/passkeys.ts';
import { auditAlone, witnessOf } from '../../audit/actions/write.ts';
import { Refused } from '../../core/errors.ts';
import { inGate } from '../../core/tenant/gate.ts';
import type { Asked } from './finish-sign-in.ts';
import { redeemPasskey } from './passkeys.ts';
import { takePass, tryPass } from './passes.ts';
import { openSession } from './sessions.ts';

/**
 * Comes in by a passkey, which is both what somebody has and what they know or are. After a password it has to be one of
 * the same person.
 */
export async function signInWithPasskey(
  { core, guesses, visit, request, reply }: Asked,
  { passkey, challenge }: BodyOf<typeof loginWithPasskey>,
): Promise<void> {
  const { mode, now } = visit;
  const tenant_id = visit.tenant?.id ?? null;
  const guess = { tenantId: tenant_id, email: `passkey ${passkey.id.slice(0, 100)}`, ip: request.ip };
  await guesses.count(guess);
  const step = challenge ? ({ purpose: 'second_factor', token: challenge, tenant_id, mode, now } as const) : null;
  const begun = step && (await inGate(core.database, (tx) => tryPass(tx, step)));
  const user = await redeemPasskey({ core, visit, request }, passkey, { kind: 'sign_in', userId: null });
  const witness = witnessOf(visit, request);
  if (!user || (begun && begun.user_id !== user.id)) {
    const actor = { id: user?.id ?? begun?.user_id ?? null, email: user?.email ?? null };
    await auditAlone(core, { ...witness, actor }, { action: 'SIGN_IN_FAILED', detail: { step: 'passkey' } });
    throw new Refused('wrong_credentials', { detail: 'This passkey opens nothing here. Use another way to sign in.' });
  }
  if (step) await inGate(core.database, (tx) => takePass(tx, step));
  await guesses.forgive(guess);
  const actor = { id: user.id, email: user.email };
  const detail = step ? { second_factor: 'passkey' } : { by: 'passkey' };
  await openSession(core, { user, mode, witness: { ...witness, actor }, detail }, request, reply);
}
