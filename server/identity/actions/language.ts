import type { Instant } from '@smooth/engine/types.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';

/** In which language the app speaks to somebody, on every device; null: as the browser asks. */
export const setLanguage = (
  tx: PublicDb,
  { userId, locale, now }: { userId: string; locale: string | null; now: Instant },
) =>
  tx
    .updateTable('public.users')
    .set({ locale, updated_at: new Date(now) })
    .where('id', '=', userId)
    .execute();
