import { sql } from 'kysely';
import type { PublicDb } from '../../core/tenant/gate.ts';

/** Plans from the smallest to the largest, each with how many businesses have it. */
export const plansIn = (tx: PublicDb) =>
  tx
    .selectFrom('public.plans')
    .selectAll()
    .select(
      sql<number>`(SELECT count(*)::int FROM public.tenants t WHERE t.tier = public.plans.tier AND t.status <> 'closed')`.as(
        'businesses',
      ),
    )
    .orderBy(sql`array_position(ARRAY['FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE'], tier)`);
export type ListedPlan = Awaited<ReturnType<ReturnType<typeof plansIn>['execute']>>[number];
