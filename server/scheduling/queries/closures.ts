import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
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

export const closuresFrom = (from: Instant | undefined) => {
  const query = counted.orderBy('starts_at').orderBy('id');
  return from === undefined ? query : query.where('ends_at', '>', at(from));
};

export const closureById = (id: string) => counted.where('id', '=', id);

/** Waits for the bookings under way at a location, or everywhere; those that come later find the closure. */
export const lockBusyAt = (locationId: string | null) =>
  plain(sql`SELECT FROM resource_busy JOIN resources ON resources.id = resource_id
    WHERE location_id = coalesce(${locationId}::uuid, location_id) ORDER BY resource_id FOR UPDATE OF resource_busy`);

export const lockClosure = (tx: TenantDb, id: string): Promise<ClosureRow | undefined> =>
  tx.selectFrom('closures').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
