import { sandboxClockMoved, sandboxReset } from '@smooth/contract/sandbox/events.ts';
import { parseInstant, SECOND } from '@smooth/engine/instant.ts';
import type { On } from '../core/events/reactions.ts';
import { dueJob } from '../core/jobs/due.ts';
import { ask } from '../core/tenant/tenant.ts';
import { type FillWorld, fillSandbox } from './actions/fill.ts';
import { dueBy } from './queries.ts';

/** Processes remember a business, and with it the clock of its sandbox, for a second. */
const FELT_MS = 1.2 * SECOND;

export function sandboxReactions(on: On, fill: FillWorld): void {
  on(sandboxReset, 'sandbox.fill', async ({ tenant, event: { payload } }) => {
    if (payload.world !== 'empty') await fillSandbox(tenant, payload.world, fill);
  });
  on(sandboxClockMoved, 'sandbox.due', async ({ tenant, event: { payload }, addJobs }) => {
    const rows = await ask(tenant, dueBy(parseInstant(payload.now)!));
    const run_at = tenant.now - tenant.ahead_ms + FELT_MS;
    await addJobs(
      tenant,
      rows.map((row) => ({ ...dueJob(row, tenant), run_at })),
    );
  });
}
