import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { startEmbedded } from '../postgres/embedded.ts';
import pg from 'pg';
import { appUrl } from './roles.ts';

export interface PreparedDatabase {
  ownerUrl: string;
  loginUrl: string;
  stop(): Promise<void>;
}

const OLDEST = 16;

/** The database of this process: the one that DATABASE_URL names, or an embedded one in the data directory. */
export async function prepareDatabase(config: Config, log: Log): Promise<PreparedDatabase> {
  if (config.databaseUrl) {
    await refuseOldServer(config.databaseUrl);
    return {
      ownerUrl: config.databaseUrl,
      loginUrl: config.databaseAppUrl ?? appUrl(config.databaseUrl),
      stop: async () => {},
    };
  }
  const embedded = await startEmbedded({ dataDir: config.dataDir, log });
  return { ownerUrl: embedded.url, loginUrl: appUrl(embedded.url), stop: () => embedded.stop() };
}

export class DatabaseUnfit extends Error {}

async function refuseOldServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: unknown) => {
    throw new DatabaseUnfit(
      `The PostgreSQL of DATABASE_URL does not answer: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    const { rows } = await client.query<{ version: number; may: boolean }>(
      "SELECT current_setting('server_version_num')::int / 10000 AS version, rolcreaterole OR rolsuper AS may FROM pg_roles WHERE rolname = current_user",
    );
    const { version, may } = rows[0]!;
    if (version < OLDEST)
      throw new DatabaseUnfit(`DATABASE_URL names PostgreSQL ${version}; ${OLDEST} or newer is needed`);
    if (!may)
      throw new DatabaseUnfit(
        'The role of DATABASE_URL needs CREATEROLE, because every business gets roles of its own',
      );
  } finally {
    await client.end();
  }
}
