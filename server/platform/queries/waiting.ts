import type { Core } from '../../core/core.ts';
import { askGate, publicQuery } from '../../core/tenant/gate.ts';

/** Looked at every second, so it asks for as little as can be. */
export const isAnyWaiting = async ({ database }: Pick<Core, 'database'>): Promise<boolean> =>
  (await askGate(database, waiting)).length > 0;

const waiting = publicQuery
  .selectFrom('public.tenants')
  .select('id')
  .where('provisioned_at', 'is', null)
  .where('status', '=', 'active')
  .limit(1);
