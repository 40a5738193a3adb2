import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { containing } from '../../core/db/like.ts';
import { byDate, byId, byInstant, byText, listing, type Place } from '../../core/db/listing.ts';
import { at, plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import type { Ground, References } from '../rules/resource.ts';

export type ResourceRow = Selectable<TenantTables['resources']>;

export const resourceList = listing('resources', {
  name: [byText('lower(name)'), byId('id')],
  created_at: [byInstant('created_at'), byId('id')],
});

export interface ResourceSearch {
  type?: string | undefined;
  location_id?: string | undefined;
  is_active?: boolean | undefined;
  q?: string | undefined;
}

export function resourcesFound({ type, location_id, is_active, q }: ResourceSearch, place: Place) {
  let query = tenantQuery.selectFrom('resources').selectAll();
  if (type) query = query.where('type', '=', type);
  if (q) query = query.where(sql<boolean>`lower(name) LIKE ${containing(q.toLowerCase())}`);
  if (location_id) query = query.where('location_id', '=', location_id);
  if (is_active !== undefined) query = query.where('is_active', '=', is_active);
  return place.of(query);
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

export const overrideList = listing('resource_overrides', { on: [byDate('"on"')] });

export const overridesOf = (id: string, place: Place) =>
  place.of(tenantQuery.selectFrom('resource_overrides').selectAll().where('resource_id', '=', id));

export const hasResource = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.selectFrom('resources').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
