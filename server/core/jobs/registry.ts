import type { Instant } from '@smooth/engine/types.ts';
import type { TenantKey } from '../events/wake.ts';
import type { Tenant } from '../tenant/tenant.ts';

/** A job of one tenant that is to run. */
export interface JobSpec {
  name: string;
  payload?: Record<string, unknown>;
  /** A job that waits under the same key is replaced. */
  key?: string;
  /** Jobs of one queue run one after the other. */
  queue?: string;
  run_at?: Instant;
  /** How often it is tried, with growing pauses; 25 times is about four days. */
  attempts?: number;
  /** Jobs with a smaller number run first. */
  priority?: number;
}

export type AddJobs = (tenant: TenantKey, jobs: readonly JobSpec[]) => Promise<void>;

export interface JobRun {
  tenant: Tenant;
  payload: Record<string, unknown>;
  attempt: number;
  isLastAttempt: boolean;
  addJobs: AddJobs;
}

/** Runs at least once; one that throws is tried again later. */
export type JobHandler = (run: JobRun) => Promise<void>;

export interface Jobs {
  job(name: string, handler: JobHandler): void;
  names(): string[];
  named(name: string): JobHandler | undefined;
}

export function jobRegistry(): Jobs {
  const handlers = new Map<string, JobHandler>();
  return {
    job(name, handler) {
      if (handlers.has(name)) throw new Error(`Two jobs are called ${name}`);
      handlers.set(name, handler);
    },
    names: () => [...handlers.keys()],
    named: (name) => handlers.get(name),
  };
}
