import { HOUR, SECOND } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { at } from '../db/raw.ts';
import type { Wake } from '../events/wake.ts';
import { inTenant, type Tenant, type TenantDb } from '../tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import type { JobHandler, JobSpec } from './registry.ts';

export type DueKind = TenantTables['due']['kind'];

export interface DueRow {
  id: string;
  kind: DueKind;
  /** What it is about: one of the two. */
  appointment_id: string | null;
  webhook_id: string | null;
  due_at: Instant;
}

/**
 * Does what is due, in the transaction that found the row standing and its time come, with the appointment locked. It may
 * run again, so it looks before it acts. The jobs it answers are added after the commit.
 */
export type DueHandler = (tx: TenantDb, row: DueRow) => Promise<JobSpec[] | void>;

export type OnDue = (kind: DueKind, handler: DueHandler) => void;

export interface Dues {
  onDue: OnDue;
  of(kind: DueKind): DueHandler | undefined;
}

/** What is due within this time gets its job at once; for the rest the sweep makes one when its time comes near. */
export const SOON_MS = HOUR;

/** A job that comes too early, because two clocks differ, waits at least this long. */
const WAIT_MS = SECOND / 2;

export function dueRegistry(): Dues {
  const handlers = new Map<DueKind, DueHandler>();
  return {
    onDue: (kind, handler) => void handlers.set(kind, handler),
    of: (kind) => handlers.get(kind),
  };
}

/** The queue runs by everybody's clock, what is due goes by that of the business. */
export const dueJob = ({ id, due_at }: Pick<DueRow, 'id' | 'due_at'>, { now, ahead_ms }: Clocks): JobSpec => ({
  name: 'due',
  key: `due:${id}`,
  payload: { due_id: id },
  ...(due_at > now && { run_at: due_at - ahead_ms }),
});

type Clocks = Pick<Tenant, 'now' | 'ahead_ms'>;

/** The job of a due row. The row is the truth: where it was dropped nothing happens, where it was moved it waits anew. */
export const dueHandler =
  (dues: Pick<Dues, 'of'>, wake: Wake): JobHandler =>
  async ({ tenant, payload, addJobs }) => {
    if (tenant.row.status !== 'active') return;
    const id = String(payload['due_id']);
    const { row, jobs } = await inTenant(tenant, (tx) => act(tx, id, dues));
    wake(tenant);
    if (!row || jobs.length === 0) return;
    await addJobs(tenant, jobs);
    if (row.due_at <= tenant.now) await inTenant(tenant, (tx) => forget(tx, row));
  };

async function act(tx: TenantDb, id: string, dues: Pick<Dues, 'of'>): Promise<{ row?: DueRow; jobs: JobSpec[] }> {
  const row = await lockRow(tx, id);
  if (!row) return { jobs: [] };
  if (row.due_at > tx.tenant.now) return { row, jobs: laterJob(row, tx.tenant) };
  const handler = dues.of(row.kind);
  if (!handler) throw new Error(`Nobody does what is due as ${row.kind}`);
  const jobs = (await handler(tx, row)) ?? [];
  if (jobs.length === 0) await forget(tx, row);
  return { row, jobs };
}

const laterJob = ({ id, due_at }: DueRow, clocks: Clocks): JobSpec[] =>
  due_at > clocks.now + SOON_MS ? [] : [dueJob({ id, due_at: Math.max(due_at, clocks.now + WAIT_MS) }, clocks)];

/** The appointment first, as every verb does, so that neither waits for the other in a circle. */
async function lockRow(tx: TenantDb, id: string): Promise<DueRow | undefined> {
  const rows = tx.selectFrom('due').selectAll().where('id', '=', id);
  const seen = await rows.executeTakeFirst();
  if (!seen) return undefined;
  if (seen.appointment_id !== null)
    await tx.selectFrom('appointments').select('id').where('id', '=', seen.appointment_id).forUpdate().execute();
  return rows.executeTakeFirst();
}

/** Not if it was moved meanwhile. */
async function forget(tx: TenantDb, { id, due_at }: DueRow): Promise<void> {
  await tx.deleteFrom('due').where('id', '=', id).where('due_at', '=', at(due_at)).execute();
}
