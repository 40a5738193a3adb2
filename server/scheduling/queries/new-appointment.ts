import type { Instant, Zone } from '@smooth/engine/types.ts';
import { planned } from '../../core/db/raw.ts';
import { type Tenant, tenantQuery } from '../../core/tenant/tenant.ts';
import type { Booking, Found } from '../rules/booking.ts';
import { wallText } from '../rules/wall.ts';
import type { AppointmentRow } from './appointments.ts';
import type { BookableService } from './rules.ts';

interface NewAppointment {
  id: string;
  status: AppointmentRow['status'];
  expiresAt: Instant | null;
  customerId: string | null;
  service: BookableService;
  booking: Booking;
  where: Found;
  zone: Zone;
}

/** Price, notice and policies are copied, so that later changes of the service leave the appointment as agreed. */
export function insertAppointment(
  tenant: Tenant,
  { id, status, expiresAt, customerId, service, booking, where, zone }: NewAppointment,
) {
  const now = new Date(tenant.now);
  const values = {
    id,
    status,
    payment_status: service.price_minor > 0 ? ('on_site' as const) : ('none' as const),
    service_id: service.id,
    customer_id: customerId,
    class_id: where.class_id,
    party_size: booking.party_size,
    starts_at: new Date(where.start),
    ends_at: new Date(where.end),
    time_zone: zone,
    wall_start: wallText(zone, where.start),
    customer_time_zone: booking.time_zone ?? null,
    location_id: where.location_id,
    resource_ids: where.resource_ids,
    assignment_reason: where.assignment_reason,
    overlap_reason:
      where.lanes.some(({ exclusive }) => !exclusive) || booking.allow_overlap
        ? (booking.overlap_reason ?? null)
        : null,
    price_minor: service.price_minor * booking.party_size,
    currency: tenant.row.currency,
    notes: booking.notes ?? '',
    answers: JSON.stringify(booking.answers ?? {}),
    cancel_notice_minutes: service.cancel_notice_minutes,
    reschedule_notice_minutes: service.reschedule_notice_minutes,
    source: booking.source,
    locale: booking.locale ?? null,
    expires_at: expiresAt === null ? null : new Date(expiresAt),
    created_at: now,
    updated_at: now,
  };
  return planned(tenantQuery.insertInto('appointments').values(values));
}
