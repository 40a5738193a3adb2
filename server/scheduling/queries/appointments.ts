import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Selectable, sql } from 'kysely';
import { byId, byInstant, byNumber, type Keyed, listing, type Place } from '../../core/db/listing.ts';
import { at, plain, planned, settled } from '../../core/db/raw.ts';
import { found } from '../../core/errors.ts';
import { type Compilable, send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { AppointmentTable } from '../../schema/tenant-tables.ts';
import { versionBeside } from './rules.ts';
import { liveStatuses } from '../rules/status.ts';

/** An appointment with what is shown of its customer. */
export type AppointmentRow = Selectable<AppointmentTable> & {
  customer_name: string | null;
  customer_email: string | null;
  customer_phone: string | null;
};

/** Named one by one, because the plan of a query on all columns cannot be kept. */
const columns = [
  'appointments.id',
  'appointments.revision',
  'appointments.status',
  'appointments.payment_status',
  'appointments.service_id',
  'appointments.customer_id',
  'appointments.class_id',
  'appointments.party_size',
  'appointments.starts_at',
  'appointments.ends_at',
  'appointments.time_zone',
  'appointments.wall_start',
  'appointments.customer_time_zone',
  'appointments.location_id',
  'appointments.resource_ids',
  'appointments.assignment_reason',
  'appointments.overlap_reason',
  'appointments.price_minor',
  'appointments.currency',
  'appointments.notes',
  'appointments.answers',
  'appointments.cancel_notice_minutes',
  'appointments.reschedule_notice_minutes',
  'appointments.source',
  'appointments.locale',
  'appointments.expires_at',
  'appointments.fallback',
  'appointments.created_at',
  'appointments.updated_at',
] as const;

export const withCustomer = settled(
  tenantQuery
    .selectFrom('appointments')
    .leftJoin('customers', 'customers.id', 'appointments.customer_id')
    .select(columns)
    .select([
      'customers.name as customer_name',
      'customers.email as customer_email',
      'customers.phone as customer_phone',
    ]),
);

export const appointmentById = (id: string): Compilable<AppointmentRow> =>
  planned(withCustomer.where('appointments.id', '=', id));

/**
 * Locks an appointment for a change; a miss is 404. The class it is a party of comes first, as for whoever joins or calls
 * off the class, so that no two wait for each other.
 */
export async function lockAppointment(tx: TenantDb, id: string): Promise<AppointmentRow> {
  await send(
    tx,
    plain(sql`SELECT FROM classes WHERE id = (SELECT class_id FROM appointments WHERE id = ${id}) FOR UPDATE`),
    plain(sql`SELECT FROM appointments WHERE id = ${id} FOR UPDATE`),
  );
  return readAppointment(tx, id);
}

export async function readAppointment(tx: TenantDb, id: string): Promise<AppointmentRow> {
  const [[row]] = await send(tx, appointmentById(id));
  return found(row);
}

/** Longer than any appointment: what is over by then need not be looked at. */
const LONGEST_MS = 9 * DAY;

/** Living appointments that share time with a stretch, for closures and time off. */
export const appointmentsBetween = (span: {
  from: Instant;
  until: Instant;
  resource_id?: string | null;
  location_id?: string | null;
}) =>
  withCustomer
    .where('appointments.status', 'in', [...liveStatuses])
    .where('appointments.starts_at', '<', at(span.until))
    .where('appointments.starts_at', '>', at(span.from - LONGEST_MS))
    .where('appointments.ends_at', '>', at(span.from))
    .$if(Boolean(span.resource_id), (query) =>
      query.where(sql<boolean>`${span.resource_id} = ANY(appointments.resource_ids)`),
    )
    .$if(Boolean(span.location_id), (query) => query.where('appointments.location_id', '=', span.location_id!))
    .orderBy('appointments.starts_at')
    .limit(500);

type ListedRow = AppointmentRow & { rules_version: number };
const listed = settled(withCustomer.select(versionBeside));

export interface AppointmentFilter {
  from?: Instant | undefined;
  to?: Instant | undefined;
  statuses?: readonly AppointmentStatus[] | undefined;
  resource_id?: string | undefined;
  service_id?: string | undefined;
  customer_id?: string | null | undefined;
  class_id?: string | undefined;
  location_id?: string | undefined;
  source?: AppointmentRow['source'] | undefined;
  updated_since?: Instant | undefined;
  q?: string | undefined;
}

const last = byId('appointments.id');
export const appointmentList = listing('appointments', {
  start: [byInstant('appointments.starts_at'), last],
  created_at: [byInstant('appointments.created_at'), last],
  updated_at: [byInstant('appointments.updated_at'), last],
});

export function listOf(filter: AppointmentFilter, place: Place): Compilable<ListedRow & Keyed> {
  let query = listed;
  if (filter.from !== undefined)
    query = query
      .where('appointments.ends_at', '>', at(filter.from))
      .where('appointments.starts_at', '>', at(filter.from - LONGEST_MS));
  if (filter.to !== undefined) query = query.where('appointments.starts_at', '<', at(filter.to));
  if (filter.statuses) query = query.where('appointments.status', 'in', [...filter.statuses]);
  if (filter.resource_id) query = query.where(sql<boolean>`${filter.resource_id} = ANY(appointments.resource_ids)`);
  if (filter.service_id) query = query.where('appointments.service_id', '=', filter.service_id);
  if (filter.customer_id !== undefined) query = query.where('appointments.customer_id', '=', filter.customer_id);
  if (filter.class_id) query = query.where('appointments.class_id', '=', filter.class_id);
  if (filter.location_id) query = query.where('appointments.location_id', '=', filter.location_id);
  if (filter.source) query = query.where('appointments.source', '=', filter.source);
  if (filter.updated_since !== undefined)
    query = query.where('appointments.updated_at', '>=', at(filter.updated_since));
  if (filter.q) {
    const part = `%${filter.q.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
    query = query.where((is) =>
      is.or([
        is('customers.name', 'ilike', part),
        is('customers.email', 'ilike', part),
        is('customers.phone', 'ilike', part),
      ]),
    );
  }
  const page = place.of(query);
  // What is typed and what is counted out make texts of many kinds, which are not worth keeping.
  return filter.q || filter.statuses ? page : planned(page);
}

export const changeList = listing('appointment_changes', { revision: [byNumber('revision'), byId('id')] });

export const changesOf = (appointmentId: string, place: Place) =>
  place.of(tenantQuery.selectFrom('appointment_changes').selectAll().where('appointment_id', '=', appointmentId));

/** Whose appointments these are. */
export const customersOf = (ids: readonly string[]) =>
  tenantQuery
    .selectFrom('appointments')
    .select(['id', 'customer_id'])
    .where('id', 'in', [...ids])
    .where('customer_id', 'is not', null)
    .$narrowType<{ customer_id: string }>();
