import { createHash } from 'node:crypto';
import type { Instant } from '@smooth/engine/types.ts';
import { at } from '../core/db/raw.ts';
import { tenantQuery } from '../core/tenant/tenant.ts';
import { publicQuery } from '../core/tenant/gate.ts';

export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export const sessionByToken = (token: string) =>
  publicQuery
    .selectFrom('public.sessions')
    .innerJoin('public.users', 'public.users.id', 'public.sessions.user_id')
    .select([
      'public.sessions.id',
      'public.sessions.user_id',
      'public.sessions.tenant_id',
      'public.sessions.mode',
      'public.sessions.created_at',
      'public.sessions.expires_at',
      'public.sessions.last_seen_at',
      'public.users.role',
      'public.users.name',
      'public.users.email',
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

export const linkedResources = (userId: string) =>
  tenantQuery.selectFrom('resources').select('id').where('user_id', '=', userId);

export const staffOfBusiness = tenantQuery
  .selectFrom('public.users')
  .select(['id', 'name', 'email', 'role', 'is_active'])
  .where('role', 'in', ['TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF'])
  .orderBy('name');

/** Those of these sessions that still count. */
export const livingSessions = (ids: readonly string[], now: Instant) =>
  publicQuery
    .selectFrom('public.sessions')
    .innerJoin('public.users', 'public.users.id', 'public.sessions.user_id')
    .select('public.sessions.id')
    .where('public.sessions.id', 'in', [...ids])
    .where('public.sessions.expires_at', '>', at(now))
    .where('public.users.is_active', '=', true);
