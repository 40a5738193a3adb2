import type { Mode } from '@smooth/contract/identity/roles.ts';
import { type KeptConnection, keepConnection } from '../db/kept.ts';
import type { Log } from '../log.ts';

/** A business in one mode, by name: what travels where a handle cannot. */
export interface TenantKey {
  id: string;
  mode: Mode;
}

/** The platform itself, where something is told of it the same way: an id that no business has. */
export const PLATFORM: TenantKey = { id: '00000000-0000-0000-0000-000000000000', mode: 'live' };

/** Collects tenants with new events and tells the workers once per moment, after the commits and not within them. */
export interface Wake {
  (tenant: TenantKey): void;
}

export interface Waker {
  wake: Wake;
  /** A relay in this very process hears directly. */
  hear(relay: (tenant: TenantKey) => void): void;
  /** Whether a notification came from here, so that what was heard directly is not heard twice. */
  sent(processId: number): boolean;
  close(): Promise<void>;
}

export const WAKE_CHANNEL = 'smooth_wake';

const COLLECT_MS = 15;
/** A notification holds 8,000 bytes, a name of a tenant 38. */
const MOST_PER_NOTIFICATION = 150;

export async function openWaker({ url, log }: { url: string; log: Log }): Promise<Waker> {
  const connection = await keepConnection({ url, name: 'smooth wake', log });
  const collected = new Map<string, TenantKey>();
  const relays: ((tenant: TenantKey) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let told = 0;
  const tell = () => {
    timer = undefined;
    told = performance.now();
    const tenants = [...collected.values()];
    collected.clear();
    for (const relay of relays) for (const tenant of tenants) relay(tenant);
    notify(connection, tenants.map(textOf), log);
  };
  return {
    wake({ id, mode }) {
      collected.set(`${id}:${mode}`, { id, mode });
      // The first after a quiet moment waits for nobody.
      timer ??= setTimeout(tell, Math.max(0, told + COLLECT_MS - performance.now()));
    },
    hear: (relay) => void relays.push(relay),
    sent: (processId) => (connection.client() as { processID?: number | null } | null)?.processID === processId,
    async close() {
      clearTimeout(timer);
      if (collected.size > 0) tell();
      await connection.close();
    },
  };
}

/** A notification that is lost is made up for by the sweep. */
function notify(connection: KeptConnection, names: string[], log: Log): void {
  for (let from = 0; from < names.length; from += MOST_PER_NOTIFICATION) {
    const payload = names.slice(from, from + MOST_PER_NOTIFICATION).join(',');
    connection
      .client()
      ?.query('SELECT pg_notify($1, $2)', [WAKE_CHANNEL, payload])
      .catch((error: unknown) => log.warn({ err: error }, 'the workers could not be woken'));
  }
}

const textOf = ({ id, mode }: TenantKey) => `${id}:${mode}`;

export const tenantsIn = (payload: string): TenantKey[] =>
  payload.split(',').map((name) => {
    const [id = '', mode] = name.split(':');
    return { id, mode: mode === 'sandbox' ? 'sandbox' : 'live' };
  });
