import { type Selectable, sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type LocationRow = Selectable<TenantTables['locations']>;

export const locationList = listing('locations', { created_at: [byInstant('created_at'), byId('id')] });

export const locationsFound = (place: Place) => place.of(tenantQuery.selectFrom('locations').selectAll());

export const locationById = (id: string) => tenantQuery.selectFrom('locations').selectAll().where('id', '=', id);

/** All of them, so that of two who each delete one, the second finds what the first has left. */
export const lockLocations = (tx: TenantDb): Promise<{ id: string }[]> =>
  tx.selectFrom('locations').select('id').orderBy('id').forUpdate().execute();

export interface LocationUses {
  resource_names: string[];
  closure_names: string[];
  was_booked: boolean;
}

/** What keeps a location from being deleted. */
export const usesOfLocation = (id: string) =>
  plain(sql<LocationUses>`SELECT
    ARRAY(SELECT name FROM resources WHERE location_id = ${id} ORDER BY lower(name), id) AS resource_names,
    ARRAY(SELECT name FROM closures WHERE location_id = ${id} ORDER BY starts_at, id) AS closure_names,
    EXISTS (SELECT FROM appointments WHERE location_id = ${id})
      OR EXISTS (SELECT FROM classes WHERE location_id = ${id}) AS was_booked`);

export const lockLocation = (tx: TenantDb, id: string): Promise<LocationRow | undefined> =>
  tx.selectFrom('locations').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const hasLocation = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.selectFrom('locations').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
