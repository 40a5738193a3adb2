import { explain, type Explanation } from '@smooth/engine/explain.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { found } from '../../core/errors.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { candidateIds } from './busy.ts';
import { claimsDuring, isLive } from './claims.ts';
import { anyRules, type BusinessRules } from './rules.ts';

export interface Explained {
  start: Instant;
  explanation: Explanation;
  rules: BusinessRules;
}

export interface ExplainWish {
  service_id: string;
  start: Instant;
  resource_id?: string | undefined;
  ignore_appointment_id?: string | undefined;
  audience: 'customer' | 'business';
}

/** What each rule says about one start, by the code that decides it. */
export async function explained(tenant: Tenant, wish: ExplainWish): Promise<Explained> {
  const rules = await anyRules(tenant);
  const service = found(rules.services.get(wish.service_id));
  const { start } = wish;
  const resourceIds = candidateIds(rules, service);
  const claims = await ask(tenant, claimsDuring({ resourceIds, from: start - 9 * DAY, until: start + 9 * DAY }));
  const explanation = explain({
    rules: rules.schedule,
    service,
    busy: claims.filter((claim) => isLive(claim, tenant.now)),
    now: tenant.now,
    audience: wish.audience,
    start,
    resourceId: wish.resource_id ?? null,
    ignore: wish.ignore_appointment_id ? [wish.ignore_appointment_id] : [],
  });
  return { start, explanation, rules };
}
