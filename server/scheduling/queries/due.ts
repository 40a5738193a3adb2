import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { planned } from '../../core/db/raw.ts';
import type { DueKind } from '../../core/jobs/due.ts';
import { newId } from '../../core/ids.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';

export interface Due {
  kind: DueKind;
  appointment_id: string;
  due_at: Instant;
}

/** What is due later for an appointment: one row per kind, which a change moves. Jobs follow the row after the commit. */
export async function setDue(tx: TenantDb, due: Due): Promise<void> {
  await send(tx, dueSet(tx, due));
}

/** Takes back what was due: of one kind, or of every kind when none is named. A job that comes later finds nothing. */
export async function dropDue(tx: TenantDb, due: Pick<Due, 'appointment_id'> & Partial<Due>): Promise<void> {
  await send(tx, dueDropped(tx, due));
}

/** The same as a query, to be sent along with others. */
export const dueSet = (tx: TenantDb, { kind, appointment_id, due_at }: Due) =>
  planned(
    tx
      .insertInto('due')
      .values({ id: newId(tx.tenant.now), kind, appointment_id, due_at: new Date(due_at) })
      .onConflict((conflict) => conflict.columns(['appointment_id', 'kind']).doUpdateSet({ due_at: new Date(due_at) })),
  );

export function dueDropped(tx: TenantDb, { kind, appointment_id }: Pick<Due, 'appointment_id'> & Partial<Due>) {
  const rows = tx.deleteFrom('due').where('appointment_id', '=', appointment_id);
  return kind ? rows.where('kind', '=', kind) : rows;
}

/** What becomes due later: the reminder before the start, the end of waiting for approval. */
export function dueSteps(
  tx: TenantDb,
  {
    id,
    service,
    start,
    expiresAt,
  }: { id: string; service: { reminder_minutes: number | null }; start: Instant; expiresAt: Instant | null },
) {
  const remindAt = service.reminder_minutes === null ? null : start - service.reminder_minutes * MINUTE;
  return [
    ...(remindAt !== null && remindAt > tx.tenant.now
      ? [dueSet(tx, { kind: 'reminder', appointment_id: id, due_at: remindAt })]
      : []),
    ...(expiresAt === null ? [] : [dueSet(tx, { kind: 'approval_expiry', appointment_id: id, due_at: expiresAt })]),
  ];
}
