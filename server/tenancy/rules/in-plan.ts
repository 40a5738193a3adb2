import type { Entitlements } from '@smooth/contract/tenancy/entitlements.ts';
import { Refused } from '../../core/errors.ts';

/** What a plan can lack, in the words of a refusal. */
const named = {
  public_api: 'the public API',
  webhooks: 'webhooks',
  custom_domains: 'a domain of its own',
};
type Right = keyof typeof named;

export const notInPlan = (permission: Right) =>
  new Refused('not_in_plan', {
    detail: `The plan of this business does not include ${named[permission]}. Ask the platform for a larger plan.`,
    facts: { permission },
  });

export function demandInPlan({ permissions }: Entitlements, permission: Right): void {
  if (!permissions[permission]) throw notInPlan(permission);
}
