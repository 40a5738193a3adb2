import type { JobHelpers, Task } from 'graphile-worker';
import type { Clock } from '../clock.ts';
import { Refused } from '../errors.ts';
import type { TenantKey } from '../events/wake.ts';
import type { Log } from '../log.ts';
import type { FindTenant } from '../tenant/find.ts';
import type { AddJobs, JobHandler } from './registry.ts';

export interface TaskParts {
  name: string;
  handler: JobHandler;
  find: FindTenant;
  clock: Clock;
  log: Log;
  addJobs: AddJobs;
}

/** A handler as graphile-worker calls it: with the tenant found, and every failure logged with tenant and mode. */
export const taskOf =
  ({ name, handler, find, clock, log, addJobs }: TaskParts): Task =>
  async (given: unknown, { job }: JobHelpers) => {
    const { tenant_id, mode, ...payload } = given as Record<string, unknown> & { tenant_id: string } & TenantKey;
    const tenant = await find({ id: tenant_id, mode }, clock.now());
    if (!tenant) return;
    try {
      const isLastAttempt = job.attempts >= job.max_attempts;
      await handler({ tenant, payload, attempt: job.attempts, isLastAttempt, addJobs });
      log.debug({ job: name, id: job.id, tenant: tenant_id, mode }, 'job done');
    } catch (error) {
      const expected = error instanceof Refused && error.code === 'business_suspended';
      const about = { err: error, job: name, id: job.id, attempt: job.attempts, tenant: tenant_id, mode };
      log[expected ? 'debug' : 'warn'](about, 'a job failed and is tried again later');
      throw error;
    }
  };
