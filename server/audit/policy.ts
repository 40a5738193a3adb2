import { always, policy } from '../core/policy.ts';

export const auditPolicy = policy<unknown>({
  'audit.read': { TENANT_OWNER: always, TENANT_MANAGER: always },
  'platform_audit.read': { SUPERUSER: always, PLATFORM_MANAGER: always },
});
