import * as contract from '@smooth/contract/sandbox/sandbox.ts';
import { parseInstant } from '@smooth/engine/instant.ts';
import type { Core } from '../core/core.ts';
import { Refused } from '../core/errors.ts';
import type { Routes } from '../core/http/route.ts';
import { tryAgain } from '../core/http/try-again.ts';
import type { Visit } from '../core/http/visit.ts';
import { inGate } from '../core/tenant/gate.ts';
import { inTenant, type Tenant, tenantHandle } from '../core/tenant/tenant.ts';
import { setSessionMode } from '../identity/queries/sessions.ts';
import { moveClock } from './actions/clock.ts';
import { resetSandbox } from './actions/reset.ts';
import './policy.ts';
import { sandboxStatus } from './present.ts';

/** The sandbox beside the live data: its own schema, reached from either mode by whoever may switch. */
export function sandboxRoutes({ open }: Routes, core: Core): void {
  const mayAll = { may: 'sandbox.switch', place: 'business' } as const;
  open(contract.sandboxStatus, { may: 'signed_in', place: 'business' }, async ({ visit }) =>
    sandboxStatus(sandboxOf(core, visit), visit.mode),
  );
  open(contract.toggleSandbox, mayAll, async ({ visit, body }) => {
    const tenant = sandboxOf(core, visit);
    if (body.sandbox) demandEnabled(tenant);
    const mode = body.sandbox ? 'sandbox' : 'live';
    await inGate(core.database, (tx) => setSessionMode(tx, visit.signedIn!.session.id, mode));
    return sandboxStatus(tenant, mode);
  });
  open(contract.resetSandbox, mayAll, async ({ visit, body, actor }) => {
    const tenant = enabledSandboxOf(core, visit);
    await tryAgain(() => inTenant(tenant, (tx) => resetSandbox(tx, body?.world ?? 'empty', actor)));
    core.wake(tenant);
    return sandboxStatus(tenant, visit.mode);
  });
  open(contract.moveSandboxClock, mayAll, async ({ visit, body, actor }) => {
    const tenant = enabledSandboxOf(core, visit);
    await inTenant(tenant, (tx) => moveClock(tx, parseInstant(body.now)!, actor));
    core.wake(tenant);
    return sandboxStatus(tenant, visit.mode);
  });
}

function sandboxOf(core: Core, { place, tenant, now }: Visit): Tenant {
  if (place.at !== 'business') throw new Refused('unknown_business');
  return tenantHandle(place.row, 'sandbox', core.database, now, tenant!.voice);
}

function enabledSandboxOf(core: Core, visit: Visit): Tenant {
  const tenant = sandboxOf(core, visit);
  demandEnabled(tenant);
  return tenant;
}

function demandEnabled({ row }: Tenant): void {
  if (!row.sandbox_enabled) throw new Refused('sandbox_disabled');
}
