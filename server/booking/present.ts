import type { BookedAppointment, BookingBusiness, BookingService } from '@smooth/contract/booking/booking.ts';
import { candidatesFor } from '@smooth/engine/candidates.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { type Terms, termsBy, termsRange } from '@smooth/engine/terms.ts';
import type { Actor } from '../core/actor.ts';
import type { Core } from '../core/core.ts';
import type { TenantRow } from '../core/tenant/gate.ts';
import type { Tenant, TenantDb } from '../core/tenant/tenant.ts';
import { calendarOf } from '../scheduling/present/calendar.ts';
import { presentAppointment } from '../scheduling/present/appointments.ts';
import type { AppointmentRow } from '../scheduling/queries/appointments.ts';
import { anyRules, type BookableService, type BusinessRules, rulesIn } from '../scheduling/queries/rules.ts';
import { cancelUntil, rescheduleUntil } from '../scheduling/rules/notice.ts';

export const presentBookingBusiness = (row: TenantRow): BookingBusiness => ({
  name: row.name,
  time_zone: row.time_zone,
  locale: row.locale,
  currency: row.currency,
  address: row.address,
  phone: row.phone,
  email: row.email,
  branding: { color: row.brand_color, logo_url: row.logo_url, tagline: row.tagline },
});

export function presentBookingService(
  service: BookableService,
  rules: BusinessRules,
  currency: string,
): BookingService {
  const choosable = service.kind === 'class' ? [] : service.requires.filter(({ is_choosable }) => is_choosable);
  const resources = choosable.flatMap((line) => candidatesFor(rules.schedule, line));
  const shown = ({ duration_minutes, price_minor }: Terms) => ({
    duration_minutes,
    price: { amount_minor: price_minor, currency },
  });
  const { least, most } = termsRange(rules.schedule, service);
  return {
    ...service,
    price: { amount_minor: service.price_minor, currency },
    range: { least: shown(least), most: shown(most) },
    resource_choice: resources.length > 0,
    resources: resources.map(({ id }) => {
      const terms = termsBy(rules.schedule, service, id);
      return { id, name: rules.resources.get(id)!.name, terms: terms && shown(terms) };
    }),
    questions: [...service.questions],
    max_party_size: service.kind === 'class' ? service.capacity : 1,
  };
}

/** An appointment as its customer sees it, whoever they came as. */
export async function presentBooked(where: Tenant | TenantDb, row: AppointmentRow): Promise<BookedAppointment> {
  const inside = 'client' in where;
  return bookedBy(await (inside ? rulesIn(where) : anyRules(where)), inside ? where.tenant : where, row);
}

/** The same by rules that are known to be those of this moment. */
export function bookedBy(rules: BusinessRules, tenant: Tenant, row: AppointmentRow): BookedAppointment {
  const customer: Actor = {
    kind: 'customer',
    id: row.customer_id,
    name: '',
    role: 'CUSTOMER',
    resource_ids: [],
    customer_id: row.customer_id,
  };
  const shown = presentAppointment(row, { rules, actor: customer, now: tenant.now });
  const service = rules.services.get(row.service_id)!;
  const location = rules.locations.get(row.location_id ?? '');
  return {
    ...shown,
    service: { ...presentBookingService(service, rules, row.currency) },
    // Which room or machine it is does not concern the customer.
    resources: shown.resources.filter(({ type }) => type === 'staff').map(({ id, name }) => ({ id, name })),
    customer: { name: row.customer_name ?? '', email: row.customer_email, phone: row.customer_phone },
    location: location ? { name: location.name, address: location.address } : null,
    business: presentBookingBusiness(tenant.row),
    can: { cancel: shown.can.cancel, reschedule: shown.can.reschedule },
    cancel_until: formatInstant(cancelUntil(row)),
    reschedule_until: formatInstant(rescheduleUntil(row)),
  };
}

/** The same as a calendar file to download, in the form that a later mail of the appointment replaces. */
export async function bookedCalendar(core: Core, tenant: Tenant, row: AppointmentRow): Promise<string> {
  const rules = await anyRules(tenant);
  const { row: business } = tenant;
  const location = rules.locations.get(row.location_id ?? '');
  const wall = new Intl.DateTimeFormat(row.locale ?? business.locale, {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: row.time_zone,
  });
  return calendarOf({
    appointment: row,
    method: 'PUBLISH',
    summary: `${rules.services.get(row.service_id)?.name ?? ''}, ${business.name}`,
    description: `${wall.format(row.starts_at)} (${row.time_zone})`,
    location: location?.address ?? business.address,
    organizer: { name: business.name, email: business.email ?? `bookings@${core.config.baseUrl.hostname}` },
    attendee: null,
    host: core.config.baseUrl.hostname,
    stamp: row.updated_at,
  });
}
