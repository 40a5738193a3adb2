import { type Selectable, sql } from 'kysely';
import { containing } from '../../core/db/like.ts';
import { byId, byNumber, byText, listing, type Place } from '../../core/db/listing.ts';
import { plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { ServiceTable } from '../../schema/tenant-tables.ts';
import type { Existing, ServiceShape } from '../rules/service.ts';

export type ServiceRow = Selectable<ServiceTable>;

const named = [byText('lower(name)'), byId('id')];
export const serviceList = listing('services', { position: [byNumber('position'), ...named], name: named });

export interface ServiceSearch {
  q?: string | undefined;
  is_active?: boolean | undefined;
  online?: boolean | undefined;
  kind?: ServiceRow['kind'] | undefined;
  category?: string | undefined;
}

export function servicesFound({ q, is_active, online, kind, category }: ServiceSearch, place: Place) {
  let query = tenantQuery.selectFrom('services').selectAll();
  if (is_active !== undefined) query = query.where('is_active', '=', is_active);
  if (online !== undefined) query = query.where('online', '=', online);
  if (kind) query = query.where('kind', '=', kind);
  if (category !== undefined) query = query.where('category', '=', category);
  if (q) query = query.where(sql<boolean>`lower(name) LIKE ${containing(q.toLowerCase())}`);
  return place.of(query);
}

export const serviceById = (id: string) => tenantQuery.selectFrom('services').selectAll().where('id', '=', id);

export const lockService = (tx: TenantDb, id: string): Promise<ServiceRow | undefined> =>
  tx.selectFrom('services').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

/** Of the types and resources that a service names, those that exist. */
export function existingOf({ requires, resource_terms }: Pick<ServiceShape, 'requires' | 'resource_terms'>) {
  const types = requires.flatMap(({ type }) => type ?? []);
  const named = requires.flatMap(({ resource_ids }) => resource_ids);
  const ids = [...named, ...resource_terms.map(({ resource_id }) => resource_id)];
  return plain(sql<Existing>`SELECT
    ARRAY(SELECT key FROM resource_types WHERE key = ANY(${types}::text[])) AS types,
    coalesce((SELECT json_object_agg(id, type) FROM resources WHERE id = ANY(${ids}::uuid[])), '{}') AS resources`);
}

/** Somebody keeps a time of it and may book it yet. */
export const isHeld = (id: string) =>
  tenantQuery.selectFrom('holds').select('id').where('service_id', '=', id).limit(1);

export const wasBooked = (id: string) =>
  plain(sql<{ was_booked: boolean }>`SELECT EXISTS (SELECT FROM appointments WHERE service_id = ${id})
    OR EXISTS (SELECT FROM classes WHERE service_id = ${id}) AS was_booked`);
