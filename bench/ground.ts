import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endedAnyway } from './endings.ts';
import { appUrl } from '../server/core/db/roles.ts';
import { type Database, openDatabase } from '../server/core/db/database.ts';
import { makeLog } from '../server/core/log.ts';
import { type Embedded, startEmbedded } from '../server/core/postgres/embedded.ts';
import { asOwner } from '../server/testing/cluster.ts';
import { migratePublic } from '../server/tenancy/actions/migrate.ts';

/** Where the server process listens. */
export interface Ports {
  port: number;
  floorPort: number;
}

/** In whose name the floor asks. */
export interface FloorScope {
  role: string;
  schema: string;
}

/** An installation of its own in a temporary folder: embedded PostgreSQL with fsync on, migrated, without businesses. */
export interface Ground {
  dataDir: string;
  postmasterPid: number;
  ownerUrl: string;
  loginUrl: string;
  /** For filling, in this process. */
  database: Database;
  /** A server process of its own on this installation; ended with it, or before. */
  serve(options?: ServeOptions): Promise<Served>;
  end(): Promise<void>;
}

export interface GroundOptions {
  /** What this measurement needs of PostgreSQL beside its usual settings. */
  settings?: readonly string[];
}

export interface ServeOptions {
  /** Reactions and messages in the same process, as `npm start` has them. */
  worker?: boolean;
  poolSize?: number;
}

export interface Served extends Ports {
  pid: number;
  stop(): Promise<void>;
}

const log = makeLog('error');

/** Runs the work on a fresh installation and takes it away afterwards, whatever happens. */
export async function onGround<T>(work: (ground: Ground) => Promise<T>, options?: GroundOptions): Promise<T> {
  const ground = await openGround(options);
  try {
    return await work(ground);
  } finally {
    await ground.end();
  }
}

export async function openGround({ settings = [] }: GroundOptions = {}): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-bench-'));
  const embedded = await startWith(dataDir, settings).catch((error: unknown) => {
    rmSync(dataDir, { recursive: true, force: true });
    throw error;
  });
  const ownerUrl = embedded.url;
  const loginUrl = appUrl(ownerUrl);
  await migratePublic(ownerUrl, loginUrl);
  const database = openDatabase({ url: loginUrl, poolSize: 4, log });
  const servers = new Set<Served>();
  const end = endedAnyway(async () => {
    for (const served of servers) await served.stop();
    await database.close();
    await takeAway(embedded, dataDir);
  });
  return {
    dataDir,
    postmasterPid: Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10),
    ownerUrl,
    loginUrl,
    database,
    async serve(options = {}) {
      const served = await startServer(ownerUrl, options);
      servers.add(served);
      return served;
    },
    end: async () => void (await end()),
  };
}

async function startWith(dataDir: string, settings: readonly string[]): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log });
  if (settings.length === 0) return embedded;
  await asOwner(embedded.url, async (owner) => {
    for (const setting of settings) await owner.query(`ALTER SYSTEM SET ${setting}`);
  });
  await embedded.stop();
  return startEmbedded({ dataDir, log });
}

async function takeAway(embedded: Embedded, dataDir: string): Promise<void> {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** The server's own settings, apart from those of whoever runs the measurements. */
async function startServer(ownerUrl: string, { worker = false, poolSize = 10 }: ServeOptions): Promise<Served> {
  const env = {
    ...process.env,
    DATABASE_URL: ownerUrl,
    DATABASE_POOL: String(poolSize),
    BOOKING_ATTEMPTS_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
    NODE_ENV: 'development',
    BASE_URL: '',
    PORT: '0',
    ...(worker && { BENCH_WORKER: '1' }),
  };
  const execArgv = (process.env.BENCH_NODE_OPTIONS ?? '').split(' ').filter(Boolean);
  const child = fork(join(import.meta.dirname, 'server.ts'), { env, execArgv, stdio: ['ignore', 2, 2, 'ipc'] });
  const ports = await new Promise<Ports>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Ports));
    child.once('exit', (code, signal) => reject(new Error(`The server ended early (${signal ?? code})`)));
  });
  return { ...ports, pid: child.pid!, stop: () => endChild(child) };
}

const PATIENCE_MS = 15_000;

/** Ends a process that this one started: asks first, then insists. */
export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await exited;
  clearTimeout(insist);
}
