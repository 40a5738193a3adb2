import type { TenantSummary, Usage } from '@smooth/contract/platform/tenants.ts';
import type { Tier } from '@smooth/contract/tenancy/entitlements.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { containing } from '../../core/db/like.ts';
import { byId, byText, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { type PublicDb, publicQuery, type TenantRow } from '../../core/tenant/gate.ts';
import { monthBegins } from '../../tenancy/rules/month.ts';

export interface ListedTenant extends TenantRow {
  schemas: Omit<TenantSummary['schemas'][number], 'newest'>[];
  usage: Usage | null;
}

export const tenantList = listing('tenants', { name: [byText('lower(name)'), byId('id')] });

export interface TenantSearch {
  q?: string | undefined;
  status?: TenantRow['status'] | undefined;
  tier?: Tier | undefined;
  /** Demo accounts only. */
  is_temporary: boolean;
  now: Instant;
}

const schemas = sql<ListedTenant['schemas']>`(
  SELECT coalesce(json_agg(json_build_object('mode', mode, 'version', version, 'status', schema.status, 'error', error) ORDER BY mode), '[]')
  FROM public.tenant_schemas AS schema WHERE schema.tenant_id = public.tenants.id)`;
const usage = (now: Instant) => sql<Usage | null>`public.tenant_usage(id, ${at(monthBegins(now))})`;

/** Businesses with the state of their schemas and how much there is. */
const listed = (from: PublicDb, now: Instant) =>
  from
    .selectFrom('public.tenants')
    .selectAll()
    .select([schemas.as('schemas'), usage(now).as('usage')]);

export function tenantsFound({ q, status, tier, is_temporary, now }: TenantSearch, place: Place) {
  let query = listed(publicQuery, now);
  if (is_temporary) query = query.where('is_temporary', '=', true);
  if (status) query = query.where('status', '=', status);
  if (tier) query = query.where('tier', '=', tier);
  if (q) {
    const text = containing(q.toLowerCase());
    query = query.where(sql<boolean>`(lower(name) LIKE ${text} OR subdomain LIKE ${text})`);
  }
  return place.of(query);
}

export const tenantById = (tx: PublicDb, id: string, now: Instant): Promise<ListedTenant | undefined> =>
  listed(tx, now).where('id', '=', id).executeTakeFirst();

/** The businesses of the demo world, where this installation was filled with it. */
export const demoBusinesses = publicQuery
  .selectFrom('public.tenants')
  .select(['name', 'subdomain'])
  .where(sql<boolean>`EXISTS (SELECT FROM public.installation WHERE key = 'demo' AND value = 'filled')`)
  .where('subdomain', 'in', ['demo', 'acme'])
  .where('status', '<>', 'closed')
  .orderBy('created_at');
