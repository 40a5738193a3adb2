import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepareCluster, readAccess, refuseOtherVersion, rememberPort, type Cluster } from './cluster.ts';
import { EmbeddedFailed } from './errors.ts';
import { takeLock } from './lock.ts';
import { findOrphan, launch, type Postmaster } from './postmaster.ts';
import { addressOf, freePort, isFree, isInBetween, openDatabase } from './probe.ts';

export type EmbeddedLog = { info(text: string): void; warn(text: string): void; error(text: string): void };

export type EmbeddedOptions = { dataDir: string; log: EmbeddedLog; port?: number };

export type Embedded = {
  /** The superuser's address, loopback with password. It stays the same until stop(). */
  url: string;
  /** True when a server was found running that an earlier, killed process had left. */
  adopted: boolean;
  stop(): Promise<void>;
};

type Context = { cluster: Cluster; log: EmbeddedLog; signal: AbortSignal };

const RETRY_FOR_MS = 15_000;

/**
 * Runs PostgreSQL in `<dataDir>/postgres` and keeps it running until stop().
 * Throws DataDirInUse or DataDirOtherVersion with nothing touched, EmbeddedFailed with PostgreSQL's own words.
 */
export async function startEmbedded({ dataDir: given, log, port }: EmbeddedOptions): Promise<Embedded> {
  const dataDir = resolve(given);
  refuseOtherVersion(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const lock = await takeLock(dataDir);
  try {
    const cluster = await prepareCluster(dataDir, (text) => log.info(text));
    const server = await supervise(cluster, { log, port });
    let ending: Promise<void> | undefined;
    const stop = (): Promise<void> => (ending ??= server.stop().finally(() => lock.release()));
    return { url: addressOf(cluster.password, server.port), adopted: server.adopted, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The address of the server that another process runs on this directory, for tools beside it. */
export async function runningEmbedded(dataDir: string): Promise<string | undefined> {
  const access = readAccess(resolve(dataDir));
  if (!access?.port) return undefined;
  try {
    await openDatabase(access.password, access.port);
    return addressOf(access.password, access.port);
  } catch {
    return undefined;
  }
}

type Supervised = { port: number; adopted: boolean; stop(): Promise<void> };

async function supervise(cluster: Cluster, { log, port }: Omit<EmbeddedOptions, 'dataDir'>): Promise<Supervised> {
  const end = new AbortController();
  const context = { cluster, log, signal: end.signal };
  const orphan = await adopt(context, port);
  let current = orphan ?? (await firstLaunch(context, port));
  rememberPort(cluster, current.port);
  const watch = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await current.exited;
      if (end.signal.aborted) return;
      log.error('PostgreSQL ended unexpectedly; starting it again');
      current = (await relaunch(context, current.port)) ?? current;
    }
  };
  const watching = watch();
  const stop = async (): Promise<void> => {
    end.abort();
    await current.stop();
    await watching;
    await current.stop();
  };
  return { port: current.port, adopted: orphan !== undefined, stop };
}

/** Takes over a server that answers to our password; one that does not is stopped, as nobody else owns it. */
async function adopt({ cluster, log }: Context, port: number | undefined): Promise<Postmaster | undefined> {
  const orphan = findOrphan(cluster);
  if (!orphan) return undefined;
  const healthy = (port === undefined || port === orphan.port) && (await answers(cluster, orphan));
  if (healthy) {
    log.info(`Found PostgreSQL still running (process ${orphan.pid}) and took it over`);
    return orphan;
  }
  log.warn(`PostgreSQL (process ${orphan.pid}) does not answer as expected; stopping it`);
  await orphan.stop();
  return undefined;
}

async function answers(cluster: Cluster, orphan: Postmaster): Promise<boolean> {
  while (orphan.alive()) {
    try {
      await openDatabase(cluster.password, orphan.port);
      return true;
    } catch (error) {
      if (!isInBetween(error)) return false;
      await sleep(50);
    }
  }
  return false;
}

async function firstLaunch(context: Context, port: number | undefined): Promise<Postmaster> {
  if (port && !(await isFree(port))) throw new EmbeddedFailed(`Port ${port} on 127.0.0.1 is taken by another program.`);
  const until = Date.now() + RETRY_FOR_MS;
  for (;;) {
    const chosen = port ?? (await freePort(context.cluster.port));
    try {
      return await launchAndOpen(context, chosen);
    } catch (error) {
      if (!(await isWorthRetrying(error, chosen, port)) || Date.now() > until) throw error;
      await sleep(200);
    }
  }
}

/** Children of a killed server hold its memory for a moment, and a free port may be taken before it is used. */
async function isWorthRetrying(error: unknown, chosen: number, fixed: number | undefined): Promise<boolean> {
  if (!(error instanceof EmbeddedFailed)) return false;
  if (error.message.includes('shared memory block')) return true;
  return fixed === undefined && !(await isFree(chosen));
}

async function launchAndOpen({ cluster, signal }: Context, port: number): Promise<Postmaster> {
  const postmaster = await launch(cluster, port, signal);
  try {
    await openDatabase(cluster.password, port);
    return postmaster;
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
}

/** Never gives up while the application runs: it answers 503 meanwhile, and goes on when the database is back. */
async function relaunch(context: Context, port: number): Promise<Postmaster | undefined> {
  for (let pause = 50; !context.signal.aborted; pause = Math.min(pause * 2, 5_000)) {
    try {
      const postmaster = await launchAndOpen(context, port);
      context.log.info('PostgreSQL is running again');
      return postmaster;
    } catch (error) {
      context.log.warn(`PostgreSQL could not be started again yet: ${(error as Error).message}`);
      await sleep(pause);
    }
  }
  return undefined;
}
