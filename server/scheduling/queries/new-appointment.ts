import type { Instant, Zone } from '@smooth/engine/types.ts';
import { planned } from '../../core/db/raw.ts';
import { type Tenant, tenantQuery } from '../../core/tenant/tenant.ts';
import type { CustomerRow } from '../../customers/queries/customers.ts';
import type { Booking, Found } from '../rules/booking.ts';
import { owedAfter } from '../rules/price.ts';
import { wallText } from '../rules/wall.ts';
import type { AppointmentRow } from './appointments.ts';
import type { BookableService } from './rules.ts';

interface NewAppointment {
  id: string;
  status: AppointmentRow['status'];
  expiresAt: Instant | null;
  customer: Pick<CustomerRow, 'id' | 'name' | 'email' | 'phone'> | null;
  service: BookableService;
  booking: Booking;
  where: Found;
  zone: Zone;
}

/**
 * The row of an appointment to be made, as it is read afterwards. Price, notice and policies are copied, so that later
 * changes of the service leave the appointment as agreed.
 */
export function newAppointment(
  { row: { currency }, now }: Tenant,
  { id, status, expiresAt, customer, service, booking, where, zone }: NewAppointment,
): AppointmentRow {
  const isOver = where.lanes.some(({ exclusive }) => !exclusive) || booking.allow_overlap;
  return {
    id,
    revision: 1,
    status,
    payment_status: owedAfter('none', where.price_minor),
    service_id: service.id,
    customer_id: customer?.id ?? null,
    class_id: where.class_id,
    party_size: booking.party_size,
    starts_at: where.start,
    ends_at: where.end,
    time_zone: zone,
    wall_start: wallText(zone, where.start),
    customer_time_zone: booking.time_zone ?? null,
    location_id: where.location_id,
    resource_ids: where.resource_ids,
    assignment_reason: where.assignment_reason,
    overlap_reason: isOver ? (booking.overlap_reason ?? null) : null,
    price_minor: where.price_minor * booking.party_size,
    currency,
    notes: booking.notes ?? '',
    answers: booking.answers ?? {},
    cancel_notice_minutes: service.cancel_notice_minutes,
    reschedule_notice_minutes: service.reschedule_notice_minutes,
    source: booking.source,
    locale: booking.locale ?? null,
    expires_at: expiresAt,
    fallback: null,
    created_at: now,
    updated_at: now,
    customer_name: customer?.name ?? null,
    customer_email: customer?.email ?? null,
    customer_phone: customer?.phone ?? null,
  };
}

export function insertAppointment(row: AppointmentRow) {
  const { customer_name: _name, customer_email: _email, customer_phone: _phone, fallback: _fallback, ...own } = row;
  const values = {
    ...own,
    starts_at: new Date(row.starts_at),
    ends_at: new Date(row.ends_at),
    answers: JSON.stringify(row.answers),
    expires_at: row.expires_at === null ? null : new Date(row.expires_at),
    created_at: new Date(row.created_at),
    updated_at: new Date(row.updated_at),
  };
  return planned(tenantQuery.insertInto('appointments').values(values));
}
