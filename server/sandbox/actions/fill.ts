import { sandboxFilled } from '@smooth/contract/sandbox/events.ts';
import { system } from '../../core/actor.ts';
import { record } from '../../core/events/record.ts';
import { ask, inTenant, send, type Tenant } from '../../core/tenant/tenant.ts';
import type { SandboxFilling } from '../../schema/public-tables.ts';
import { sandboxState, setSandbox } from '../queries.ts';

/** Lets a named world happen in the schema of a business. */
export type FillWorld = (
  tenant: Tenant,
  world: SandboxFilling['world'],
  onProgress: (progress: { done: number; total: number }) => void,
) => Promise<void>;

/** Fills the sandbox as it was asked to, and says how far it is. Asked for something else meanwhile, it does nothing. */
export async function fillSandbox(tenant: Tenant, world: SandboxFilling['world'], fill: FillWorld): Promise<void> {
  const [state] = await ask(tenant, sandboxState(tenant.id));
  if (state?.sandbox_filling?.world !== world) return;
  const { said, say } = progressOf(tenant, world);
  try {
    await fill(tenant, world, say);
  } catch (error) {
    await said();
    await keep(tenant, { world, done: 0, total: 0, failed: true });
    throw error;
  }
  await said();
  await inTenant(tenant, async (tx) => {
    await send(tx, setSandbox(tx, { filling: null }));
    await record(tx, sandboxFilled, { subject_id: tenant.id, actor: system }, { world });
  });
}

const keep = (tenant: Tenant, filling: SandboxFilling) =>
  inTenant(tenant, (tx) => send(tx, setSandbox(tx, { filling })));

/** Twenty times at most, one after the other: each is a transaction beside the one that fills. */
function progressOf(tenant: Tenant, world: SandboxFilling['world']) {
  let saying: Promise<unknown> = Promise.resolve();
  let next = 0;
  return {
    say({ done, total }: { done: number; total: number }): void {
      if (done < next) return;
      next = done + Math.ceil(total / 20);
      saying = saying.then(() => keep(tenant, { world, done, total, failed: false })).catch(() => undefined);
    },
    said: () => saying,
  };
}
