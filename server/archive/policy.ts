import { always, policy } from '../core/policy.ts';

export const exportPolicy = policy<unknown>({ 'business.export': { TENANT_OWNER: always } });
