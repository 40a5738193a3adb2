import type { Core } from '../core/core.ts';
import type { Tenant } from '../core/tenant/tenant.ts';
import { fillWorld } from './fill.ts';
import { worlds } from './named.ts';

/** What a new business begins with: the world it was asked for with, or nothing. */
export async function furnish(tenant: Tenant, core: Core): Promise<void> {
  const { world = 'empty' } = tenant.row.provision;
  if (world !== 'empty') await fillWorld(tenant, worlds[world], { now: core.clock.now() });
}
