import { createHash } from 'node:crypto';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { at } from '../../core/db/raw.ts';
import { type PublicDb, publicQuery } from '../../core/tenant/gate.ts';
import { hasSecondFactor } from './passkeys.ts';
import { extrasOf } from './permissions.ts';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const sessionByToken = (token: string, now: Instant) =>
  publicQuery
    .selectFrom('public.sessions')
    .innerJoin('public.users', 'public.users.id', 'public.sessions.user_id')
    .leftJoin('public.masquerades', 'public.masquerades.session_id', 'public.sessions.id')
    .leftJoin('public.users as hijacker', 'hijacker.id', 'public.masquerades.hijacker_id')
    .select([
      'public.masquerades.hijacker_id',
      'public.masquerades.reason',
      'hijacker.name as hijacker_name',
      'hijacker.email as hijacker_email',
      'hijacker.is_active as hijacker_is_active',
      extrasOf(now, 'public.sessions.user_id').as('extras'),
      'public.sessions.id',
      'public.sessions.user_id',
      'public.sessions.tenant_id',
      'public.sessions.mode',
      'public.sessions.created_at',
      'public.sessions.expires_at',
      'public.sessions.last_seen_at',
      'public.sessions.proved_at',
      hasSecondFactor('public.sessions.user_id').as('has_second_factor'),
      'public.users.role',
      'public.users.name',
      'public.users.email',
      'public.users.email_verified_at',
      'public.users.locale',
      'public.users.is_sandbox',
      'public.users.is_active',
    ])
    .where('public.sessions.token_hash', '=', hashOf(token));

/** Whoever has this e-mail at this place: a person of the platform where `tenantId` is null. */
export const accountsByEmail = (tenantId: string | null, email: string) =>
  publicQuery
    .selectFrom('public.users')
    .selectAll()
    .where('tenant_id', 'is not distinct from', tenantId)
    .where('email', '=', email.toLowerCase())
    .where('is_active', '=', true);

export const sessionsOf = (userId: string, now: Instant) =>
  publicQuery
    .selectFrom('public.sessions')
    .select(['id', 'mode', 'created_at', 'last_seen_at', 'expires_at', 'ip_address', 'user_agent'])
    .select(
      sql<string | null>`(SELECT hijacker_email FROM public.masquerades WHERE session_id = sessions.id)`.as('acted_by'),
    )
    .where('user_id', '=', userId)
    .where('expires_at', '>', at(now))
    .orderBy('last_seen_at', 'desc')
    .orderBy('id');

/** Those of these sessions that still count. */
export const livingSessions = (ids: readonly string[], now: Instant) =>
  publicQuery
    .selectFrom('public.sessions')
    .innerJoin('public.users', 'public.users.id', 'public.sessions.user_id')
    .select('public.sessions.id')
    .where('public.sessions.id', 'in', [...ids])
    .where('public.sessions.expires_at', '>', at(now))
    .where('public.users.is_active', '=', true);

/** The mode a session works in when a request does not say otherwise. */
export const setSessionMode = (tx: PublicDb, id: string, mode: Mode) =>
  tx.updateTable('public.sessions').set({ mode }).where('id', '=', id).execute();
