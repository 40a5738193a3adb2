import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, byInstant, listing, type Place } from '../../core/db/listing.ts';
import { at, plain } from '../../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { TenantTables } from '../../schema/tenant-tables.ts';
import { liveStatuses } from '../rules/status.ts';

/** Sessions of a service with the seats that neither a party nor a living hold has taken. */
export const seatsBetween = (serviceId: string, from: Instant, until: Instant, now: Instant) =>
  plain(sql<{ id: string; start: Instant; end: Instant; resource_ids: string[]; seats_left: number }>`
    SELECT id, starts_at AS start, ends_at AS "end", resource_ids,
      (seats - seats_taken - coalesce((SELECT sum(party_size) FROM holds WHERE class_id = classes.id AND expires_at > ${new Date(now)}), 0))::int AS seats_left
    FROM classes
    WHERE service_id = ${serviceId} AND status = 'scheduled' AND starts_at >= ${new Date(from)} AND starts_at < ${new Date(until)}
    ORDER BY starts_at, id`);

export type ClassRow = Selectable<TenantTables['classes']>;

export const classById = (id: string) => tenantQuery.selectFrom('classes').selectAll().where('id', '=', id);

/** The living parties of a class, locked in the order of ids. */
export const partiesOf = (tx: TenantDb, classId: string) =>
  tx
    .selectFrom('appointments')
    .select(['id', 'revision', 'status', 'starts_at', 'ends_at', 'resource_ids', 'time_zone'])
    .where('class_id', '=', classId)
    .where('status', 'in', [...liveStatuses])
    .orderBy('id')
    .forUpdate()
    .execute();

export interface ClassFilter {
  from?: Instant | undefined;
  to?: Instant | undefined;
  service_id?: string | undefined;
}

export const classList = listing('classes', { start: [byInstant('starts_at'), byId('id')] });

export function classesOf({ from, to, service_id }: ClassFilter, place: Place) {
  let query = tenantQuery.selectFrom('classes').selectAll();
  if (from !== undefined) query = query.where('ends_at', '>', at(from));
  if (to !== undefined) query = query.where('starts_at', '<', at(to));
  if (service_id) query = query.where('service_id', '=', service_id);
  return place.of(query);
}
