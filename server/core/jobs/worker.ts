import type { Core } from '../core.ts';
import { openDatabase } from '../db/database.ts';
import { handOver } from '../events/hand-over.ts';
import { reactionJob } from '../events/react.ts';
import type { Reactions } from '../events/reactions.ts';
import { type Relay, startRelay } from '../events/relay.ts';
import { sweep } from '../events/sweep.ts';
import type { Waker } from '../events/wake.ts';
import { findTenants } from '../tenant/find.ts';
import { type Dues, dueHandler } from './due.ts';
import type { Jobs } from './registry.ts';
import { startRunner } from './runner.ts';
import { type Station, openStation } from './station.ts';

export interface StartWorker {
  core: Core;
  urls: { ownerUrl: string; loginUrl: string };
  jobs: Jobs;
  /** Jobs that wait for others outside: many at once, in places of their own, so that they hold up none of ours. */
  outward?: Jobs;
  reactions: Reactions;
  dues: Dues;
  /** Of this process, where it also writes. */
  waker?: Waker;
  sweepEveryMs?: number;
  buryEveryMs?: number;
  concurrency?: number;
}

export interface Worker {
  relay: Relay;
  /** Looks into every schema now; answers how many. */
  sweep(): Promise<number>;
  stop(): Promise<void>;
}

/** Longer than a living worker needs to connect again. */
const BURY_EVERY_MS = 10_000;

const OUTWARD_AT_ONCE = 64;

/** Relay, jobs and sweep of one process. Any number of them may run beside each other. */
export async function startWorker(options: StartWorker): Promise<Worker> {
  const {
    core,
    urls,
    jobs,
    reactions,
    dues,
    waker,
    sweepEveryMs = 60_000,
    buryEveryMs = BURY_EVERY_MS,
    concurrency = 5,
    outward,
  } = options;
  const { clock, log } = core;
  jobs.job('reaction', reactionJob(reactions));
  jobs.job('due', dueHandler(dues, core.wake));
  const find = findTenants(core.database);
  const station = await openStation({ url: urls.ownerUrl, log, waker });
  const startFor = (name: string, some: { jobs: Jobs; concurrency: number }) =>
    startRunner({ ...urls, ...some, find, clock, log, running: (poolId) => station.show(name, poolId) });
  const { addJobs, ...runner } = await startFor('jobs', { jobs, concurrency });
  const outside = outward && (await startFor('outward', { jobs: outward, concurrency: OUTWARD_AT_ONCE }));
  const relay = startRelay({
    log,
    async turn(key, priority) {
      const tenant = await find(key, clock.now());
      // A business that cannot be written to keeps its events until it can.
      if (tenant?.row.status !== 'active') return { count: 0, more: false };
      return handOver({ tenant, reactions, addJobs, priority });
    },
  });
  waker?.hear(relay.wake);
  station.hear(relay.wake);
  const database = openDatabase({ url: urls.loginUrl, poolSize: 1, log });
  let stopping = false;
  const sweepOnce = () => sweep({ database, clock, log, relay, addJobs, stopping: () => stopping });
  const rounds = startRounds({ station, sweepOnce, sweepEveryMs, buryEveryMs });
  return {
    relay,
    sweep: sweepOnce,
    async stop() {
      stopping = true;
      await rounds.stop();
      await relay.stop();
      await Promise.all([runner.stop(), outside?.stop()]);
      await station.close();
      await database.close();
    },
  };
}

interface StartRounds {
  station: Station;
  sweepOnce: () => Promise<number>;
  sweepEveryMs: number;
  buryEveryMs: number;
}

/** What a worker does at its start and from time to time. */
function startRounds({ station, sweepOnce, sweepEveryMs, buryEveryMs }: StartRounds): { stop(): Promise<void> } {
  let round: Promise<unknown> = Promise.resolve();
  const go = (work: () => Promise<void>) => {
    round = round.then(work);
  };
  const bury = () => go(() => station.bury());
  const look = () => go(() => station.alone(sweepOnce));
  bury();
  look();
  const timers = [setInterval(bury, buryEveryMs), setInterval(look, sweepEveryMs)];
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await round;
    },
  };
}
