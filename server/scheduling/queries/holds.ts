import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at } from '../../core/db/raw.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type HoldRow = Selectable<TenantTables['holds']>;

/** What has run out counts for nobody, whether or not it was cleared away. */
const living = (now: Instant) => tenantQuery.selectFrom('holds').selectAll().where('expires_at', '>', at(now));

export const holdList = listing('holds', { start: [byInstant('starts_at'), byId('id')] });

export function holdsFound({ service_id, now }: { service_id?: string | undefined; now: Instant }, place: Place) {
  return place.of(service_id ? living(now).where('service_id', '=', service_id) : living(now));
}

export const holdById = (id: string, now: Instant) => living(now).where('id', '=', id);
