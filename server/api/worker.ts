import type { Core } from '../core/core.ts';
import { reactionRegistry } from '../core/events/reactions.ts';
import type { Waker } from '../core/events/wake.ts';
import { dueRegistry } from '../core/jobs/due.ts';
import { jobRegistry } from '../core/jobs/registry.ts';
import { startWorker, type Worker } from '../core/jobs/worker.ts';

export interface BuildWorker {
  core: Core;
  urls: { ownerUrl: string; loginUrl: string };
  waker?: Waker;
}

/** The whole background: every slice's reactions, jobs and what it does when something is due. */
export function buildWorker({ core, urls, waker }: BuildWorker): Promise<Worker> {
  const jobs = jobRegistry();
  const reactions = reactionRegistry();
  const dues = dueRegistry();
  return startWorker({ core, urls, jobs, reactions, dues, ...(waker && { waker }) });
}
