import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { addPasskey } from '@smooth/contract/identity/passkeys.ts';
import { audit, witnessOf } from '../../audit/actions/write.ts';
import { found, Refused } from '../../core/errors.ts';
import { inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { hasSecondFactor, passkeyCount, type PasskeyRow } from '../queries/passkeys.ts';
import { dropIdleCodes, makeRecoveryCodes } from './codes.ts';
import { type At, checkAttestation, insertPasskey } from './passkeys.ts';
import { revokeSessions } from './sessions.ts';

const MOST_PASSKEYS = 20;

export function refuseTooMany(count: number): void {
  if (count < MOST_PASSKEYS) return;
  throw new Refused('limit_reached', {
    detail: `${MOST_PASSKEYS} passkeys are the most. Remove one that is not used.`,
  });
}

interface Kept {
  passkey: PasskeyRow;
  /** With the first second factor of this person. */
  recovery_codes: string[] | null;
}

/** Keeps what a device has made. The first second factor ends what came in without one, and brings recovery codes. */
export async function keepPasskey(at: At, { name, passkey: made }: BodyOf<typeof addPasskey>): Promise<Kept> {
  const { core, visit, request } = at;
  const { id: sessionId, user_id: userId } = visit.signedIn!.session;
  const credential = await checkAttestation(at, made, userId);
  return inGate(core.database, async (tx) => {
    const before = await standing(tx, userId);
    refuseTooMany(before.passkeys);
    const passkey = await insertPasskey(tx, { userId, name, credential, now: visit.now });
    await audit(core, tx, witnessOf(visit, request), { action: 'PASSKEY_ADDED', detail: { name } });
    if (before.is_guarded) return { passkey, recovery_codes: null };
    await revokeSessions(tx, userId, { keep: sessionId });
    return { passkey, recovery_codes: await makeRecoveryCodes(tx, userId) };
  });
}

/** What this person has, while nobody else adds to it: read once the row is theirs. */
async function standing(tx: PublicDb, userId: string) {
  await tx.selectFrom('public.users').select('id').where('id', '=', userId).forUpdate().execute();
  return tx
    .selectFrom('public.users')
    .select([hasSecondFactor('public.users.id').as('is_guarded'), passkeyCount.as('passkeys')])
    .where('public.users.id', '=', userId)
    .executeTakeFirstOrThrow();
}

export async function renameOwn(tx: PublicDb, userId: string, { id, name }: { id: string; name: string }) {
  const row = await tx
    .updateTable('public.passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
  return found(row);
}

export async function takeAway({ core, visit, request }: At, id: string): Promise<void> {
  const userId = visit.signedIn!.session.user_id;
  await inGate(core.database, async (tx) => {
    const row = await tx
      .deleteFrom('public.passkeys')
      .where('id', '=', id)
      .where('user_id', '=', userId)
      .returning('name')
      .executeTakeFirst();
    const { name } = found(row);
    await dropIdleCodes(tx, userId);
    await audit(core, tx, witnessOf(visit, request), { action: 'PASSKEY_REMOVED', detail: { name } });
  });
}
