import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endedAnyway } from './endings.ts';
import { endChild } from './ground.ts';

export const ROOT = join(import.meta.dirname, '..');

export interface Started {
  port: number;
  /** From the command to the first good answer of /readyz. */
  seconds: number;
  /** What the command has said until now. */
  said(): string;
  stop(): Promise<void>;
}

/** `npm start` in a folder, waited for until it is ready. */
export async function start(folder: string, dataDir: string, patience = 120): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: folder,
    // A group of its own: npm passes signals on to its shell only.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: String(port), SMOOTH_DATA: dataDir, NODE_ENV: 'development' },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(chunk));
  const said = () => Buffer.concat(output).toString();
  const end = endedAnyway(() => endGroup(child, port));
  const stop = async () => void (await end());
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() - began > patience * 1000) {
      await stop();
      throw new Error(`npm start did not become ready:\n${said()}`);
    }
    await sleep(10);
  }
  return { port, seconds: (performance.now() - began) / 1000, said, stop };
}

const isReady = async (port: number) =>
  (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok ?? false;

/** Asks the whole group to end and waits until the port is free again; then nothing holds the data any more. */
async function endGroup(child: ChildProcess, port: number): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!, 'SIGTERM');
  await endChild(child);
  for (let tries = 0; tries < 500 && (await isReady(port)); tries++) await sleep(20);
  await sleep(500);
}

/** How long a bare Node.js takes that only starts the embedded database of a data directory. */
export async function bareStart(dataDir: string): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-start.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 2],
  });
  await new Promise((resolve, reject) => {
    child.stdout!.once('data', resolve);
    child.once('exit', () => reject(new Error('The database did not start')));
  });
  const seconds = (performance.now() - began) / 1000;
  await endChild(child);
  return seconds;
}

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'smooth-bench-'));
  const end = endedAnyway(async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
  try {
    return await work(folder);
  } finally {
    await end();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
