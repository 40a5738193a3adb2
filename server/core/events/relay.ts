import type { Log } from '../log.ts';
import type { TenantKey } from './wake.ts';

export interface Relay {
  wake(tenant: TenantKey): void;
  stop(): Promise<void>;
}

export interface StartRelay {
  /** One turn of a business; `more` asks for another one. */
  turn: (tenant: TenantKey, priority: number) => Promise<{ count: number; more: boolean }>;
  log: Log;
}

const TURNS_AT_ONCE = 4;
/** Between two turns of a business, so that many commits in a row share a turn. */
const PAUSE_MS = 50;
const PAUSE_AFTER_FAILURE_MS = 2000;

/** Takes the businesses that have events in turn: whoever had one stands at the end again. */
export function startRelay({ turn, log }: StartRelay): Relay {
  const waiting = new Map<string, TenantKey>();
  const resting = new Set<string>();
  const turns = new Set<Promise<void>>();
  const priorities = burstPriorities();
  let stopped = false;

  const pump = () => {
    for (const [name, tenant] of waiting) {
      if (stopped || turns.size >= TURNS_AT_ONCE) return;
      if (resting.has(name)) continue;
      waiting.delete(name);
      resting.add(name);
      const running: Promise<void> = take(name, tenant).then((pause) => {
        turns.delete(running);
        setTimeout(() => {
          resting.delete(name);
          pump();
        }, pause);
        pump();
      });
      turns.add(running);
    }
  };

  const take = async (name: string, tenant: TenantKey): Promise<number> => {
    try {
      const { count, more } = await turn(tenant, priorities.of(name));
      priorities.count(name, count);
      if (more) waiting.set(name, tenant);
      return PAUSE_MS;
    } catch (error) {
      log.warn({ err: error, tenant: tenant.id, mode: tenant.mode }, 'events could not be handed over');
      waiting.set(name, tenant);
      return PAUSE_AFTER_FAILURE_MS;
    }
  };

  return {
    wake({ id, mode }) {
      waiting.set(`${id}:${mode}`, { id, mode });
      pump();
    },
    async stop() {
      stopped = true;
      await Promise.all(turns);
    },
  };
}

const BURST_MS = 60_000;
const EVENTS_PER_STEP = 500;
const LOWEST_PRIORITY = 20;

/** Whoever records very many events within a minute stands behind the others with the rest of them. */
function burstPriorities() {
  let counts = new Map<string, number>();
  let since = performance.now();
  return {
    of: (name: string) => Math.min(Math.floor((counts.get(name) ?? 0) / EVENTS_PER_STEP), LOWEST_PRIORITY),
    count(name: string, events: number) {
      if (performance.now() - since > BURST_MS) {
        counts = new Map();
        since = performance.now();
      }
      counts.set(name, (counts.get(name) ?? 0) + events);
    },
  };
}
