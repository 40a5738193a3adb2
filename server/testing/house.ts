import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildApi } from '../api/app.ts';
import { readConfig } from '../core/config.ts';
import type { Core } from '../core/core.ts';
import { openDatabase } from '../core/db/database.ts';
import type { Hub } from '../core/realtime/hub.ts';
import type { RegisteredRoute } from '../core/http/route.ts';
import { makeLog } from '../core/log.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import { createDatabase, dropDatabase, dropRoles, urlsOf } from './cluster.ts';

/** The whole application on a database of its own, with a clock that stands still. */
export interface House {
  core: Core;
  app: FastifyInstance;
  routes: RegisteredRoute[];
  /** Of this house; nothing wakes it but the test. */
  hub: Hub;
  clock: { now(): Instant; set(now: Instant): void };
  /** By sub-domain. */
  tenants: Map<string, TenantRow>;
  urls: { ownerUrl: string; loginUrl: string };
  /** As the owner, with `schema` in front of the search path. */
  rows<Row>(schema: string, sql: string, values?: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openHouse(cluster: { url: string; template: string }): Promise<House> {
  const name = `${cluster.template}_${randomBytes(4).toString('hex')}`;
  await createDatabase(cluster.url, name, cluster.template);
  const urls = urlsOf(cluster.url, name);
  const clock = clockAt(0);
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-house-'));
  const core = coreOf(urls, clock, dataDir);
  const { app, routes, hub } = await buildApi(core);
  const owner = new pg.Client({ connectionString: urls.ownerUrl });
  await owner.connect();
  const { rows } = await owner.query<TenantRow>('SELECT * FROM public.tenants');
  return {
    core,
    app,
    routes,
    hub,
    clock,
    urls,
    tenants: new Map(rows.map((row) => [row.subdomain, row])),
    rows: async <Row>(schema: string, sql: string, values: unknown[] = []) => {
      await owner.query("SELECT set_config('search_path', $1, false)", [schema]);
      return (await owner.query(sql, values)).rows as Row[];
    },
    close: async () => {
      await app.close();
      await core.database.close();
      rmSync(dataDir, { recursive: true, force: true });
      const { rows: all } = await owner.query<TenantRow>('SELECT id FROM public.tenants');
      await owner.end();
      await dropDatabase(cluster.url, name);
      // Roles of tenants that a test has made belong to the cluster and would outlive the database.
      const known = new Set(rows.map(({ id }) => id));
      await dropRoles(
        cluster.url,
        all.map(({ id }) => id).filter((id) => !known.has(id)),
      );
    },
  };
}

function clockAt(start: Instant): House['clock'] {
  let now = start;
  return { now: () => now, set: (instant) => void (now = instant) };
}

function coreOf(urls: House['urls'], clock: House['clock'], dataDir: string): Core {
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: urls.ownerUrl,
    SMOOTH_DATA: dataDir,
    LOG_LEVEL: 'error',
    // Nobody answers there, and says so at once.
    DNS_SERVERS: '127.0.0.1:9',
    SIGN_IN_ATTEMPTS: '1000',
    BOOKING_ATTEMPTS_PER_MINUTE: '0',
  });
  const log = makeLog(config.logLevel);
  const database = openDatabase({ url: urls.loginUrl, poolSize: 10, log });
  const secret = 'sealed with this in every test';
  return { config, log, clock, database, secret, key: Buffer.from(secret), wake: () => undefined };
}
