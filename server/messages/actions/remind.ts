import type { DueRow } from '../../core/jobs/due.ts';
import type { JobSpec } from '../../core/jobs/registry.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { factsById } from '../queries.ts';
import { reminderKey } from '../rules/reminder.ts';
import { isReminded } from '../rules/templates.ts';
import { tell, type Teller } from './tell.ts';

/** Reminds of an appointment that is confirmed and still to come. */
export async function remind(core: Teller, tx: TenantDb, { appointment_id }: DueRow): Promise<JobSpec[]> {
  const [facts] = (await tx.executeQuery(factsById(appointment_id!).compile())).rows;
  if (!facts || !isReminded(facts, tx.tenant.now)) return [];
  return tell(core, tx, { template: 'reminder', facts, dedupe_key: reminderKey(facts) });
}
