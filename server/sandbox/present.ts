import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { SandboxStatus } from '@smooth/contract/sandbox/sandbox.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { found } from '../core/errors.ts';
import { ask, type Tenant } from '../core/tenant/tenant.ts';
import { sandboxState } from './queries.ts';

/** Read afresh: a handle may be a second behind a clock that was just moved. */
export async function sandboxStatus(tenant: Tenant, mode: Mode): Promise<SandboxStatus> {
  const { sandbox_enabled, sandbox_clock_ms, sandbox_filling } = found((await ask(tenant, sandboxState(tenant.id)))[0]);
  return {
    sandbox_mode: mode === 'sandbox',
    sandbox_enabled,
    now: formatInstant(tenant.now - tenant.ahead_ms + sandbox_clock_ms),
    is_clock_moved: sandbox_clock_ms > 0,
    filling: sandbox_filling,
  };
}
