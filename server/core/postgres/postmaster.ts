import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENVIRONMENT, nameFor, type Cluster } from './cluster.ts';
import { EmbeddedFailed } from './errors.ts';

/** A PostgreSQL server process: a child of ours, or one that an earlier process left behind. */
export type Postmaster = {
  pid: number;
  port: number;
  alive(): boolean;
  exited: Promise<void>;
  stop(): Promise<void>;
};

type PidFile = { pid: number; port: number; ready: boolean };

/** After this long a fast shutdown becomes an immediate one; recovery at the next start loses nothing. */
const PATIENCE_MS = 20_000;

/** Starts the server and returns as soon as it accepts connections; recovery may take its time. */
export async function launch(cluster: Cluster, port: number, signal: AbortSignal): Promise<Postmaster> {
  dropForeignPidFile(cluster);
  const child = spawnServer(cluster, port);
  const postmaster = childPostmaster(child, port);
  while (postmaster.alive() && !signal.aborted) {
    const file = readPidFile(cluster);
    if (file?.pid === child.pid && file?.ready) return postmaster;
    await Promise.race([sleep(10), postmaster.exited]);
  }
  await postmaster.stop();
  if (signal.aborted) throw new EmbeddedFailed('PostgreSQL was stopped while it was starting.');
  throw new EmbeddedFailed(`PostgreSQL did not start: ${lastWords(cluster)}`);
}

/** The server that a killed process left running on this very folder, if there is one. */
export function findOrphan(cluster: Cluster): Postmaster | undefined {
  const file = readPidFile(cluster);
  if (!file || !runsIn(file.pid, cluster.folder)) return undefined;
  const { pid, port } = file;
  const exited = untilGone(pid, cluster.folder);
  const alive = (): boolean => runsIn(pid, cluster.folder);
  return { pid, port, alive, exited, stop: async () => (alive() ? shutDown(pid, exited) : undefined) };
}

function spawnServer(cluster: Cluster, port: number): ChildProcess {
  const { account, folder, binaries } = cluster;
  const output = openSync(startLog(cluster), 'w', 0o600);
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', `port=${port}`];
  const args = ['-D', nameFor(account, folder), ...settings.flatMap((setting) => ['-c', setting])];
  // Detached: Ctrl-C in a terminal reaches the whole process group, and the database must be the last to go.
  const stdio: ('ignore' | number)[] = ['ignore', output, output];
  const child = spawn(binaries.postgres, args, { cwd: folder, env: ENVIRONMENT, detached: true, stdio, ...account });
  closeSync(output);
  child.unref();
  return child;
}

function childPostmaster(child: ChildProcess, port: number): Postmaster {
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const alive = (): boolean => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  const stop = async (): Promise<void> => {
    child.ref();
    if (child.pid && alive()) await shutDown(child.pid, exited);
  };
  return { pid: child.pid ?? 0, port, alive, exited, stop };
}

/** SIGINT is PostgreSQL's fast shutdown: sessions end, everything is written, nothing waits for clients. */
async function shutDown(pid: number, exited: Promise<void>): Promise<void> {
  sendSignal(pid, 'SIGINT');
  const late = new AbortController();
  const patience = sleep(PATIENCE_MS, 'late', { signal: late.signal }).catch(() => 'done');
  if ((await Promise.race([exited, patience])) === 'late') sendSignal(pid, 'SIGQUIT');
  late.abort();
  await exited;
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, which is what was asked for.
  }
}

async function untilGone(pid: number, folder: string): Promise<void> {
  while (runsIn(pid, folder)) await sleep(100, undefined, { ref: false });
}

/** Whether that process is PostgreSQL on this folder: a number alone may have been given to another process. */
function runsIn(pid: number, folder: string): boolean {
  try {
    if (process.platform !== 'linux') return process.kill(pid, 0);
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    return false;
  }
}

/** PostgreSQL replaces the file of a dead process itself, but not one whose number lives on in a stranger. */
function dropForeignPidFile(cluster: Cluster): void {
  const file = readPidFile(cluster);
  if (file && !runsIn(file.pid, cluster.folder)) rmSync(pidFile(cluster), { force: true });
}

function readPidFile(cluster: Cluster): PidFile | undefined {
  try {
    const lines = readFileSync(pidFile(cluster), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

function pidFile(cluster: Cluster): string {
  return join(cluster.folder, 'postmaster.pid');
}

function startLog(cluster: Cluster): string {
  return join(cluster.dataDir, 'postgres-start.log');
}

/** What PostgreSQL said last: at first on its output, later in its own newest log. */
function lastWords(cluster: Cluster): string {
  const logs = join(cluster.folder, 'log');
  const files = [startLog(cluster)];
  try {
    files.push(...readdirSync(logs).map((file) => join(logs, file)));
  } catch {
    // It did not get as far as its own log.
  }
  const newest = files.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs).slice(0, 2);
  return newest
    .map((file) => readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n'))
    .join('\n')
    .trim();
}
