import { Id } from '@smooth/contract/core/fields.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { cursor } from '../../core/db/cursor.ts';
import { containing } from '../../core/db/like.ts';
import { at, plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import type { Ground, References } from '../rules/resource.ts';

export type ResourceRow = Selectable<TenantTables['resources']>;

export const allTypes = tenantQuery
  .selectFrom('resource_types')
  .selectAll()
  .orderBy('is_builtin', 'desc')
  .orderBy('name');

export const resourceCursor = cursor(z.tuple([z.string(), Id]));

export interface ResourceSearch {
  type?: string | undefined;
  q?: string | undefined;
  limit: number;
  after: readonly [string, string] | null;
}

export function resourcesFound({ type, q, limit, after }: ResourceSearch) {
  let query = tenantQuery
    .selectFrom('resources')
    .selectAll()
    .select(sql<string>`lower(name)`.as('sort_name'))
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit + 1);
  if (type) query = query.where('type', '=', type);
  if (q) query = query.where(sql<boolean>`lower(name) LIKE ${containing(q.toLowerCase())}`);
  return after ? query.where(sql<boolean>`(lower(name), id) > (${after[0]}, ${after[1]}::uuid)`) : query;
}

export const resourceById = (id: string) => tenantQuery.selectFrom('resources').selectAll().where('id', '=', id);

/** Bookings refer to the row without changing it, so they need not wait for this. */
export const lockResource = (tx: TenantDb, id: string): Promise<ResourceRow | undefined> =>
  tx.selectFrom('resources').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

/** Whether what a resource refers to exists; staff of the other mode do not. */
export const groundOf = ({ type, location_id, user_id }: References) =>
  plain(sql<Ground>`SELECT
    EXISTS (SELECT FROM resource_types WHERE key = ${type}) AS has_type,
    (SELECT id FROM locations WHERE id = coalesce(${location_id ?? null}::uuid, id) ORDER BY created_at, id LIMIT 1) AS location_id,
    EXISTS (SELECT FROM public.users WHERE id = ${user_id}::uuid AND is_active
      AND role IN ('TENANT_OWNER', 'TENANT_MANAGER', 'TENANT_STAFF')) AS has_user`);

/** The most units of a resource that are claimed at the same moment from `now` on; deliberate overlaps do not count. */
export const peakFrom = (id: string, now: Instant) =>
  plain(sql<{ peak: number }>`
    WITH claimed AS (
      SELECT during FROM claims WHERE resource_id = ${id} AND exclusive AND during && tstzrange(${at(now)}, NULL)
        AND (expires_at IS NULL OR expires_at > ${at(now)})),
    edges AS (SELECT lower(during) AS moment, 1 AS units FROM claimed UNION ALL SELECT upper(during), -1 FROM claimed)
    SELECT coalesce(max(claimed_at_once), 0)::int AS peak
    FROM (SELECT sum(units) OVER (ORDER BY moment, units ROWS UNBOUNDED PRECEDING) AS claimed_at_once FROM edges) AS swept`);

/** What keeps a resource from being deleted: anything that was ever booked on it, and services that name it. */
export const usesOf = (id: string) =>
  plain(sql<{ was_booked: boolean; service_names: string[] }>`SELECT
    EXISTS (SELECT FROM appointments WHERE resource_ids @> ARRAY[${id}::uuid])
      OR EXISTS (SELECT FROM classes WHERE resource_ids @> ARRAY[${id}::uuid])
      OR EXISTS (SELECT FROM claims WHERE resource_id = ${id}) AS was_booked,
    ARRAY(SELECT name FROM services WHERE requires @> ${JSON.stringify([{ resource_ids: [id] }])}::jsonb
      OR resource_terms @> ${JSON.stringify([{ resource_id: id }])}::jsonb ORDER BY name) AS service_names`);

export const overridesOf = (id: string) =>
  tenantQuery.selectFrom('resource_overrides').selectAll().where('resource_id', '=', id).orderBy('on');

export const hasResource = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.selectFrom('resources').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
