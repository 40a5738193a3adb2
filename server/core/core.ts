import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import type { Database } from './db/database.ts';
import type { Wake } from './events/wake.ts';
import type { Log } from './log.ts';

/** The technical ground of a process, made once in `bin/`. */
export interface Core {
  config: Config;
  log: Log;
  clock: Clock;
  database: Database;
  /** Seals manage links; the same in every process of the installation. */
  secret: string;
  /** Kept outside of the database; see `installationKey`. */
  key: Buffer;
  /** Tells the workers that a tenant has new events. */
  wake: Wake;
}
