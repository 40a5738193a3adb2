import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type BlockRow = Selectable<TenantTables['blocks']>;

export interface BlockSearch {
  resource_id?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
}

/** What comes each week has no start of its own. */
export const blockList = listing('blocks', {
  start: [byInstant("coalesce(starts_at, '3000-01-01T00:00:00Z')"), byId('id')],
});

/** Time off that touches the range; a weekly one by its dates, a day wider because they are those of the place. */
export function blocksFound({ resource_id, from, to }: BlockSearch, place: Place) {
  let query = tenantQuery.selectFrom('blocks').selectAll();
  if (resource_id) query = query.where('resource_id', '=', resource_id);
  if (from !== undefined) {
    const until = sql<boolean>`coalesce((recurring->>'until_on')::date >= ${at(from)}::timestamptz::date - 1, true)`;
    query = query.where((is) => is.or([is('ends_at', '>', at(from)), is.and([is('ends_at', 'is', null), until])]));
  }
  if (to !== undefined) {
    const since = sql<boolean>`coalesce((recurring->>'from_on')::date <= ${at(to)}::timestamptz::date + 1, true)`;
    query = query.where((is) => is.or([is('starts_at', '<', at(to)), is.and([is('starts_at', 'is', null), since])]));
  }
  return place.of(query);
}

export const blockById = (id: string) => tenantQuery.selectFrom('blocks').selectAll().where('id', '=', id);

export const lockBlock = (tx: TenantDb, id: string): Promise<BlockRow | undefined> =>
  tx.selectFrom('blocks').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
