import { startExportRounds } from '../archive/jobs.ts';
import { startSealing } from '../audit/jobs.ts';
import type { Core } from '../core/core.ts';
import { reactionRegistry } from '../core/events/reactions.ts';
import type { Waker } from '../core/events/wake.ts';
import { dueRegistry } from '../core/jobs/due.ts';
import { jobRegistry } from '../core/jobs/registry.ts';
import { openPost } from '../core/mail/post.ts';
import { startWorker, type Worker } from '../core/jobs/worker.ts';
import { customerJobs } from '../customers/jobs.ts';
import { customerReactions } from '../customers/reactions.ts';
import { startIdentityRounds } from '../identity/jobs.ts';
import { messageJobs } from '../messages/jobs.ts';
import { messageReactions } from '../messages/reactions.ts';
import { startPlatformRounds } from '../platform/jobs.ts';
import { sandboxReactions } from '../sandbox/reactions.ts';
import { schedulingJobs } from '../scheduling/jobs.ts';
import { startTokenRounds } from '../tokens/jobs.ts';
import { webhookJobs } from '../webhooks/jobs.ts';
import { webhookReactions } from '../webhooks/reactions.ts';
import { fillWorld } from '../worlds/fill.ts';
import { furnish } from '../worlds/furnish.ts';
import { worlds } from '../worlds/named.ts';

export interface BuildWorker {
  core: Core;
  urls: { ownerUrl: string; loginUrl: string };
  waker?: Waker;
}

/** The whole background: every slice's reactions, jobs and what it does when something is due. */
export async function buildWorker({ core, urls, waker }: BuildWorker): Promise<Worker> {
  const jobs = jobRegistry();
  const outward = jobRegistry();
  const reactions = reactionRegistry();
  const dues = dueRegistry();
  const post = openPost(core.config, core.log);
  schedulingJobs(dues.onDue);
  customerJobs(jobs.job);
  customerReactions(reactions.on);
  messageJobs({ core, post, job: jobs.job, onDue: dues.onDue });
  messageReactions(core, reactions.on);
  webhookJobs({ core, outward: outward.job, onDue: dues.onDue });
  webhookReactions(core, reactions.on);
  sandboxReactions(reactions.on, (tenant, world, onProgress) =>
    fillWorld(tenant, worlds[world], { now: tenant.now, onProgress }),
  );
  const worker = await startWorker({ core, urls, jobs, outward, reactions, dues, ...(waker && { waker }) });
  const sealing = startSealing(core);
  const stopIdentity = startIdentityRounds({ core, post });
  const stopExports = startExportRounds(core, urls.ownerUrl);
  const stopPlatform = startPlatformRounds({ core, ownerUrl: urls.ownerUrl, furnish, post });
  const stopTokens = startTokenRounds(core);
  return {
    ...worker,
    async stop() {
      await worker.stop();
      await stopPlatform();
      await stopTokens();
      await stopExports();
      await sealing.stop();
      await stopIdentity();
      post.close();
    },
  };
}
