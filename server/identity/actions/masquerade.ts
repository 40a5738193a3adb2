import type { BodyOf } from '@smooth/contract/core/endpoint.ts';
import { MASQUERADE_MINUTES, type startMasquerade } from '@smooth/contract/identity/masquerade.ts';
import { MINUTE, SECOND } from '@smooth/engine/instant.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { audit, auditAlone, witnessOf } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { at } from '../../core/db/raw.ts';
import { Refused } from '../../core/errors.ts';
import type { Visit } from '../../core/http/visit.ts';
import { askGate, inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { type TargetRow, targetById } from '../queries/masquerade.ts';
import { boundMode } from '../rules/bound.ts';
import { type WhyNot, whyNotAs } from '../rules/masquerade.ts';
import { originOf } from './letters.ts';
import { issuePass, takePass } from './passes.ts';
import { cameFrom, handOut, insertSession, removeSession, renewSession } from './sessions.ts';

export interface Asked {
  core: Core;
  visit: Visit;
  request: FastifyRequest;
  reply: FastifyReply;
}

const HAND_OVER_MS = 60 * SECOND;
const LASTS_MS = MASQUERADE_MINUTES * MINUTE;

/**
 * Begins to act as somebody; answers where to go on. At the same host the session is exchanged for theirs; at another one
 * a code opens it, once. Every attempt is written down, also those that come to nothing.
 */
export async function beginMasquerade(asked: Asked, body: BodyOf<typeof startMasquerade>): Promise<string> {
  const { core, visit, request, reply } = asked;
  const { user_id, reason } = body;
  const [target] = await askGate(core.database, targetById(user_id));
  const whyNot = isInSight(visit, target) ? whyNotTarget(visit, target) : 'unknown';
  const subject = target ? { id: target.id, email: target.email } : { id: user_id, email: null };
  const witness = witnessFor(visit, request, target);
  if (!target || whyNot) {
    await auditAlone(core, witness, { action: 'HIJACK_DENIED', subject, reason, detail: { why: whyNot } });
    throw refusalOf(whyNot ?? 'unknown');
  }
  const mode = boundMode(target) ?? body.mode;
  const isHere = visit.tenant ? target.tenant_id === visit.tenant.id : target.tenant_id === null;
  const opened = await inGate(core.database, async (tx) => {
    await audit(
      core,
      tx,
      { ...witness, mode: target.tenant_id === null ? null : mode },
      { action: 'HIJACK_START', subject, reason },
    );
    const session = await openFor(tx, asked, { target, mode, body, isHere });
    if (isHere) return { token: await renewSession(tx, session, visit.now), address: '/' };
    const pass = { purpose: 'hand_over', user_id: target.id, tenant_id: target.tenant_id, mode } as const;
    const code = await issuePass(tx, { ...pass, now: visit.now, lastsMs: HAND_OVER_MS, detail: { session } });
    return { token: null, address: `${originOf(core, target)}/hand-over/${code}` };
  });
  if (opened.token) handOut(core, reply, opened.token, LASTS_MS / SECOND);
  return opened.address;
}

/** Written down in the business it is about, so that its people see it. */
const witnessFor = (visit: Visit, request: FastifyRequest, target: TargetRow | undefined) => {
  const witness = witnessOf(visit, request);
  if (!target || visit.tenant) return witness;
  return {
    ...witness,
    tenant_id: target.tenant_id,
    mode: target.tenant_id === null ? null : (boundMode(target) ?? null),
  };
};

/** People of a business see those of their own, in the mode they are in; of others they do not even learn the id. */
export function isInSight({ tenant, mode }: Visit, target: TargetRow | undefined): target is TargetRow {
  if (!target) return false;
  if (!tenant) return true;
  return target.tenant_id === tenant.id && (boundMode(target) ?? mode) === mode;
}

function whyNotTarget({ signedIn, actor }: Visit, target: TargetRow): WhyNot | null {
  const { session, masquerade } = signedIn!;
  const own = { id: session.user_id, role: actor.role!, tenant_id: session.tenant_id, is_acting: masquerade !== null };
  return whyNotAs(own, { ...target, is_temporary: target.is_temporary === true });
}

function refusalOf(why: WhyNot | 'unknown'): Refused {
  if (why === 'unknown') return new Refused('not_found');
  if (why === 'chain') return new Refused('acting_as_somebody', { detail: 'Stop acting as this person first.' });
  const detail = why === 'oneself' ? 'You are yourself already.' : 'You may not act as this person.';
  return new Refused('forbidden', { detail, errors: [{ pointer: '/body/user_id', code: why, detail }] });
}

interface Opening {
  target: TargetRow;
  mode: 'live' | 'sandbox';
  body: BodyOf<typeof startMasquerade>;
  isHere: boolean;
}

/** The session of the one, with who is behind it. It cannot be used before it is given a token. */
async function openFor(tx: PublicDb, { core, visit, request }: Asked, opening: Opening): Promise<string> {
  const { target, mode, body, isHere } = opening;
  const { session, email } = visit.signedIn!;
  const now = visit.now;
  const id = await insertSession(tx, {
    user: target,
    mode,
    now,
    expires_at: now + LASTS_MS,
    from: cameFrom(request),
  });
  await tx
    .insertInto('public.masquerades')
    .values({
      session_id: id,
      tenant_id: target.tenant_id,
      mode,
      hijacker_id: session.user_id,
      hijacker_email: email,
      hijacked_id: target.id,
      hijacked_email: target.email,
      reason: body.reason,
      return_address: isHere ? body.return_path : `${originOf(core, visit.tenant?.row ?? null)}${body.return_path}`,
      return_session_id: isHere ? session.id : null,
      started_at: new Date(now),
      expires_at: new Date(now + LASTS_MS),
      ended_at: null,
    })
    .execute();
  return id;
}

/** Opens at this host the session that a code was given for. */
export async function enterByHandOver({ core, visit, reply }: Asked, code: string): Promise<void> {
  const { mode, now } = visit;
  const presented = { purpose: 'hand_over', token: code, tenant_id: visit.tenant?.id ?? null, mode, now } as const;
  const token = await inGate(core.database, async (tx) => {
    const pass = await takePass(tx, presented);
    return renewSession(tx, String(pass.detail['session']), now);
  });
  handOut(core, reply, token, LASTS_MS / SECOND);
}

/** Ends it; at the same host the person's own session goes on, with a token of its own. Answers where. */
export async function endMasquerade({ core, visit, request, reply }: Asked): Promise<string> {
  const { session, masquerade } = visit.signedIn!;
  if (!masquerade) return '/';
  const ended = await inGate(core.database, async (tx) => {
    await removeSession(tx, session.id);
    const row = await tx
      .updateTable('public.masquerades')
      .set({ ended_at: new Date(visit.now) })
      .where('session_id', '=', session.id)
      .where('ended_at', 'is', null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return { token: null, address: '/' };
    const subject = { id: row.hijacked_id, email: row.hijacked_email };
    const witness = { ...witnessOf(visit, request), acting_as: null };
    await audit(core, tx, witness, { action: 'HIJACK_END', subject, reason: row.reason, detail: { by: 'stopped' } });
    const back = row.return_session_id;
    const own =
      back && (await tx.selectFrom('public.sessions').select('proved_at').where('id', '=', back).executeTakeFirst());
    return { token: own ? await renewSession(tx, back, own.proved_at) : null, address: row.return_address };
  });
  // Without a session of one's own at this host there is none to go on with.
  handOut(core, reply, ended.token ?? '', ended.token ? undefined : 0);
  return ended.address;
}

/** Those whose session has run out, or was ended from elsewhere, are written down as ended, too. */
export async function closeEnded(core: Core): Promise<void> {
  const now = core.clock.now();
  await inGate(core.database, async (tx) => {
    const rows = await tx
      .updateTable('public.masquerades')
      .set({ ended_at: new Date(now) })
      .where('ended_at', 'is', null)
      .where((is) =>
        is.or([
          is('expires_at', '<=', at(now)),
          is.not(
            is.exists(
              is.selectFrom('public.sessions').select('id').whereRef('id', '=', 'public.masquerades.session_id'),
            ),
          ),
        ]),
      )
      .returningAll()
      .execute();
    for (const row of rows) {
      await removeSession(tx, row.session_id);
      const witness = {
        at: now,
        tenant_id: row.tenant_id,
        mode: row.tenant_id === null ? null : row.mode,
        actor: { id: row.hijacker_id, email: row.hijacker_email },
        acting_as: null,
        ip_address: null,
        session_key: null,
      };
      const by = row.expires_at <= now ? 'expired' : 'revoked';
      const subject = { id: row.hijacked_id, email: row.hijacked_email };
      await audit(core, tx, witness, { action: 'HIJACK_END', subject, reason: row.reason, detail: { by } });
    }
  });
}
