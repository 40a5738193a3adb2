import type { Core } from '../../core/core.ts';
import type { Happened } from '../../core/events/reactions.ts';
import { inGate } from '../../core/tenant/gate.ts';
import { ask } from '../../core/tenant/tenant.ts';
import { queueLetter } from '../../identity/actions/letters.ts';
import { staffOfBusiness } from '../../identity/queries/people.ts';

/** Owners hear by mail that a webhook was switched off; of one in the sandbox as well, where nothing leaves. */
export async function tellOwners(core: Pick<Core, 'database' | 'clock'>, { tenant }: Happened): Promise<void> {
  const people = await ask(tenant, staffOfBusiness);
  const owners = people.filter(({ role, is_active }) => role === 'TENANT_OWNER' && is_active);
  await inGate(core.database, async (tx) => {
    for (const { email } of owners) {
      const about = { tenant_id: tenant.id, mode: tenant.mode, email, now: core.clock.now() };
      await queueLetter(tx, { template: 'webhook_disabled', ...about });
    }
  });
}
