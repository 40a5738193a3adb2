import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../core/db/database.ts';
import { makeLog } from '../core/log.ts';
import { migratePublic } from '../tenancy/actions/migrate.ts';
import { asOwner, createDatabase, dropDatabase, dropRoles, urlsOf } from './cluster.ts';
import { test as bare } from './test.ts';

/** A database without the cast. */
export interface Fresh {
  urls: { ownerUrl: string; loginUrl: string };
  /** As the application has it. */
  database: Database;
  owned<T>(work: (owner: pg.Client) => Promise<T>): Promise<T>;
  rows<Row = Record<string, unknown>>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/**
 * `unmigrated`: a database of its own for each test, as new. `fresh`: the same, migrated, with nobody in it. `shared`: one
 * like that for all tests of a file.
 */
export const test = bare
  // oxlint-disable-next-line no-empty-pattern
  .extend('unmigrated', async ({}, { onCleanup }): Promise<Fresh> => openFresh(onCleanup))
  .extend('fresh', ({ unmigrated }): Promise<Fresh> => migrated(unmigrated))
  // oxlint-disable-next-line no-empty-pattern
  .extend('shared', { scope: 'file' }, async ({}, { onCleanup }): Promise<Fresh> => {
    return migrated(await openFresh(onCleanup));
  });

async function migrated(unmigrated: Fresh): Promise<Fresh> {
  await migratePublic(unmigrated.urls.ownerUrl, unmigrated.urls.loginUrl);
  return unmigrated;
}

async function openFresh(onCleanup: (clean: () => Promise<void>) => void): Promise<Fresh> {
  const { url } = inject('cluster');
  const name = `smooth_fresh_${randomBytes(4).toString('hex')}`;
  await createDatabase(url, name);
  const urls = urlsOf(url, name);
  const database = openDatabase({ url: urls.loginUrl, poolSize: 4, log: makeLog('error') });
  onCleanup(async () => {
    await database.close();
    await untilAlone(urls.ownerUrl);
    const tenants = await asOwner(urls.ownerUrl, tenantIds);
    await dropDatabase(url, name);
    await dropRoles(url, tenants);
  });
  const owned: Fresh['owned'] = (work) => asOwner(urls.ownerUrl, work);
  const rows: Fresh['rows'] = (sql, values) => owned(async (owner) => (await owner.query(sql, values)).rows as never);
  return { urls, database, owned, rows };
}

async function tenantIds(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ there: boolean }>("SELECT to_regclass('public.tenants') IS NOT NULL AS there");
  if (!rows[0]!.there) return [];
  return (await owner.query<{ id: string }>('SELECT id FROM public.tenants')).rows.map(({ id }) => id);
}

/** A pool has ended a moment before its connections have; dropping the database under them would be an error of theirs. */
export const untilAlone = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    for (let tries = 0; tries < 200; tries += 1) {
      const { rowCount } = await owner.query(
        'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
      if (rowCount === 0) return;
      await sleep(50);
    }
  });
