import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { at, plain } from '../db/raw.ts';
import { dueJob } from '../jobs/due.ts';
import type { AddJobs } from '../jobs/registry.ts';
import type { Log } from '../log.ts';
import { activeTenants } from '../tenant/find.ts';
import { ask, type Tenant, tenantHandle } from '../tenant/tenant.ts';
import type { Relay } from './relay.ts';

export interface Sweep {
  /** A pool of one, so that looking into every schema leaves the connections of the others alone. */
  database: Database;
  clock: Clock;
  log: Log;
  relay: Pick<Relay, 'wake'>;
  addJobs: AddJobs;
  stopping: () => boolean;
}

const SCHEMAS_PER_STEP = 50;
const REST_MS = 100;
const AHEAD_MS = 5 * MINUTE;
const MOST_DUE_PER_SCHEMA = 200;

/**
 * Looks into every schema once: wakes the relay for events that nobody was told of, and makes jobs of what is due within
 * minutes. One question per schema, with rests, so that thousands of them disturb nobody.
 */
export async function sweep({ database, clock, log, relay, addJobs, stopping }: Sweep): Promise<number> {
  const rows = await activeTenants(database);
  const handles = rows.flatMap((row) =>
    (['live', 'sandbox'] as const).map((mode) => tenantHandle(row, mode, database, clock.now())),
  );
  let looked = 0;
  for (const tenant of handles) {
    if (stopping()) return looked;
    try {
      await look(tenant, relay, addJobs);
    } catch (error) {
      log.warn({ err: error, tenant: tenant.id, mode: tenant.mode }, 'a schema could not be looked into');
    }
    looked += 1;
    if (looked % SCHEMAS_PER_STEP === 0) await new Promise((resolve) => setTimeout(resolve, REST_MS));
  }
  return looked;
}

async function look(tenant: Tenant, relay: Pick<Relay, 'wake'>, addJobs: AddJobs): Promise<void> {
  const left = await ask(tenant, leftIn(tenant));
  if (left.some(({ kind }) => kind === 'outbox')) relay.wake(tenant);
  const jobs = left.flatMap(({ id, due_at }) => (due_at === null ? [] : [dueJob({ id, due_at }, tenant)]));
  if (jobs.length > 0) await addJobs(tenant, jobs);
}

const leftIn = (tenant: Tenant) =>
  plain(sql<{ kind: string; id: string; due_at: Instant | null }>`
    (SELECT 'outbox' AS kind, event_id AS id, NULL::timestamptz AS due_at FROM outbox LIMIT 1)
    UNION ALL
    (SELECT kind, id, due_at FROM due WHERE due_at <= ${at(tenant.now + AHEAD_MS)} ORDER BY due_at LIMIT ${MOST_DUE_PER_SCHEMA})`);
