import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runningEmbedded } from '../core/postgres/embedded.ts';
import { asOwner } from './cluster.ts';

/** The whole installation as `npm start` runs it, as a process of its own that can be killed and started again. */
export interface Installation {
  address: string;
  /** Resolves when `/readyz` says so. */
  start(): Promise<void>;
  killProcess(): Promise<void>;
  /** Resolves when another one runs in its place. */
  killDatabase(): Promise<void>;
  ready(): Promise<boolean>;
  /** What it wrote since it began, errors only. */
  said(): string;
  rows<Row>(sql: string): Promise<Row[]>;
  /** Ends it as Ctrl-C does. */
  end(): Promise<void>;
  remove(): Promise<void>;
}

const PATIENCE_MS = 60_000;

export async function installation(settings: Record<string, string> = {}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-crash-'));
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const said: string[] = [];
  let child: ChildProcess | undefined;
  const ready = () =>
    fetch(`${address}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const postmaster = () => (existsSync(pidFile) ? Number(readFileSync(pidFile, 'utf8').split('\n')[0]) : undefined);
  const end = async () => {
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await Promise.race([gone, sleep(PATIENCE_MS / 4, undefined, { ref: false }).then(() => child?.kill('SIGKILL'))]);
      if (child.signalCode === 'SIGKILL') throw new Error(`It does not end: ${said.slice(-20).join('')}`);
    }
  };
  return {
    address,
    end,
    ready,
    said: () => said.join(''),
    async start() {
      child = spawn(process.execPath, [join(import.meta.dirname, '../bin/all-in-one.ts')], {
        env: {
          PATH: process.env['PATH'],
          SMOOTH_DATA: dataDir,
          PORT: String(port),
          HOST: '127.0.0.1',
          LOG_LEVEL: 'error',
          BOOKING_ATTEMPTS_PER_MINUTE: '0',
          ...settings,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)));
      const until = Date.now() + PATIENCE_MS;
      while (!(await ready())) {
        if (child.exitCode !== null || Date.now() > until)
          throw new Error(`It does not start: ${said.slice(-20).join('')}`);
        await sleep(50);
      }
    },
    async killProcess() {
      const gone = once(child!, 'exit');
      child!.kill('SIGKILL');
      await gone;
    },
    async killDatabase() {
      const killed = postmaster()!;
      process.kill(killed, 'SIGKILL');
      const until = Date.now() + PATIENCE_MS;
      while (postmaster() === killed || postmaster() === undefined || !(await ready())) {
        if (Date.now() > until) throw new Error(`The database does not come back: ${said.slice(-20).join('')}`);
        await sleep(50);
      }
    },
    rows: async <Row>(sql: string) => {
      const url = await runningEmbedded(dataDir);
      return asOwner(url!, async (owner) => (await owner.query(sql)).rows as Row[]);
    },
    async remove() {
      await end();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  return port;
}
