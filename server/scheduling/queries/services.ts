import { Id } from '@smooth/contract/core/fields.ts';
import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import { cursor } from '../../core/db/cursor.ts';
import { containing } from '../../core/db/like.ts';
import { plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { ServiceTable } from '../../schema/tenant-tables.ts';
import type { Existing, ServiceShape } from '../rules/service.ts';

export type ServiceRow = Selectable<ServiceTable>;

export const serviceCursor = cursor(z.tuple([z.int().min(0).max(10_000), z.string(), Id]));

export interface ServiceSearch {
  q?: string | undefined;
  limit: number;
  after: readonly [number, string, string] | null;
}

export function servicesFound({ q, limit, after }: ServiceSearch) {
  let query = tenantQuery
    .selectFrom('services')
    .selectAll()
    .select(sql<string>`lower(name)`.as('sort_name'))
    .orderBy('position')
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit + 1);
  if (q) query = query.where(sql<boolean>`lower(name) LIKE ${containing(q.toLowerCase())}`);
  if (!after) return query;
  const [position, name, id] = after;
  return query.where(sql<boolean>`(position, lower(name), id) > (${position}::int, ${name}, ${id}::uuid)`);
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
