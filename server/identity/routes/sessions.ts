import { listSessions, proveIdentity, revokeOtherSessions, revokeSession } from '@smooth/contract/identity/sessions.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { audit, sessionKey, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { PROOF_LASTS_MS, type Routes } from '../../core/http/route.ts';
import { askGate, inGate } from '../../core/tenant/gate.ts';
import type { Guesses } from '../actions/guesses.ts';
import { demandProof } from '../actions/prove.ts';
import { handOut, renewSession, revokeSessions } from '../actions/sessions.ts';
import { sessionsOf } from '../queries/sessions.ts';

export function sessionRoutes({ open }: Routes, core: Core, guesses: Guesses): void {
  open(listSessions, { may: 'signed_in', place: 'any' }, async ({ visit, now }) => {
    const { session } = visit.signedIn!;
    const rows = await askGate(core.database, sessionsOf(session.user_id, now));
    return {
      data: rows.map(({ created_at, last_seen_at, expires_at, ...row }) => ({
        ...row,
        created_at: formatInstant(created_at),
        last_seen_at: formatInstant(last_seen_at),
        expires_at: formatInstant(expires_at),
        is_current: row.id === session.id,
      })),
    };
  });
  open(revokeSession, { may: 'signed_in', place: 'any' }, async ({ visit, params: { id }, request }) => {
    await inGate(core.database, async (tx) => {
      const revoked = await revokeSessions(tx, visit.signedIn!.session.user_id, { id });
      const detail = { session_key: sessionKey(id) };
      if (revoked > 0) await audit(core, tx, witnessOf(visit, request), { action: 'SESSION_REVOKED', detail });
    });
    return undefined;
  });
  open(revokeOtherSessions, { may: 'signed_in', place: 'any' }, async ({ visit, request }) =>
    inGate(core.database, async (tx) => {
      const { id: keep, user_id } = visit.signedIn!.session;
      const revoked = await revokeSessions(tx, user_id, { keep });
      if (revoked > 0)
        await audit(core, tx, witnessOf(visit, request), { action: 'SESSION_REVOKED', detail: { revoked } });
      return { revoked };
    }),
  );
  open(proveIdentity, { may: 'signed_in', place: 'any' }, async ({ visit, body, now, request, reply }) => {
    await demandProof({ core, guesses, visit, request }, body);
    const token = await inGate(core.database, async (tx) => {
      await audit(core, tx, witnessOf(visit, request), { action: 'IDENTITY_PROVED' });
      return renewSession(tx, visit.signedIn!.session.id, now);
    });
    handOut(core, reply, token);
    return { proved_until: formatInstant(now + PROOF_LASTS_MS) };
  });
}
