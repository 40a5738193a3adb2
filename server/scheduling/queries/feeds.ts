import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type FeedRow = Omit<Selectable<TenantTables['feeds']>, 'token_hash'> & { name: string | null };

const named = tenantQuery
  .selectFrom('feeds')
  .leftJoin('resources', 'resources.id', 'feeds.resource_id')
  .leftJoin('public.users', 'public.users.id', 'feeds.user_id')
  .select([
    'feeds.id',
    'feeds.kind',
    'feeds.resource_id',
    'feeds.user_id',
    'feeds.created_by',
    'feeds.created_at',
    'feeds.revoked_at',
  ])
  .select(sql<string | null>`coalesce(resources.name, public.users.name)`.as('name'))
  .where('feeds.revoked_at', 'is', null);

/** Those of one and the same resource or person. */
export const feedsLike = ({ resource_id, user_id }: Pick<FeedRow, 'resource_id' | 'user_id'>) =>
  named
    .where(sql<boolean>`feeds.resource_id IS NOT DISTINCT FROM ${resource_id}::uuid`)
    .where(sql<boolean>`feeds.user_id IS NOT DISTINCT FROM ${user_id}::uuid`);

export const feedList = listing('feeds', { created_at: [byInstant('feeds.created_at'), byId('feeds.id')] });

export interface FeedSearch {
  resource_id?: string | undefined;
  /** Whose feeds are shown; everybody's where null. */
  of: { user_id: string | null; resource_ids: readonly string[] } | null;
}

export function feedsFound({ resource_id, of }: FeedSearch, place: Place) {
  let query = named;
  if (resource_id) query = query.where('feeds.resource_id', '=', resource_id);
  if (of)
    query = query.where(
      sql<boolean>`(feeds.user_id = ${of.user_id}::uuid OR feeds.resource_id = ANY(${[...of.resource_ids]}::uuid[]))`,
    );
  return place.of(query);
}

export const feedById = (id: string) => named.where('feeds.id', '=', id);

/** A feed shows what whoever made it may see: no more once they left, or once the resource is somebody else's. */
export const feedByHash = (hash: Buffer) =>
  named
    .innerJoin('public.users as maker', 'maker.id', 'feeds.created_by')
    .where('feeds.token_hash', '=', hash)
    .where('maker.is_active', '=', true)
    .where(
      sql<boolean>`(maker.role IN ('TENANT_OWNER', 'TENANT_MANAGER') OR feeds.user_id = maker.id
        OR resources.user_id = maker.id)`,
    );

export interface FeedSpan {
  feed: Pick<FeedRow, 'resource_id' | 'user_id'>;
  from: Instant;
  until: Instant;
}

const SHOWN = ['pending_payment', 'pending_approval', 'confirmed', 'checked_in', 'completed'] as const;

const resourcesOf = ({ resource_id, user_id }: FeedSpan['feed']) =>
  sql<
    string[]
  >`(SELECT coalesce(array_agg(id), '{}') FROM resources WHERE id = ${resource_id}::uuid OR user_id = ${user_id}::uuid)`;

/** Without contact data: a calendar program shows what it reads to whoever holds the phone. */
export const appointmentsOfFeed = ({ feed, from, until }: FeedSpan) =>
  tenantQuery
    .selectFrom('appointments')
    .leftJoin('customers', 'customers.id', 'appointments.customer_id')
    .select([
      'appointments.id',
      'appointments.revision',
      'appointments.status',
      'appointments.service_id',
      'appointments.starts_at',
      'appointments.ends_at',
      'appointments.time_zone',
      'appointments.location_id',
      'appointments.party_size',
      'appointments.updated_at',
      'customers.name as customer_name',
    ])
    .where('appointments.class_id', 'is', null)
    .where('appointments.status', 'in', [...SHOWN])
    .where('appointments.starts_at', '<', at(until))
    .where('appointments.ends_at', '>', at(from))
    .where(sql<boolean>`appointments.resource_ids && ${resourcesOf(feed)}`)
    .orderBy('appointments.starts_at')
    .orderBy('appointments.id');

export const classesOfFeed = ({ feed, from, until }: FeedSpan) =>
  tenantQuery
    .selectFrom('classes')
    .selectAll()
    .where('status', '=', 'scheduled')
    .where('starts_at', '<', at(until))
    .where('ends_at', '>', at(from))
    .where(sql<boolean>`resource_ids && ${resourcesOf(feed)}`)
    .orderBy('starts_at')
    .orderBy('id');
