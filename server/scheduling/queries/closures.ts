import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at, plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import { liveStatuses } from '../rules/status.ts';

export type ClosureRow = Selectable<TenantTables['closures']>;
export type CountedClosure = ClosureRow & { affected_count: number };

const counted = tenantQuery
  .selectFrom('closures')
  .selectAll()
  .select((from) =>
    from
      .selectFrom('appointments')
      .select(sql<number>`count(*)`.as('affected'))
      .where('appointments.status', 'in', [...liveStatuses])
      .whereRef('appointments.starts_at', '<', 'closures.ends_at')
      .whereRef('appointments.ends_at', '>', 'closures.starts_at')
      // Nothing lasts longer than a week, so older ones need not be looked at.
      .where(sql<boolean>`appointments.starts_at > closures.starts_at - interval '8 days'`)
      .where(sql<boolean>`(closures.location_id IS NULL OR appointments.location_id = closures.location_id)`)
      .$asScalar()
      .$notNull()
      .as('affected_count'),
  );

export interface ClosureSearch {
  from?: Instant | undefined;
  to?: Instant | undefined;
  location_id?: string | undefined;
}

export const closureList = listing('closures', { start: [byInstant('closures.starts_at'), byId('closures.id')] });

export function closuresFound({ from, to, location_id }: ClosureSearch, place: Place) {
  let query = counted;
  if (from !== undefined) query = query.where('ends_at', '>', at(from));
  if (to !== undefined) query = query.where('starts_at', '<', at(to));
  if (location_id)
    query = query.where((is) => is.or([is('location_id', 'is', null), is('location_id', '=', location_id)]));
  return place.of(query);
}

export const closureById = (id: string) => counted.where('id', '=', id);

/** Waits for the bookings under way at a location, or everywhere; those that come later find the closure. */
export const lockBusyAt = (locationId: string | null) =>
  plain(sql`SELECT FROM resource_busy JOIN resources ON resources.id = resource_id
    WHERE location_id = coalesce(${locationId}::uuid, location_id) ORDER BY resource_id FOR UPDATE OF resource_busy`);

export const lockClosure = (tx: TenantDb, id: string): Promise<ClosureRow | undefined> =>
  tx.selectFrom('closures').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
