import { always, policy, when } from '../core/policy.ts';

/** Sales sees demo accounts and nothing else. */
export const tenantPolicy = policy<{ is_temporary: boolean }>({
  'tenant.read': {
    SUPERUSER: always,
    PLATFORM_MANAGER: always,
    PLATFORM_SUPPORT: always,
    PLATFORM_SALES: when((_, tenant) => tenant.is_temporary),
  },
});
