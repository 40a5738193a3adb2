import pg from 'pg';
import type { Log } from '../log.ts';

/** One connection that stays open and comes back by itself, for what belongs to a session: LISTEN, NOTIFY, locks. */
export interface KeptConnection {
  /** Null while the database is away. */
  client(): pg.Client | null;
  close(): Promise<void>;
}

export interface KeepConnection {
  url: string;
  name: string;
  log: Log;
  /** Runs on every new connection before it is handed out. */
  opened?: (client: pg.Client) => Promise<unknown>;
}

const FIRST_DELAY_MS = 100;
const LONGEST_DELAY_MS = 5000;

/** Resolves after the first attempt, whatever came of it. */
export async function keepConnection({ url, name, log, opened }: KeepConnection): Promise<KeptConnection> {
  let current: pg.Client | null = null;
  let closed = false;
  let delay = FIRST_DELAY_MS;
  let timer: NodeJS.Timeout | undefined;

  const again = () => {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void open();
    }, delay);
    delay = Math.min(delay * 2, LONGEST_DELAY_MS);
  };

  const open = async () => {
    const client = new pg.Client({ connectionString: url, application_name: name, keepAlive: true, pipeline: true });
    let isLost = false;
    const lost = (reason: string) => {
      if (isLost || closed) return;
      isLost = true;
      if (current === client) current = null;
      log.warn({ reason, connection: name }, 'a connection was lost');
      again();
    };
    client.on('error', (error) => lost(error.message));
    client.on('end', () => lost('it ended'));
    try {
      await client.connect();
      await opened?.(client);
      if (closed) return await client.end();
      current = client;
      delay = FIRST_DELAY_MS;
    } catch (error) {
      lost((error as Error).message);
      await client.end().catch(() => undefined);
    }
  };

  await open();
  return {
    client: () => current,
    async close() {
      closed = true;
      clearTimeout(timer);
      await current?.end().catch(() => undefined);
    },
  };
}
