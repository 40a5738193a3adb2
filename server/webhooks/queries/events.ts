import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import { byId, listing, type Place } from '../../core/db/listing.ts';
import { idFrom } from '../../core/ids.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type EventRow = Selectable<TenantTables['events']>;

export const eventList = listing('events', { id: [byId('id')] });

export interface EventSearch {
  type?: string | undefined;
  subject_id?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
}

const columns = ['id', 'type', 'subject_id', 'revision', 'payload', 'actor', 'occurred_at'] as const;

/** The id of an event begins with the instant it occurred at, so ids bound the time. */
export function eventsFound({ type, subject_id, since, until }: EventSearch, place: Place) {
  let query = tenantQuery.selectFrom('events').select(columns);
  if (type) query = query.where('type', '=', type);
  if (subject_id) query = query.where('subject_id', '=', subject_id);
  if (since !== undefined) query = query.where('id', '>=', idFrom(since));
  if (until !== undefined) query = query.where('id', '<', idFrom(until));
  return place.of(query);
}

export const eventById = (id: string) => tenantQuery.selectFrom('events').select(columns).where('id', '=', id);
