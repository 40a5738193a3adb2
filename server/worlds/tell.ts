import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain } from '../core/db/raw.ts';
import { Refused } from '../core/errors.ts';
import { asOf, send, type TenantDb } from '../core/tenant/tenant.ts';

import type { FillWith } from './filling.ts';

/** Something that happened at an instant. What a rule refuses has not happened. */
export interface Step {
  at: Instant;
  run(tx: TenantDb): Promise<unknown>;
}

/** Lets the steps happen in the order of time, each as if it were then; a step may bring later ones with it. */
export async function tell(
  tx: TenantDb,
  steps: readonly Step[],
  { now, onProgress }: Pick<FillWith, 'now' | 'onProgress'>,
): Promise<void> {
  for (const [done, { at, run }] of steps.toSorted((a, b) => a.at - b.at).entries()) {
    onProgress?.({ done, total: steps.length });
    try {
      await run(asOf(tx, at));
    } catch (error) {
      // Thrown before anything was written, so the transaction goes on.
      if (!(error instanceof Refused)) throw error;
    }
  }
  await forget(tx, now);
}

/** A history that is told was not heard: no message goes out about what was booked then, no reminder of what is past. */
const forget = (tx: TenantDb, now: Instant) =>
  send(
    tx,
    plain(
      sql`DELETE FROM outbox USING events WHERE events.id = outbox.event_id AND events.xmin = pg_current_xact_id()::xid`,
    ),
    plain(sql`DELETE FROM due WHERE kind = 'reminder' AND due_at <= ${new Date(now)}`),
  );
