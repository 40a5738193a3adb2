import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type TimeOffRow = Selectable<TenantTables['time_off_requests']> & { resource_name: string };

const withResource = tenantQuery
  .selectFrom('time_off_requests')
  .innerJoin('resources', 'resources.id', 'time_off_requests.resource_id')
  .selectAll('time_off_requests')
  .select('resources.name as resource_name');

export interface TimeOffSearch {
  status?: TimeOffRow['status'] | undefined;
  from?: Instant | undefined;
  /** Those whose requests may be seen; everybody's where null. */
  resourceIds: readonly string[] | null;
}

export const requestList = listing('time_off_requests', {
  start: [byInstant('time_off_requests.starts_at'), byId('time_off_requests.id')],
});

export function requestsFound({ status, from, resourceIds }: TimeOffSearch, place: Place) {
  let query = withResource;
  if (status) query = query.where('time_off_requests.status', '=', status);
  if (from !== undefined) query = query.where('time_off_requests.ends_at', '>', at(from));
  if (resourceIds) query = query.where('time_off_requests.resource_id', 'in', [...resourceIds, NOBODY]);
  return place.of(query);
}

/** Keeps the list of ids from being empty, which SQL does not know. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

export const requestById = (id: string) => withResource.where('time_off_requests.id', '=', id);

export const lockRequest = (tx: TenantDb, id: string) =>
  tx.selectFrom('time_off_requests').select('id').where('id', '=', id).forNoKeyUpdate().executeTakeFirst();
