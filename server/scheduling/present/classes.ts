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
  const owned = { resource_ids: row.resource_ids, customer_id: null };
  const isLive = row.status === 'scheduled';
  return {
    ...row,
    service: { id: row.service_id, name: service?.name ?? '', color: service?.color ?? '#6366f1' },
    start: formatInstant(row.starts_at),
    end: formatInstant(row.ends_at),
    resources: presentResources(rules, row.resource_ids),
    can: {
      edit: isLive && classPolicy.may(actor, 'class.edit', owned),
      cancel: isLive && classPolicy.may(actor, 'class.cancel', owned),
    },
  };
}
