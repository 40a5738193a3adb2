import type { EventType } from '@smooth/contract/core/event.ts';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { TenantDb } from '../tenant/tenant.ts';
import { record } from './record.ts';

type LifeEvent = EventType<z.ZodObject<{ id: z.ZodUUID }>>;

/** Records that a row was added, changed or deleted; its id is all that the fact carries. */
export async function recordLife<Row extends { id: string; revision?: number }>(
  tx: TenantDb,
  event: LifeEvent,
  row: Row,
  actor: Actor,
): Promise<Row> {
  await record(tx, event, { subject_id: row.id, revision: row.revision ?? null, actor }, { id: row.id });
  return row;
}
