import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appUrl } from '../core/db/roles.ts';
import { startEmbedded } from '../core/postgres/embedded.ts';
import { DataDirInUse } from '../core/postgres/errors.ts';
import { roleOf } from '../core/tenant/tenant.ts';

/** A PostgreSQL for one run of the tests: the one TEST_DATABASE_URL names, or an own one that is gone afterwards. */
export interface TestCluster {
  url: string;
  stop(): Promise<void>;
}

const FOLDER = 'smooth-tests-';
const LEFT_AFTER_MS = 60 * 60 * 1000;
const log = { info: () => {}, warn: () => {}, error: (text: string) => void process.stderr.write(`${text}\n`) };

export async function startCluster(): Promise<TestCluster> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  await sweepLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), FOLDER));
  const embedded = await startEmbedded({ dataDir, log });
  // Nothing in here outlives the run, so nobody waits for the disk.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await asOwner(embedded.url, (owner) => owner.query(`ALTER SYSTEM SET ${setting} = off`));
  await asOwner(embedded.url, (owner) => owner.query('SELECT pg_reload_conf()'));
  return {
    url: embedded.url,
    stop: async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs that were killed leave their server behind; it is taken over and ended. One whose run lives is locked. */
async function sweepLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((found) => found.startsWith(FOLDER))) {
    const dataDir = join(tmpdir(), name);
    const changed = statSync(dataDir, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - changed < LEFT_AFTER_MS) continue;
    try {
      const left = await startEmbedded({ dataDir, log });
      await left.stop();
      rmSync(dataDir, { recursive: true, force: true });
    } catch (error) {
      if (!(error instanceof DataDirInUse)) log.error(`${dataDir} stays: ${String(error)}`);
    }
  }
}

export async function asOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

export function urlsOf(clusterUrl: string, database: string): { ownerUrl: string; loginUrl: string } {
  const within = (address: string) => Object.assign(new URL(address), { pathname: `/${database}` }).href;
  return { ownerUrl: within(clusterUrl), loginUrl: within(appUrl(clusterUrl)) };
}

export const createDatabase = (clusterUrl: string, name: string, template = 'template1') =>
  asOwner(clusterUrl, (owner) => owner.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`));

export const dropDatabase = (clusterUrl: string, name: string) =>
  asOwner(clusterUrl, (owner) => owner.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));

/** The roles of tenants, which outlive their database. */
export async function dropRoles(clusterUrl: string, tenantIds: string[]): Promise<void> {
  const roles = tenantIds.flatMap((id) => [`"${roleOf(id, 'live')}"`, `"${roleOf(id, 'sandbox')}"`]);
  if (roles.length > 0) await asOwner(clusterUrl, (owner) => owner.query(`DROP ROLE IF EXISTS ${roles.join(', ')}`));
}
