import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { at, installationPort, receiverPort } from './installation.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOG = join(ROOT, 'test-results', 'installation.log');
const READY_WITHIN_MS = 120_000;

/** One whole installation with its own database for all journeys. */
export default async function setup(): Promise<() => Promise<void>> {
  const data = mkdtempSync(join(tmpdir(), 'smooth-e2e-'));
  // The operator's commands of a journey work on the same installation.
  process.env.SMOOTH_E2E_DATA = data;
  const installation = await startInstallation(data);
  try {
    await untilReady(installation);
  } catch (error) {
    await end(installation, data);
    throw error;
  }
  return () => end(installation, data);
}

async function startInstallation(data: string): Promise<ChildProcess> {
  mkdirSync(join(ROOT, 'test-results'), { recursive: true });
  const log = openSync(LOG, 'w');
  const port = String(await installationPort());
  // The journey about domains answers as a DNS server at the same number; names are asked for nowhere else.
  const env = {
    ...process.env,
    SMOOTH_DATA: data,
    PORT: port,
    DNS_SERVERS: `127.0.0.1:${port}`,
    EGRESS_ALLOW: `127.0.0.1:${await receiverPort()}`,
    NODE_ENV: 'development',
  };
  // The channel lets the installation notice when this process is killed.
  const stdio: ('ignore' | 'ipc' | number)[] = ['ignore', log, log, 'ipc'];
  const installation = spawn(process.execPath, [join(ROOT, 'server/bin/all-in-one.ts')], { cwd: ROOT, env, stdio });
  closeSync(log);
  return installation;
}

async function untilReady(installation: ChildProcess): Promise<void> {
  const until = Date.now() + READY_WITHIN_MS;
  while (!(await isReady())) {
    if (installation.exitCode !== null || Date.now() > until) {
      const said = readFileSync(LOG, 'utf8').trimEnd().split('\n').slice(-30).join('\n');
      throw new Error(`The installation under test did not become ready (${LOG}):\n${said}`);
    }
    await sleep(100);
  }
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`${at()}/readyz`).catch(() => undefined);
  return answer?.ok ?? false;
}

async function end(installation: ChildProcess, data: string): Promise<void> {
  const ended = new Promise((resolve) => installation.once('exit', resolve));
  if (installation.exitCode === null && installation.signalCode === null) {
    installation.kill('SIGTERM');
    const patience = new AbortController();
    const late = sleep(20_000, 'late', { signal: patience.signal }).catch(() => undefined);
    if ((await Promise.race([ended, late])) === 'late') installation.kill('SIGKILL');
    patience.abort();
  }
  rmSync(data, { recursive: true, force: true });
}
