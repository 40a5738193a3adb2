import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { at } from '../../core/db/raw.ts';
import type { Extra } from '../../core/http/visit.ts';
import type { PublicDb } from '../../core/tenant/gate.ts';
import type { Selectable } from 'kysely';
import type { PublicTables } from '../../schema/public-tables.ts';

/** What the person of a session or of a token may do beyond their role at this instant. */
export const extrasOf = (now: Instant, userId: 'public.sessions.user_id' | 'public.api_tokens.created_by') => sql<
  Extra[]
>`(
  SELECT coalesce(json_agg(extra), '[]') FROM (
    SELECT mode, action, false AS is_grant FROM public.user_permissions WHERE user_id = ${sql.ref(userId)}
    UNION ALL
    SELECT mode, action, true FROM public.permission_grants
    WHERE grantee_id = ${sql.ref(userId)} AND revoked_at IS NULL AND expires_at > ${at(now)}) AS extra)`;

export const permissionsIn = (userId: 'public.users.id') => sql<string[]>`(
  SELECT coalesce(json_agg(DISTINCT action), '[]') FROM public.user_permissions WHERE user_id = ${sql.ref(userId)})`;

export type GrantRow = Selectable<PublicTables['public.permission_grants']> & {
  grantor_name: string;
  grantee_name: string;
};

const MOST_SHOWN = 200;

/** The newest first: in a business its own, by the policy of the rows; at the gate those of the platform. */
export const grantsIn = (tx: PublicDb, tenantId: string | null, ids?: readonly string[]) => {
  const query = tx
    .selectFrom('public.permission_grants as grant')
    .innerJoin('public.users as grantor', 'grantor.id', 'grant.grantor_id')
    .innerJoin('public.users as grantee', 'grantee.id', 'grant.grantee_id')
    .selectAll('grant')
    .select(['grantor.name as grantor_name', 'grantee.name as grantee_name'])
    .where('grant.tenant_id', 'is not distinct from', tenantId)
    .orderBy('grant.id', 'desc')
    .limit(MOST_SHOWN);
  return ids ? query.where('grant.id', 'in', [...ids]) : query;
};

/** What somebody may do for a while at this instant, and until when. */
export const activeGrantsOf = (tx: PublicDb, userId: string, now: Instant) =>
  tx
    .selectFrom('public.permission_grants')
    .select(['action', sql<Instant>`max(expires_at)`.as('expires_at')])
    .where('grantee_id', '=', userId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at(now))
    .groupBy('action')
    .execute();
