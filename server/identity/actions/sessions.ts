import { randomBytes } from 'node:crypto';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { audit, sessionKey, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { newId } from '../../core/ids.ts';
import { inGate, type PublicDb } from '../../core/tenant/gate.ts';
import { hashOf } from '../queries/sessions.ts';

const LASTS_MS = 30 * DAY;

/**
 * The name of the cookie. With HTTPS it has the `__Host-` prefix, which binds it to this host; plain HTTP exists in
 * development only, where browsers would not take the prefix.
 */
const cookieName = (core: Core) => (isHttps(core) ? '__Host-smooth' : 'smooth_session');
const isHttps = (core: Core) => core.config.baseUrl.protocol === 'https:';

export function tokenIn(core: Core, request: FastifyRequest): string | null {
  const name = `${cookieName(core)}=`;
  const pair = request.headers.cookie?.split('; ').find((cookie) => cookie.startsWith(name));
  return pair ? pair.slice(name.length) : null;
}

interface NewSession {
  user: { id: string; email: string; tenant_id: string | null };
  mode: Mode;
  witness: Witness;
  detail?: Record<string, unknown>;
}

/** A new session replaces the one the browser had: its token is never carried over a sign-in. */
export async function openSession(
  core: Core,
  { user, mode, witness, detail = {} }: NewSession,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const now = core.clock.now();
  const before = tokenIn(core, request);
  const token = await inGate(core.database, async (tx) => {
    if (before) await tx.deleteFrom('public.sessions').where('token_hash', '=', hashOf(before)).execute();
    const id = await insertSession(tx, { user, mode, now, expires_at: now + LASTS_MS, from: cameFrom(request) });
    const actor = { id: user.id, email: user.email };
    await audit(core, tx, { ...witness, actor, session_key: sessionKey(id) }, { action: 'SIGN_IN', detail });
    return renewSession(tx, id, now);
  });
  setCookie(core, reply, token, LASTS_MS / 1000);
}

interface Inserting {
  user: { id: string; tenant_id: string | null };
  mode: Mode;
  now: Instant;
  expires_at: Instant;
  from: ReturnType<typeof cameFrom>;
}

/** A session that nothing opens yet: `renewSession` gives it its token. Answers its id. */
export async function insertSession(tx: PublicDb, { user, mode, now, expires_at, from }: Inserting): Promise<string> {
  const id = newId(now);
  const instants = { created_at: new Date(now), last_seen_at: new Date(now), proved_at: new Date(now) };
  await tx
    .insertInto('public.sessions')
    .values({
      id,
      token_hash: hashOf(newToken()),
      user_id: user.id,
      tenant_id: user.tenant_id,
      mode,
      ...instants,
      expires_at: new Date(expires_at),
      ...from,
    })
    .execute();
  return id;
}

export const removeSession = (tx: PublicDb, id: string) =>
  tx.deleteFrom('public.sessions').where('id', '=', id).execute();

const newToken = () => randomBytes(32).toString('base64url');

export const cameFrom = (request: FastifyRequest) => ({
  ip_address: request.ip,
  user_agent: request.headers['user-agent']?.slice(0, 300) ?? null,
});

/** Gives a session another token, after a proof of identity: whoever had seen the old one is out. */
export async function renewSession(tx: PublicDb, sessionId: string, provedAt: Instant): Promise<string> {
  const token = newToken();
  await tx
    .updateTable('public.sessions')
    .set({ token_hash: hashOf(token), proved_at: new Date(provedAt) })
    .where('id', '=', sessionId)
    .execute();
  return token;
}

/** Hands the browser what `renewSession` answered, once that is committed. */
export const handOut = (core: Core, reply: FastifyReply, token: string, seconds = LASTS_MS / 1000): void =>
  setCookie(core, reply, token, seconds);

export async function closeSession(
  core: Core,
  witness: Witness,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const token = tokenIn(core, request);
  if (token) {
    await inGate(core.database, async (tx) => {
      const ended = await tx
        .deleteFrom('public.sessions')
        .where('token_hash', '=', hashOf(token))
        .returning('id')
        .executeTakeFirst();
      if (ended && witness.actor.id) await audit(core, tx, witness, { action: 'SIGN_OUT' });
    });
  }
  setCookie(core, reply, '', 0);
}

/** Ends sessions of one person: the one named, or all but the one kept. Answers how many. */
export async function revokeSessions(
  tx: PublicDb,
  userId: string,
  which: { id: string } | { keep: string | null },
): Promise<number> {
  const own = tx.deleteFrom('public.sessions').where('user_id', '=', userId);
  const chosen =
    'id' in which ? own.where('id', '=', which.id) : which.keep === null ? own : own.where('id', '<>', which.keep);
  return (await chosen.returning('id').execute()).length;
}

export const touchSession = (core: Core, id: string, now: number) =>
  inGate(core.database, (tx) =>
    tx
      .updateTable('public.sessions')
      .set({ last_seen_at: new Date(now) })
      .where('id', '=', id)
      .execute(),
  );

function setCookie(core: Core, reply: FastifyReply, value: string, seconds: number): void {
  const secure = isHttps(core) ? '; Secure' : '';
  void reply.header(
    'set-cookie',
    `${cookieName(core)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`,
  );
}
