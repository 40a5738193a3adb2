import * as contract from '@smooth/contract/platform/plans.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import type { Routes } from '../../core/http/route.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { changePlan } from '../actions/plans.ts';
import { presentPlan } from '../present/plans.ts';
import { plansIn } from '../queries/plans.ts';

export function planRoutes({ open }: Routes, core: Core): void {
  open(contract.listPlans, { may: 'plan.read', place: 'platform' }, async ({ actor }) => {
    const rows = await inConsole(core.database, (tx) => plansIn(tx).execute());
    return { data: rows.map((row) => presentPlan(row, actor)) };
  });
  open(contract.changePlan, { may: 'plan.edit', place: 'platform' }, async ({ actor, params, body, visit, request }) =>
    presentPlan(await changePlan(core, { ...params, ...body }, { actor, witness: witnessOf(visit, request) }), actor),
  );
}
