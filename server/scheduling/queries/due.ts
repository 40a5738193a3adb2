import type { Instant } from '@smooth/engine/types.ts';
import { newId } from '../../core/ids.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';

export type DueKind = 'reminder' | 'approval_expiry';

export interface Due {
  kind: DueKind;
  appointment_id: string;
  due_at: Instant;
}

/** What is due later for an appointment: one row per kind, which a change moves. Jobs follow the row after the commit. */
export async function setDue(tx: TenantDb, { kind, appointment_id, due_at }: Due): Promise<void> {
  await tx
    .insertInto('due')
    .values({ id: newId(tx.tenant.now), kind, appointment_id, due_at: new Date(due_at) })
    .onConflict((conflict) => conflict.columns(['kind', 'appointment_id']).doUpdateSet({ due_at: new Date(due_at) }))
    .execute();
}

/** Takes back what was due: of one kind, or of every kind when none is named. A job that comes later finds nothing. */
export async function dropDue(
  tx: TenantDb,
  { kind, appointment_id }: { kind?: DueKind; appointment_id: string },
): Promise<void> {
  const rows = tx.deleteFrom('due').where('appointment_id', '=', appointment_id);
  await (kind ? rows.where('kind', '=', kind) : rows).execute();
}
