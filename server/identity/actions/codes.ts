import type { Instant } from '@smooth/engine/types.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';
import { hasSecondFactor } from '../queries/passkeys.ts';
import { hasTotp } from '../queries/people.ts';
import { hashOf } from '../queries/sessions.ts';
import {
  newRecoveryCodes,
  newTotpSecret,
  openSecret,
  plainRecoveryCode,
  sealSecret,
  stepOfCode,
} from '../rules/totp.ts';

type Ground = Pick<Core, 'key'>;

/** Begins anew whatever was begun; refuses where an app is set up already. Answers the secret. */
export async function beginTotp({ key }: Ground, tx: PublicDb, userId: string, now: Instant): Promise<Buffer> {
  const secret = newTotpSecret();
  const values = { sealed_secret: sealSecret(key, userId, secret), last_step: 0, created_at: new Date(now) };
  const begun = await tx
    .insertInto('public.totp')
    .values({ user_id: userId, confirmed_at: null, ...values })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet(values).where('public.totp.confirmed_at', 'is', null),
    )
    .returning('user_id')
    .executeTakeFirst();
  if (!begun) throw new Refused('duplicate', { detail: 'An authenticator app is set up. Remove it first.' });
  return secret;
}

/** A code of the app that was begun makes it count. */
export async function confirmTotp(core: Ground, tx: PublicDb, attempt: CodeAttempt): Promise<boolean> {
  const begun = await tx
    .selectFrom('public.totp')
    .select('user_id')
    .where('user_id', '=', attempt.userId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst();
  if (!begun) throw new Refused('not_found', { detail: 'Begin to set up an authenticator app first.' });
  if (!(await redeemTotp(core, tx, attempt))) return false;
  const confirmed_at = new Date(attempt.now);
  await tx.updateTable('public.totp').set({ confirmed_at }).where('user_id', '=', attempt.userId).execute();
  return true;
}

export interface CodeAttempt {
  userId: string;
  code: string;
  now: Instant;
}

/** Uses a code of the app or a recovery code; of the same one used many times at once, one counts. */
export async function redeemCode(
  core: Ground,
  tx: PublicDb,
  attempt: CodeAttempt,
): Promise<'totp' | 'recovery_code' | null> {
  const factors = await tx
    .selectFrom('public.users')
    .select([hasTotp.as('has_totp'), hasSecondFactor('public.users.id').as('is_guarded')])
    .where('public.users.id', '=', attempt.userId)
    .executeTakeFirst();
  if (!factors?.is_guarded) return null;
  if (factors.has_totp && (await redeemTotp(core, tx, attempt))) return 'totp';
  return (await redeemRecoveryCode(tx, attempt)) ? 'recovery_code' : null;
}

async function redeemTotp({ key }: Ground, tx: PublicDb, { userId, code, now }: CodeAttempt): Promise<boolean> {
  const row = await tx
    .selectFrom('public.totp')
    .select('sealed_secret')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  const step = stepOfCode(openSecret(key, userId, row.sealed_secret), code, now);
  if (step === null) return false;
  const used = await tx
    .updateTable('public.totp')
    .set({ last_step: step })
    .where('user_id', '=', userId)
    .where('last_step', '<', step)
    .returning('user_id')
    .executeTakeFirst();
  return used !== undefined;
}

async function redeemRecoveryCode(tx: PublicDb, { userId, code, now }: CodeAttempt): Promise<boolean> {
  const used = await tx
    .updateTable('public.recovery_codes')
    .set({ used_at: new Date(now) })
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(plainRecoveryCode(code)))
    .where('used_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return used !== undefined;
}

/** New ones in place of the old; shown once. */
export async function makeRecoveryCodes(tx: PublicDb, userId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await tx.deleteFrom('public.recovery_codes').where('user_id', '=', userId).execute();
  const rows = codes.map((code) => ({ user_id: userId, code_hash: hashOf(plainRecoveryCode(code)), used_at: null }));
  await tx.insertInto('public.recovery_codes').values(rows).execute();
  return codes;
}

export async function removeTotp(tx: PublicDb, userId: string): Promise<boolean> {
  const removed = await tx.deleteFrom('public.totp').where('user_id', '=', userId).returning('user_id').execute();
  await dropIdleCodes(tx, userId);
  return removed.length > 0;
}

/** Recovery codes stand in for a second factor; where none is left, they go. */
export const dropIdleCodes = (tx: PublicDb, userId: string) =>
  tx
    .deleteFrom('public.recovery_codes')
    .where('user_id', '=', userId)
    .where('user_id', 'not in', (db) =>
      db
        .selectFrom('public.users')
        .select('public.users.id')
        .where('public.users.id', '=', userId)
        .where(hasSecondFactor('public.users.id')),
    )
    .execute();
