import type { Instant } from '@smooth/engine/types.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';
import { revokeSessions } from './sessions.ts';
import { voidPasses } from './passes.ts';

/** Sets a password that was hashed already. Whoever had come in by the old one is out. */
export async function setPassword(
  tx: PublicDb,
  { userId, passwordHash, keep, now }: { userId: string; passwordHash: string; keep: string | null; now: Instant },
): Promise<void> {
  await tx
    .updateTable('public.users')
    .set({ password_hash: passwordHash, updated_at: new Date(now) })
    .where('id', '=', userId)
    .execute();
  await revokeSessions(tx, userId, { keep });
  await voidPasses(tx, userId, 'password_reset', now);
  await voidPasses(tx, userId, 'second_factor', now);
}

export const markEmailVerified = (tx: PublicDb, userId: string, now: Instant) =>
  tx
    .updateTable('public.users')
    .set({ email_verified_at: new Date(now) })
    .where('id', '=', userId)
    .where('email_verified_at', 'is', null)
    .execute();
