import { sandboxClockMoved } from '@smooth/contract/sandbox/events.ts';
import { DAY, formatInstant } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { fieldRefusal, found } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { sandboxState, setSandbox } from '../queries.ts';

const FARTHEST_MS = 2 * 366 * DAY;

/** Moves the clock ahead, never back: what has happened has happened. */
export async function moveClock(tx: TenantDb, to: Instant, actor: Actor): Promise<void> {
  const everybodys = tx.tenant.now - tx.tenant.ahead_ms;
  // Read and locked: a handle may be a second behind.
  const [[state]] = await send(tx, sandboxState(tx.tenant.id).forUpdate());
  const now = everybodys + found(state).sandbox_clock_ms;
  if (to < now) throw fieldRefusal('/body/now', `The clock only goes ahead. Choose a time after ${formatInstant(now)}`);
  if (to - everybodys > FARTHEST_MS) throw fieldRefusal('/body/now', 'Choose a time within two years');
  await send(tx, setSandbox(tx, { clock_ms: to - everybodys }));
  await record(tx, sandboxClockMoved, { subject_id: tx.tenant.id, actor }, { now: formatInstant(to) });
}
