import type pg from 'pg';
import { keepConnection } from '../db/kept.ts';
import { tenantsIn, type TenantKey, WAKE_CHANNEL, type Waker } from '../events/wake.ts';
import type { Log } from '../log.ts';
import { deadWorkers, deathWatch, releaseJobsOf, showAlive } from './alive.ts';

/** The connection on which a worker listens, shows that it lives, and agrees with the others on who sweeps. */
export interface Station {
  hear(relay: (tenant: TenantKey) => void): void;
  /** The name under which a runner of this worker locks jobs from now on. */
  show(runner: string, poolId: string): void;
  /** Gives back the jobs of workers that do not live any more. */
  bury(): Promise<void>;
  /** Does `work` unless another worker is at it. */
  alone(work: () => Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

export interface OpenStation {
  url: string;
  log: Log;
  waker: Waker | undefined;
}

export async function openStation({ url, log, waker }: OpenStation): Promise<Station> {
  const relays: ((tenant: TenantKey) => void)[] = [];
  const surely = deathWatch();
  const poolIds = new Map<string, string>();
  const kept = await keepConnection({
    url,
    name: 'smooth worker',
    log,
    async opened(client) {
      client.on('notification', ({ payload = '', processId }) => {
        if (waker?.sent(processId)) return;
        for (const tenant of tenantsIn(payload)) for (const relay of relays) relay(tenant);
      });
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
      await showAlive(client, [...poolIds.values()]);
    },
  });
  const withClient = async (work: (client: pg.Client) => Promise<unknown>) => {
    const client = kept.client();
    if (!client) return;
    await work(client).catch((error: unknown) => log.warn({ err: error }, 'a round of the worker was left out'));
  };
  return {
    hear: (relay) => void relays.push(relay),
    show(runner, poolId) {
      poolIds.set(runner, poolId);
      void withClient((client) => showAlive(client, [...poolIds.values()]));
    },
    bury: () =>
      withClient(async (client) => {
        const dead = surely(await deadWorkers(client));
        if (dead.length > 0) await releaseJobsOf(client, dead);
      }),
    alone: (work) => withClient((client) => alone(client, work)),
    close: () => kept.close(),
  };
}

const SWEEPING = 7_303_016;

async function alone(client: pg.Client, work: () => Promise<unknown>): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [SWEEPING]);
  if (!rows[0]?.mine) return;
  try {
    await work();
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [SWEEPING]);
  }
}
