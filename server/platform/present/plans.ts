import type { Plan } from '@smooth/contract/platform/plans.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import type { Actor } from '../../core/actor.ts';
import { planPolicy } from '../policy.ts';
import type { ListedPlan } from '../queries/plans.ts';

export const presentPlan = (row: ListedPlan, actor: Actor): Plan => ({
  tier: row.tier,
  revision: row.revision,
  limits: row.limits,
  permissions: row.permissions,
  businesses: row.businesses,
  updated_at: formatInstant(row.updated_at),
  can: { edit: planPolicy.may(actor, 'plan.edit', null) },
});
