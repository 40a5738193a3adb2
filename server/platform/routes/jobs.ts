import * as contract from '@smooth/contract/platform/jobs.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import { askConsole } from '../../core/tenant/gate.ts';
import { retryJobs } from '../actions/jobs.ts';
import '../policy.ts';
import { presentJob } from '../present/jobs.ts';
import { jobList, jobsFound } from '../queries/jobs.ts';

export function jobRoutes({ open }: Routes, core: Core): void {
  const place = 'platform' as const;
  open(contract.listJobs, { may: 'job.read', place }, async ({ query }) => {
    const place = jobList.at({ ...query, order: '-id' });
    return place.page(await askConsole(core.database, jobsFound(query, place)), presentJob);
  });
  open(contract.retryJobs, { may: 'job.retry', place }, async ({ body, visit, request }) => ({
    retried: await retryJobs(core, body.ids, witnessOf(visit, request)),
  }));
}
