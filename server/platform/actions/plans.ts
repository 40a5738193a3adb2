import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import type { changePlan as contract } from '@smooth/contract/platform/plans.ts';
import type { Tier } from '@smooth/contract/tenancy/entitlements.ts';
import { audit } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { demandRevision } from '../../core/db/revision.ts';
import { found } from '../../core/errors.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { presentPlan } from '../present/plans.ts';
import { type ListedPlan, plansIn } from '../queries/plans.ts';
import type { By } from './tenants.ts';

type Change = BodyOf<typeof contract> & { tier: Tier };

/** Changes what a plan includes; the database carries it to every business that has it. */
export function changePlan(core: Core, { tier, revision, limits, permissions }: Change, by: By): Promise<ListedPlan> {
  return inConsole(core.database, async (tx) => {
    await tx.selectFrom('public.plans').select('tier').where('tier', '=', tier).forUpdate().execute();
    const before = found((await plansIn(tx).execute()).find((plan) => plan.tier === tier));
    demandRevision(before, revision, (row) => presentPlan(row, by.actor));
    await tx
      .updateTable('public.plans')
      .set({
        limits: JSON.stringify({ ...before.limits, ...limits }),
        permissions: JSON.stringify({ ...before.permissions, ...permissions }),
        revision: revision + 1,
        updated_at: new Date(by.witness.at),
      })
      .where('tier', '=', tier)
      .execute();
    await audit(core, tx, by.witness, { action: 'PLAN_CHANGED', detail: { tier, limits, permissions } });
    return found((await plansIn(tx).execute()).find((plan) => plan.tier === tier));
  });
}
