import { Id } from '@smooth/contract/core/fields.ts';
import type { TenantSummary } from '@smooth/contract/platform/tenants.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { cursor } from '../core/db/cursor.ts';
import { containing } from '../core/db/like.ts';
import { publicQuery, type TenantRow } from '../core/tenant/gate.ts';

export type ListedTenant = TenantRow & { sort_name: string; schemas: TenantSummary['schemas'] };

export const tenantCursor = cursor(z.tuple([z.string(), Id]));

export interface TenantSearch {
  q?: string | undefined;
  /** Demo accounts only. */
  is_temporary: boolean;
  limit: number;
  after: readonly [string, string] | null;
}

/** Businesses by name, each with the state of its schemas. */
export function tenantsFound({ q, is_temporary, limit, after }: TenantSearch) {
  const schemas = sql<TenantSummary['schemas']>`(
    SELECT coalesce(json_agg(json_build_object('mode', mode, 'version', version, 'status', schema.status, 'error', error) ORDER BY mode), '[]')
    FROM public.tenant_schemas AS schema WHERE schema.tenant_id = public.tenants.id)`;
  let query = publicQuery
    .selectFrom('public.tenants')
    .selectAll()
    .select([schemas.as('schemas'), sql<string>`lower(name)`.as('sort_name')])
    .orderBy('sort_name')
    .orderBy('id')
    .limit(limit + 1);
  if (is_temporary) query = query.where('is_temporary', '=', true);
  if (q) {
    const text = containing(q.toLowerCase());
    query = query.where(sql<boolean>`(lower(name) LIKE ${text} OR subdomain LIKE ${text})`);
  }
  return after ? query.where(sql<boolean>`(lower(name), id) > (${after[0]}, ${after[1]}::uuid)`) : query;
}

/** The businesses of the demo world, where this installation was filled with it. */
export const demoBusinesses = publicQuery
  .selectFrom('public.tenants')
  .select(['name', 'subdomain'])
  .where(sql<boolean>`EXISTS (SELECT FROM public.installation WHERE key = 'demo' AND value = 'filled')`)
  .where('subdomain', 'in', ['demo', 'acme'])
  .orderBy('created_at');
