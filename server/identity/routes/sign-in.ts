import { login, logout, me, type Me } from '@smooth/contract/identity/auth.ts';
import { loginWithCode } from '@smooth/contract/identity/totp.ts';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import { witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import { PROOF_LASTS_MS, type Routes } from '../../core/http/route.ts';
import type { Visit } from '../../core/http/visit.ts';
import { permissionsOf } from '../../core/policy.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import { presentBusiness } from '../../tenancy/present.ts';
import { finishSignIn } from '../actions/finish-sign-in.ts';
import type { Guesses } from '../actions/guesses.ts';
import { endMasquerade } from '../actions/masquerade.ts';
import { issuePass } from '../actions/passes.ts';
import { closeSession, openSession } from '../actions/sessions.ts';
import { checkPassword } from '../actions/sign-in.ts';
import { secondFactorsOf } from '../queries/people.ts';

const STEP_LASTS_MS = 5 * MINUTE;

export function signInRoutes({ open }: Routes, core: Core, guesses: Guesses): void {
  open(login, { may: 'everyone', place: 'any' }, async ({ visit, body, now, request, reply }) => {
    if (visit.place.at === 'front')
      throw new Refused('unknown_business', { detail: 'Sign in at the address of your business.' });
    const tenantId = visit.tenant?.id ?? null;
    const { mode } = visit;
    const witness = { ...witnessOf(visit, request), actor: { id: null, email: body.email } };
    const attempt = { tenantId, sandbox: mode === 'sandbox', ip: request.ip, witness, ...body };
    const user = await checkPassword(core, guesses, attempt);
    const [factors] = await askGate(core.database, secondFactorsOf(user.id));
    if (factors?.has_totp || factors?.has_passkeys) {
      const pass = { purpose: 'second_factor', user_id: user.id, tenant_id: tenantId, mode, now } as const;
      const challenge = await inGate(core.database, (tx) => issuePass(tx, { ...pass, lastsMs: STEP_LASTS_MS }));
      return { ...secondStep(factors), challenge };
    }
    await openSession(core, { user, mode, witness }, request, reply);
    return { next: 'done' as const };
  });
  open(loginWithCode, { may: 'everyone', place: 'any' }, async ({ visit, body, request, reply }) => {
    await finishSignIn({ core, guesses, visit, request, reply }, body);
    return { next: 'done' as const };
  });
  open(logout, { may: 'everyone', place: 'any' }, async ({ visit, request, reply }) => {
    if (visit.signedIn?.masquerade) await endMasquerade({ core, visit, request, reply });
    else await closeSession(core, witnessOf(visit, request), request, reply);
    return undefined;
  });
  open(me, { may: 'signed_in', place: 'any' }, async ({ visit }) => presentMe(core, visit));
}

/** What may be given next, and what is asked for first. */
function secondStep({ has_totp, has_passkeys }: { has_totp: boolean; has_passkeys: boolean }) {
  const next = has_totp ? ('totp' as const) : ('passkey' as const);
  const factors = [...(has_totp ? (['totp'] as const) : []), ...(has_passkeys ? (['passkey'] as const) : [])];
  return { next, factors: [...factors, 'recovery_code' as const] };
}

function presentMe({ config }: Core, { signedIn, actor, tenant, mode }: Visit): Me {
  if (!signedIn) throw new Refused('unauthenticated');
  const { session, email, locale, email_verified, masquerade } = signedIn;
  return {
    user: {
      id: session.user_id,
      email,
      email_verified,
      name: actor.name,
      role: actor.role!,
      locale,
      customer_id: actor.customer_id,
    },
    tenant: tenant && presentBusiness(tenant.row, actor),
    mode,
    permissions: permissionsOf(actor),
    second_factor_required: config.production && tenant === null && !session.has_second_factor,
    masquerade: masquerade && {
      by: masquerade.hijacker,
      reason: masquerade.reason,
      ends_at: formatInstant(masquerade.expires_at),
    },
    session: {
      id: session.id,
      created_at: formatInstant(session.created_at),
      expires_at: formatInstant(session.expires_at),
      proved_until: formatInstant(session.proved_at + PROOF_LASTS_MS),
    },
  };
}
