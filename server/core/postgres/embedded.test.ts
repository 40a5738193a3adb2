import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { runningEmbedded, startEmbedded, type Embedded } from './embedded.ts';
import { DataDirInUse, DataDirOtherVersion } from './errors.ts';

const parent = mkdtempSync(join(tmpdir(), 'smooth-postgres-'));
const dataDir = join(parent, 'data');
const said: string[] = [];
const write = (text: string): void => void said.push(text);
const log = { info: write, warn: write, error: write };

const running = new Set<Embedded>();
const others = new Set<ChildProcess>();

beforeEach(() => void said.splice(0));

afterEach(async () => {
  for (const other of others) await kill(other);
  for (const embedded of running) await embedded.stop();
  running.clear();
});

afterAll(() => rmSync(parent, { recursive: true, force: true }));

test('A start makes the database, keeps its data, and comes back under the same address.', async () => {
  const first = await start();
  await ask(first, 'CREATE TABLE remembered AS SELECT 42 AS answer');
  expect(await ask(first, 'SHOW server_version')).toMatch(/^18\./);
  expect(await ask(first, 'SHOW fsync')).toBe('on');
  expect(await ask(first, 'SHOW server_encoding')).toBe('UTF8');
  expect(await ask(first, "SELECT lower('ÄÖ')")).toBe('äö');
  await first.stop();

  const again = await start();
  expect(again.url).toBe(first.url);
  expect(again.adopted).toBe(false);
  expect(await ask(again, 'SELECT answer FROM remembered')).toBe(42);
});

test('Nobody enters without the password.', async () => {
  const { url } = await start();
  const wrong = new Client({ connectionString: url.replace(/:[0-9a-f]+@/, ':guess@') });
  await expect(wrong.connect()).rejects.toThrow(/password authentication failed/);
});

test('A tool beside the running process finds the address, and nothing when it is stopped.', async () => {
  const embedded = await start();
  expect(await runningEmbedded(dataDir)).toBe(embedded.url);
  await embedded.stop();
  expect(await runningEmbedded(dataDir)).toBeUndefined();
});

test('A server that a killed process left is taken over as it is.', async () => {
  await killedOwner();
  const left = serverPid();
  const embedded = await start();
  expect(embedded.adopted).toBe(true);
  expect(serverPid()).toBe(left);
  expect(await ask(embedded, 'SELECT 1')).toBe(1);
});

test('A server that was taken over is restarted too when it is killed.', async () => {
  await killedOwner();
  const embedded = await start();
  await restarted(embedded);
});

test('A killed server is started again under the same address, with what was committed.', async () => {
  const embedded = await start();
  await ask(embedded, 'CREATE TABLE committed AS SELECT 7 AS answer');
  await restarted(embedded);
  expect(await ask(embedded, 'SELECT answer FROM committed')).toBe(7);
  expect(said.join('\n')).toMatch(/ended unexpectedly[^]*running again/);
});

test('A start after both were killed recovers.', async () => {
  await killedOwner();
  process.kill(serverPid(), 'SIGKILL');
  const embedded = await start();
  expect(embedded.adopted).toBe(false);
  expect(await ask(embedded, 'SELECT 1')).toBe(1);
});

test('A stale process number that lives on in a stranger does not stop the start.', async () => {
  const first = await start();
  const file = readFileSync(pidFile(), 'utf8');
  await first.stop();
  writeFileSync(pidFile(), file.replace(/^\d+/, String(process.pid)));
  const embedded = await start();
  expect(await ask(embedded, 'SELECT 1')).toBe(1);
});

test('A directory in use by another process is refused, and that process goes on.', async () => {
  const other = await owner();
  const left = serverPid();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(DataDirInUse);
  expect((refusal as Error).message).toContain(`process ${other.pid} on`);
  expect(serverPid()).toBe(left);
});

test('A directory of another version is refused with nothing touched.', async () => {
  const old = join(parent, 'old');
  mkdirSync(join(old, 'postgres'), { recursive: true });
  writeFileSync(join(old, 'postgres', 'PG_VERSION'), '16\n');
  await expect(startEmbedded({ dataDir: old, log })).rejects.toThrow(DataDirOtherVersion);
  expect(readdirSync(old)).toEqual(['postgres']);
  expect(readdirSync(join(old, 'postgres'))).toEqual(['PG_VERSION']);
});

test('A port that was taken in the meantime is replaced, unless it was asked for.', async () => {
  const first = await start();
  await first.stop();
  const port = Number(new URL(first.url).port);
  const stranger = createServer().listen(port, '127.0.0.1');
  await once(stranger, 'listening');
  await expect(startEmbedded({ dataDir, log, port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`);
  const embedded = await start();
  expect(new URL(embedded.url).port).not.toBe(String(port));
  stranger.close();
});

test('A lost password is set anew.', async () => {
  const first = await start();
  await first.stop();
  rmSync(join(dataDir, 'postgres-access.json'));
  const embedded = await start();
  expect(embedded.url).not.toBe(first.url);
  expect(await ask(embedded, 'SELECT 1')).toBe(1);
});

test('A folder that others may enter works the same as a closed one.', async () => {
  chmodSync(parent, 0o755);
  const embedded = await start();
  expect(await ask(embedded, 'SELECT 1')).toBe(1);
  chmodSync(parent, 0o700);
});

async function start(): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir, log });
  running.add(embedded);
  return embedded;
}

async function ask(embedded: Embedded, statement: string): Promise<unknown> {
  const client = new Client({ connectionString: embedded.url });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query({ text: statement, rowMode: 'array' });
  await client.end();
  return (rows[0] as unknown[] | undefined)?.[0];
}

/** Another process that owns the directory, as a second `npm start` would. */
async function owner(): Promise<ChildProcess> {
  const source = new URL('./embedded.ts', import.meta.url).href;
  const script = `import { startEmbedded } from '${source}';
    await startEmbedded({ dataDir: process.env.DATA, log: { info() {}, warn() {}, error() {} } });
    console.log('ready');
    setInterval(() => {}, 1000);`;
  const env = { ...process.env, DATA: dataDir };
  const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  others.add(other);
  await once(other.stdout, 'data');
  return other;
}

async function killedOwner(): Promise<void> {
  await kill(await owner());
}

async function kill(other: ChildProcess): Promise<void> {
  if (others.delete(other) && other.kill('SIGKILL')) await once(other, 'exit');
  // Whatever it left is taken over and stopped with the next start of ours.
}

async function restarted(embedded: Embedded): Promise<void> {
  const before = serverPid();
  process.kill(before, 'SIGKILL');
  await expect.poll(async () => existsSync(pidFile()) && serverPid() !== before, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => ask(embedded, 'SELECT 1').catch(() => sleep(50)), { timeout: 20_000 }).toBe(1);
}

function serverPid(): number {
  return Number(readFileSync(pidFile(), 'utf8').split('\n')[0]);
}

function pidFile(): string {
  return join(dataDir, 'postgres', 'postmaster.pid');
}
