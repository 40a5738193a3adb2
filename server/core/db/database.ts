import pg from 'pg';
import type { Log } from '../log.ts';
import { gatherWrites } from './gather.ts';
import { openReaders, type Readers } from './readers.ts';
import { readValues } from './values.ts';

readValues();

/** How many schemas a connection may touch before it is replaced: each keeps about 0.2 MB of its process. */
const MOST_SCHEMAS_PER_CONNECTION = 200;

/** To three connections for transactions comes one that reads share. */
const TRANSACTIONS_PER_READER = 3;

export interface Database {
  /** A connection for one transaction in one schema; give it back with `release`. */
  connect(schema: string): Promise<pg.PoolClient>;
  release(client: pg.PoolClient, broken?: boolean): void;
  /** A quick read that sends everything at once, at the connection that knows the schema; see `openReaders`. */
  read: Readers['read'];
  close(): Promise<void>;
}

export interface OpenDatabase {
  url: string;
  poolSize: number;
  log: Log;
}

/** A pool of pipelined connections under the application's own login, which by itself may do nothing. */
export function openDatabase({ url, poolSize, log }: OpenDatabase): Database {
  const count = Math.max(1, Math.floor(poolSize / TRANSACTIONS_PER_READER));
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize + count,
    pipeline: true,
    maxLifetimeSeconds: 1800,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5000,
    application_name: 'smooth',
    options: '-c statement_timeout=15000 -c idle_in_transaction_session_timeout=30000 -c lock_timeout=10000',
  });
  // Heard on each connection and not only on idle ones: what nobody hears ends the process.
  pool.on('connect', (client) => {
    gatherWrites(client);
    client.on('error', (error) => log.warn({ reason: error.message }, 'a database connection was lost'));
  });
  pool.on('error', () => undefined);
  const readers = openReaders({ pool, count, mostSchemas: 2 * MOST_SCHEMAS_PER_CONNECTION });
  const touched = new WeakMap<pg.PoolClient, Set<string>>();
  return {
    async connect(schema) {
      const client = await pool.connect();
      const schemas = touched.get(client) ?? new Set();
      touched.set(client, schemas.add(schema));
      return client;
    },
    release(client, broken = false) {
      client.release(broken || (touched.get(client)?.size ?? 0) >= MOST_SCHEMAS_PER_CONNECTION);
    },
    read: readers.read,
    async close() {
      await readers.close();
      await pool.end();
    },
  };
}
