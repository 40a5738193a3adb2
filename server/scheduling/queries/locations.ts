import type { Selectable } from 'kysely';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type LocationRow = Selectable<TenantTables['locations']>;

export const allLocations = tenantQuery.selectFrom('locations').selectAll().orderBy('created_at').orderBy('id');

export const lockLocation = (tx: TenantDb, id: string): Promise<LocationRow | undefined> =>
  tx.selectFrom('locations').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const hasLocation = async (tx: TenantDb, id: string): Promise<boolean> =>
  (await tx.selectFrom('locations').select('id').where('id', '=', id).executeTakeFirst()) !== undefined;
