import { always, policy, when } from '../core/policy.ts';

interface Kept {
  is_temporary: boolean;
}
/** Sales has to do with demo accounts and nothing else. */
const ofDemo = when<Kept>((_, tenant) => tenant.is_temporary);
const operators = { SUPERUSER: always, PLATFORM_MANAGER: always };

export const tenantPolicy = policy<Kept>({
  'tenant.read': { ...operators, PLATFORM_SUPPORT: always, PLATFORM_SALES: ofDemo },
  'tenant.create': { ...operators, PLATFORM_SALES: ofDemo },
  'tenant.edit': { ...operators, PLATFORM_SALES: ofDemo },
  'tenant.suspend': { ...operators, PLATFORM_SALES: ofDemo },
  'tenant.close': { ...operators, PLATFORM_SALES: ofDemo },
});

export const invitationPolicy = policy<unknown>({
  'business_invitation.read': { ...operators, PLATFORM_SUPPORT: always },
  'business_invitation.create': operators,
});

export const domainPolicy = policy<unknown>({
  'domain.read': { ...operators, PLATFORM_SUPPORT: always },
  'domain.edit': operators,
});

export const jobPolicy = policy<unknown>({
  'job.read': { ...operators, PLATFORM_SUPPORT: always },
  'job.retry': operators,
});

export const overviewPolicy = policy<unknown>({
  'platform_overview.read': { ...operators, PLATFORM_SUPPORT: always },
});

export const planPolicy = policy<unknown>({
  'plan.read': { ...operators, PLATFORM_SUPPORT: always, PLATFORM_SALES: always },
  'plan.edit': operators,
});
