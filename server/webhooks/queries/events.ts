import { Id } from '@smooth/contract/core/fields.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { cursor } from '../../core/db/cursor.ts';
import { idFrom } from '../../core/ids.ts';
import { tenantQuery } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';

export type EventRow = Selectable<TenantTables['events']>;

export const eventCursor = cursor(z.tuple([Id]));

export interface EventSearch {
  type?: string | undefined;
  subject_id?: string | undefined;
  since?: Instant | undefined;
  until?: Instant | undefined;
  limit: number;
  after: readonly [string] | null;
}

const columns = ['id', 'type', 'subject_id', 'revision', 'payload', 'actor', 'occurred_at'] as const;

/** The newest first. The id of an event begins with the instant it occurred at, so ids bound the time. */
export function eventsFound({ type, subject_id, since, until, limit, after }: EventSearch) {
  let query = tenantQuery
    .selectFrom('events')
    .select(columns)
    .orderBy('id', 'desc')
    .limit(limit + 1);
  if (type) query = query.where('type', '=', type);
  if (subject_id) query = query.where('subject_id', '=', subject_id);
  if (since !== undefined) query = query.where('id', '>=', idFrom(since));
  if (until !== undefined) query = query.where('id', '<', idFrom(until));
  return after ? query.where('id', '<', after[0]) : query;
}

export const eventById = (id: string) => tenantQuery.selectFrom('events').select(columns).where('id', '=', id);
