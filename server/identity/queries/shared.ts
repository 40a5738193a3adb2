import type { PublicDb } from '../../core/tenant/gate.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';

/** The shared tables within a transaction of a business: of their rows, its own, by their policies. */
export const shared = (tx: TenantDb): PublicDb => tx;
