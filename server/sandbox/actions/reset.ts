import { sandboxReset } from '@smooth/contract/sandbox/events.ts';
import type { Actor } from '../../core/actor.ts';
import { found, Refused } from '../../core/errors.ts';
import { record } from '../../core/events/record.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import type { SandboxFilling } from '../../schema/public-tables.ts';
import { emptySchema, sandboxState, setSandbox } from '../queries.ts';

/** Empties the sandbox and sets its clock back. With a world, a reaction fills it afterwards. */
export async function resetSandbox(tx: TenantDb, world: SandboxFilling['world'], actor: Actor): Promise<void> {
  const [[state]] = await send(tx, sandboxState(tx.tenant.id).forUpdate());
  const { sandbox_filling: filling } = found(state);
  if (filling && !filling.failed) throw new Refused('sandbox_filling');
  const next = world === 'empty' ? null : { world, done: 0, total: 0, failed: false };
  await send(tx, emptySchema(), setSandbox(tx, { clock_ms: 0, filling: next }));
  await record(tx, sandboxReset, { subject_id: tx.tenant.id, actor }, { world });
}
