import type { ClassSession } from '@smooth/contract/scheduling/classes.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import type { Tenant, TenantDb } from '../../core/tenant/tenant.ts';
import { classPolicy } from '../policy/appointments.ts';
import type { ClassRow } from '../queries/classes.ts';
import { anyRules, type BusinessRules, rulesIn } from '../queries/rules.ts';
import { presentResources } from './appointments.ts';

export async function presentClasses(
  where: Tenant | TenantDb,
  rows: readonly ClassRow[],
  actor: Actor,
): Promise<ClassSession[]> {
  const rules = await ('client' in where ? rulesIn(where) : anyRules(where));
  return rows.map((row) => presentClass(row, rules, actor));
}

export function presentClass(row: ClassRow, rules: BusinessRules, actor: Actor): ClassSession {
  const service = rules.services.get(row.service_id);
  const may = row.status === 'scheduled' ? canDoWithClass(row, actor) : [];
  return {
    ...row,
    service: { id: row.service_id, name: service?.name ?? '', color: service?.color ?? '#6366f1' },
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    resources: presentResources(rules, row.resource_ids),
    can: {
      edit: may.includes('edit'),
      reschedule: may.includes('reschedule'),
      cancel: may.includes('cancel'),
    },
  };
}

/** What this person may do with a class that is still to be held. */
export function canDoWithClass({ resource_ids }: Pick<ClassRow, 'resource_ids'>, actor: Actor) {
  const verbs = ['edit', 'reschedule', 'cancel'] as const;
  return verbs.filter((verb) => classPolicy.may(actor, `class.${verb}`, { resource_ids, customer_id: null }));
}
