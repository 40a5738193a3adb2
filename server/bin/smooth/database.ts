import pg from 'pg';
import type { Config } from '../../core/config.ts';
import { type PreparedDatabase, prepareDatabase } from '../../core/db/prepare.ts';
import { appUrl } from '../../core/db/roles.ts';
import { makeLog } from '../../core/log.ts';
import { runningEmbedded } from '../../core/postgres/embedded.ts';

/** Works on the database that DATABASE_URL names, on the one a running installation has, or starts it for the while. */
export async function withDatabase<T>(
  config: Config,
  work: (database: PreparedDatabase, owner: pg.Client) => Promise<T>,
): Promise<T> {
  const running = config.databaseUrl ? undefined : await runningEmbedded(config.dataDir);
  const database = running
    ? { ownerUrl: running, loginUrl: appUrl(running), stop: async () => {} }
    : await prepareDatabase(config, makeLog(config.logLevel));
  try {
    const owner = new pg.Client({ connectionString: database.ownerUrl, application_name: 'smooth operator' });
    await owner.connect();
    try {
      return await work(database, owner);
    } finally {
      await owner.end();
    }
  } finally {
    await database.stop();
  }
}
