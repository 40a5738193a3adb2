import { EventEmitter } from 'node:events';
import {
  Logger,
  makeWorkerUtils,
  run,
  type Runner as GraphileRunner,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { FindTenant } from '../tenant/find.ts';
import type { AddJobs, Jobs } from './registry.ts';
import { taskOf } from './task.ts';

export interface Runner {
  addJobs: AddJobs;
  stop(): Promise<void>;
}

export interface StartRunner {
  ownerUrl: string;
  jobs: Jobs;
  find: FindTenant;
  clock: Clock;
  log: Log;
  concurrency: number;
  /** Hears the name under which jobs are locked from now on. */
  running: (poolId: string) => void;
}

const SCHEMA = 'graphile_worker';
const POLL_MS = 2000;
const TRY_AGAIN_MS = 1000;
/** So many ask for work with one voice, and not each by itself. */
const MANY = 10;

/** Runs jobs until it is stopped. When the database goes away it begins anew as soon as it is back. */
export async function startRunner(options: StartRunner): Promise<Runner> {
  const { log } = options;
  const pool = openPool(options);
  const logger = quiet(log);
  const utils = await makeWorkerUtils({ pgPool: pool, schema: SCHEMA, logger });
  const addJobs: AddJobs = async ({ id, mode }, specs) => {
    await utils.addJobs(
      specs.map(({ name, payload, key, queue, run_at, attempts, priority }) => ({
        identifier: name,
        payload: { ...payload, tenant_id: id, mode },
        ...(key !== undefined && { jobKey: key }),
        ...(queue !== undefined && { queueName: queue }),
        ...(run_at !== undefined && { runAt: new Date(run_at) }),
        ...(attempts !== undefined && { maxAttempts: attempts }),
        ...(priority !== undefined && { priority }),
      })),
    );
  };
  const supervised = supervise(() => begin(options, pool, logger, addJobs), log);
  return {
    addJobs,
    async stop() {
      await supervised.stop();
      await utils.release();
      await pool.end();
    },
  };
}

/**
 * Commits of the queue itself need not wait for the disk: a later commit of a tenant, which does wait, takes the earlier
 * ones along, and a job whose end is forgotten only runs once more.
 */
function openPool({ ownerUrl, concurrency, log }: StartRunner): pg.Pool {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: concurrency + 3,
    connectionTimeoutMillis: 5000,
    maxLifetimeSeconds: 1800,
    application_name: 'smooth jobs',
    options: '-c synchronous_commit=off -c statement_timeout=30000',
  });
  const lost = (error: Error) => log.warn({ reason: error.message }, 'a connection of the jobs was lost');
  pool.on('error', lost);
  pool.on('connect', (client) => void client.on('error', lost));
  return pool;
}

function begin(options: StartRunner, pool: pg.Pool, logger: Logger, addJobs: AddJobs): Promise<GraphileRunner> {
  const events = new EventEmitter() as WorkerEvents;
  events.on('pool:create', ({ workerPool }) => options.running(workerPool.id));
  const taskList: TaskList = Object.fromEntries(
    options.jobs
      .names()
      .map((name) => [name, taskOf({ ...options, name, handler: options.jobs.named(name)!, addJobs })]),
  );
  return run({
    pgPool: pool,
    taskList,
    events,
    logger,
    noHandleSignals: true,
    preset: {
      worker: {
        schema: SCHEMA,
        concurrentJobs: options.concurrency,
        pollInterval: POLL_MS,
        ...(options.concurrency > MANY && { localQueue: { size: options.concurrency } }),
        // Batched ends are tried again while the database is away; single ones are not, and end the process.
        completeJobBatchDelay: 2,
        failJobBatchDelay: 2,
      },
    },
  });
}

function supervise(begin: () => Promise<GraphileRunner>, log: Log): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let current: GraphileRunner | undefined;
  const live = async () => {
    for (;;) {
      try {
        current = await begin();
        if (stopping.signal.aborted) return await current.stop();
        await current.promise;
      } catch (error) {
        if (!stopping.signal.aborted) log.warn({ err: error }, 'the jobs begin anew');
      }
      current = undefined;
      if (stopping.signal.aborted) return;
      await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS));
    }
  };
  const lives = live();
  return {
    async stop() {
      stopping.abort();
      await current?.stop().catch((error: unknown) => log.warn({ err: error }, 'the jobs did not end well'));
      await lives;
    },
  };
}

/** What graphile-worker says, without its lines about single jobs: those are logged with tenant and mode. */
const quiet = (log: Log): Logger =>
  new Logger(() => (level, message, meta) => {
    if (meta?.['failure'] || meta?.['success']) return;
    if (level === 'error' || level === 'warning') log.warn({ from: SCHEMA }, message);
    else log.debug({ from: SCHEMA }, message);
  });
