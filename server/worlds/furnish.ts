import type { Core } from '../core/core.ts';
import type { Tenant } from '../core/tenant/tenant.ts';
import { setUp } from '../platform/actions/set-up.ts';
import { fillWorld } from './fill.ts';
import { worlds } from './named.ts';

/** What a new business begins with: what its owner said, the world it was asked for with, or nothing. */
export async function furnish(tenant: Tenant, core: Core): Promise<void> {
  const { world = 'empty', setup } = tenant.row.provision;
  if (setup) await setUp(tenant, setup);
  if (world !== 'empty') await fillWorld(tenant, worlds[world], { now: core.clock.now() });
}
