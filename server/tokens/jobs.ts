import { DAY, MINUTE } from '@smooth/engine/instant.ts';
import type { Core } from '../core/core.ts';
import { run } from '../core/db/kysely.ts';
import { transaction } from '../core/db/transaction.ts';
import { startRounds } from '../core/jobs/rounds.ts';
import { outdatedRequests } from './queries.ts';

const TIDIED_EVERY_MS = 10 * MINUTE;
export const KEPT_MS = 7 * DAY;
export const MOST_KEPT_OF_A_TOKEN = 10_000;

/** Takes away what is too old in the logs of requests, and what is too much; answers how to stop. */
export function startTokenRounds(core: Core): () => Promise<void> {
  let next = 0;
  return startRounds({
    log: core.log,
    failed: 'the logs of requests were not tidied',
    async round() {
      if (performance.now() < next) return;
      next = performance.now() + TIDIED_EVERY_MS;
      await tidyRequests(core);
    },
  });
}

export const tidyRequests = ({ database, clock }: Pick<Core, 'database' | 'clock'>, most = MOST_KEPT_OF_A_TOKEN) =>
  transaction({ database, role: 'smooth_gate', schema: 'public' }, async (client) => {
    for (const query of outdatedRequests({ before: clock.now() - KEPT_MS, most })) await run(client, query, 'public');
  });
