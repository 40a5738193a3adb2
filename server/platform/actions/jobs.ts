import { sql } from 'kysely';
import { audit, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { inConsole } from '../../core/tenant/gate.ts';

/** Lets failed jobs be tried again at once; answers how many. A job runs at least once anyway, so this does no harm. */
export const retryJobs = (core: Core, ids: readonly string[], witness: Witness): Promise<number> =>
  inConsole(core.database, async (tx) => {
    const { rows } = await sql<{
      retried: number;
    }>`SELECT public.console_retry_jobs(${ids}::bigint[]) AS retried`.execute(tx);
    const { retried } = rows[0]!;
    if (retried > 0) await audit(core, tx, witness, { action: 'JOB_RETRIED', detail: { retried } });
    return retried;
  });
