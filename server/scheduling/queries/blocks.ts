import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { at } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type BlockRow = Selectable<TenantTables['blocks']>;

export interface BlockSearch {
  resource_id?: string | undefined;
  from?: Instant | undefined;
  to?: Instant | undefined;
}

/** Time off that touches the range; a weekly one by its dates, a day wider because they are those of the place. */
export function blocksFound({ resource_id, from, to }: BlockSearch) {
  let query = tenantQuery.selectFrom('blocks').selectAll().orderBy('starts_at').orderBy('id');
  if (resource_id) query = query.where('resource_id', '=', resource_id);
  if (from !== undefined) {
    const until = sql<boolean>`coalesce((recurring->>'until_on')::date >= ${at(from)}::timestamptz::date - 1, true)`;
    query = query.where((is) => is.or([is('ends_at', '>', at(from)), is.and([is('ends_at', 'is', null), until])]));
  }
  if (to !== undefined) {
    const since = sql<boolean>`coalesce((recurring->>'from_on')::date <= ${at(to)}::timestamptz::date + 1, true)`;
    query = query.where((is) => is.or([is('starts_at', '<', at(to)), is.and([is('starts_at', 'is', null), since])]));
  }
  return query;
}

export const lockBlock = (tx: TenantDb, id: string): Promise<BlockRow | undefined> =>
  tx.selectFrom('blocks').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
