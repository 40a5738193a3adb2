import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountFor, canUse, giveTo, type Account } from './account.ts';
import { bundledMajor, usableBinaries, type Binaries } from './binaries.ts';
import { DataDirOtherVersion, EmbeddedFailed } from './errors.ts';
import { accessRules, serverSettings } from './settings.ts';

/** A database cluster on disk, ready to be started. */
export type Cluster = {
  dataDir: string;
  folder: string;
  account: Account;
  binaries: Binaries;
  password: string;
  /** The port of last time. */
  port: number | undefined;
};

type Access = { password: string; port?: number };

export const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** Throws before anything is touched when the directory belongs to another major version. */
export function refuseOtherVersion(dataDir: string): void {
  const file = join(dataDir, 'postgres', 'PG_VERSION');
  if (!existsSync(file)) return;
  const found = readFileSync(file, 'utf8').trim();
  if (found !== bundledMajor()) throw new DataDirOtherVersion(dataDir, found, bundledMajor());
}

/** Makes the cluster when there is none, and brings ownership, settings and password in order. */
export async function prepareCluster(dataDir: string, say: (text: string) => void): Promise<Cluster> {
  const folder = join(dataDir, 'postgres');
  const account = accountFor(folder);
  const binaries = usableBinaries(dataDir, account);
  if (!existsSync(folder)) {
    say('Creating the database (once)');
    await createFolder({ folder, account, binaries });
  }
  giveTo(account, folder);
  writeFileSync(join(folder, 'smooth.conf'), serverSettings(), { mode: 0o644 });
  const access = readAccess(dataDir) ?? (await renewPassword({ dataDir, folder, account, binaries }));
  return { dataDir, folder, account, binaries, password: access.password, port: access.port };
}

/** What a second process on this machine needs to talk to the running cluster. */
export function readAccess(dataDir: string): Access | undefined {
  try {
    return JSON.parse(readFileSync(accessFile(dataDir), 'utf8')) as Access;
  } catch {
    return undefined;
  }
}

export function rememberPort(cluster: Cluster, port: number): void {
  if (cluster.port !== port) writeAccess(cluster.dataDir, { password: cluster.password, port });
  cluster.port = port;
}

/** The folder as its account can name it: below a closed folder only by way of the process' own directory. */
export function nameFor(account: Account, folder: string): string {
  if (!account || canUse(account, [folder])) return folder;
  if (process.platform === 'linux') return '/proc/self/cwd';
  throw new EmbeddedFailed(`The account with uid ${account.uid} cannot enter ${folder}: open its parent folders.`);
}

type Place = Pick<Cluster, 'folder' | 'account' | 'binaries'>;

/** Built beside its final name, so that a start that is killed half way leaves nothing that looks finished. */
async function createFolder({ folder, account, binaries }: Place): Promise<void> {
  const fresh = `${folder}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  if (account) chownSync(fresh, account.uid, account.gid);
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const choices = ['-U', 'postgres', '-E', 'UTF8', '-A', 'reject', ...locale];
  await run({ program: binaries.initdb, args: ['-D', nameFor(account, fresh), ...choices], folder: fresh, account });
  writeFileSync(join(fresh, 'pg_hba.conf'), accessRules());
  writeFileSync(join(fresh, 'postgresql.conf'), "\ninclude_if_exists = 'smooth.conf'\n", { flag: 'a' });
  renameSync(fresh, folder);
}

/** Single-user mode needs no password: it sets the first one, and a new one where the file was lost. */
async function renewPassword({ dataDir, folder, account, binaries }: Place & { dataDir: string }): Promise<Access> {
  const password = randomBytes(24).toString('hex');
  const args = ['--single', '-D', nameFor(account, folder), '-c', 'logging_collector=off', 'postgres'];
  const input = `ALTER ROLE postgres PASSWORD '${password}'\n`;
  await run({ program: binaries.postgres, args, folder, account, input });
  writeAccess(dataDir, { password });
  return { password };
}

function accessFile(dataDir: string): string {
  return join(dataDir, 'postgres-access.json');
}

function writeAccess(dataDir: string, access: Access): void {
  const fresh = `${accessFile(dataDir)}.new`;
  writeFileSync(fresh, `${JSON.stringify(access)}\n`, { mode: 0o600, flush: true });
  chmodSync(fresh, 0o600);
  renameSync(fresh, accessFile(dataDir));
}

type Program = { program: string; args: string[]; folder: string; account: Account; input?: string };

async function run({ program, args, folder, account, input = '' }: Program): Promise<void> {
  const child = spawn(program, args, { cwd: folder, env: ENVIRONMENT, ...account });
  const said: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => said.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const code = await new Promise<number | string | null>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', resolve);
  });
  const text = Buffer.concat(said).toString().trim();
  if (code !== 0 || /\bERROR:/.test(text)) throw new EmbeddedFailed(`${program} failed (${code}): ${text}`);
}
