import type { Jobs } from '../core/jobs/registry.ts';
import { inTenant } from '../core/tenant/tenant.ts';
import { failImport, rowsToTake, takeChunk } from './actions/imports.ts';

/** Customers who come in by a file, a chunk at a time. */
export function customerJobs(job: Jobs['job']): void {
  job('customers.import', async ({ tenant, payload, isLastAttempt }) => {
    const id = payload['import_id'] as string;
    const rows = await rowsToTake(tenant, id);
    if (!rows) return;
    try {
      let goesOn = true;
      while (goesOn) goesOn = await inTenant(tenant, (tx) => takeChunk(tx, id, rows));
    } catch (error) {
      if (isLastAttempt) await inTenant(tenant, (tx) => failImport(tx, id));
      throw error;
    }
  });
}
