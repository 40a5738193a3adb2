import { login, logout, me, type Me } from '@smooth/contract/identity/auth.ts';
import { listStaff } from '@smooth/contract/identity/staff.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { witnessOf } from '../audit/actions/write.ts';
import type { Core } from '../core/core.ts';
import { Refused } from '../core/errors.ts';
import type { Routes } from '../core/http/route.ts';
import type { Visit } from '../core/http/visit.ts';
import { permissionsOf } from '../core/policy.ts';
import { ask } from '../core/tenant/tenant.ts';
import { presentBusiness } from '../tenancy/present.ts';
import { closeSession, openSession } from './actions/sessions.ts';
import { passwordCheck } from './actions/sign-in.ts';
import './policy.ts';
import { staffOfBusiness } from './queries.ts';

export function identityRoutes({ open, read }: Routes, core: Core): void {
  const checkPassword = passwordCheck(core);
  open(login, { may: 'everyone', place: 'any' }, async ({ visit, body, request, reply }) => {
    if (visit.place.at === 'front')
      throw new Refused('unknown_business', { detail: 'Sign in at the address of your business.' });
    const tenantId = visit.tenant?.id ?? null;
    const sandbox = visit.mode === 'sandbox';
    const witness = { ...witnessOf(visit, request), actor: { id: null, email: body.email } };
    const user = await checkPassword({ tenantId, sandbox, ip: request.ip, witness, ...body });
    await openSession(core, { user, mode: visit.mode, witness }, request, reply);
    return { next: 'done' as const };
  });
  open(logout, { may: 'everyone', place: 'any' }, async ({ visit, request, reply }) => {
    await closeSession(core, witnessOf(visit, request), request, reply);
    return undefined;
  });
  open(me, { may: 'signed_in', place: 'any' }, async ({ visit }) => presentMe(visit));
  read(listStaff, { may: 'staff.read' }, async ({ tenant }) => ({
    data: (await ask(tenant, staffOfBusiness)) as {
      id: string;
      name: string;
      email: string;
      role: 'TENANT_STAFF';
      is_active: boolean;
    }[],
  }));
}

function presentMe({ signedIn, actor, tenant, mode }: Visit): Me {
  if (!signedIn) throw new Refused('unauthenticated');
  const { session, email, locale } = signedIn;
  return {
    user: { id: session.user_id, email, name: actor.name, role: actor.role!, locale, customer_id: actor.customer_id },
    tenant: tenant && presentBusiness(tenant.row, actor),
    mode,
    permissions: permissionsOf(actor),
    masquerade: null,
    session: {
      id: session.id,
      created_at: formatInstant(session.created_at),
      expires_at: formatInstant(session.expires_at),
    },
  };
}
