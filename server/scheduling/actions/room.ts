import { MINUTE } from '@smooth/engine/instant.ts';
import { termsWith } from '@smooth/engine/terms.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { isBusiness } from '../../core/actor.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import type { TenantDb } from '../../core/tenant/tenant.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { candidateIds } from '../queries/busy.ts';
import type { BookableService, BusinessRules } from '../queries/rules.ts';
import type { Booking, Found } from '../rules/booking.ts';
import { takeHold } from './holds.ts';
import { type Placed, place } from './place.ts';
import { seatsIn } from './seats.ts';

/** Finds where a booking goes: a seat of a class, the tray, or time on resources; the hold it has is used up. */
export async function findRoom(
  tx: TenantDb,
  rules: BusinessRules,
  service: BookableService,
  booking: Booking,
): Promise<Found> {
  const audience = isBusiness(booking.actor) ? 'business' : 'customer';
  const candidates = service.kind === 'class' ? [] : [...candidateIds(rules, service), ...(booking.resource_ids ?? [])];
  const hold = booking.hold_id ? await takeHold(tx, booking.hold_id, { ...booking, candidates }) : null;
  if (service.kind === 'class')
    return seatsIn(tx, rules, service, { ...booking, audience, noticed_at: hold?.created_at });
  if (booking.party_size > 1) throw fieldRefusal('/body/party_size', 'Only a class takes more than one person');
  if (booking.resource_ids?.length === 0 && audience === 'business') return withoutResource(booking.start, service);
  const placed = await place(tx, rules, {
    service_id: service.id,
    start: booking.start,
    audience,
    resource_ids: booking.resource_ids ?? [],
    keep: hold?.resource_ids ?? [],
    allow_overlap: audience === 'business' && booking.allow_overlap === true,
    ...(hold && { noticed_at: hold.created_at }),
  });
  demandReason(placed, booking.overlap_reason);
  const found = foundAt(placed);
  if (placed.needs_reason)
    appointmentPolicy.demand(booking.actor, 'appointment.overlap', { ...found, customer_id: null });
  return found;
}

/** What goes past a rule on purpose says why. */
export function demandReason({ needs_reason }: Placed, reason: string | undefined): void {
  if (needs_reason && !reason) {
    throw new Refused('overlap_reason_missing', {
      errors: [
        { pointer: '/body/overlap_reason', code: 'required', detail: 'Say why this goes over taken or closed time' },
      ],
    });
  }
}

export function foundAt({ rules, service, plan, lanes }: Placed): Found {
  const resource_ids = plan.claims.map(({ resource_id }) => resource_id);
  return {
    start: plan.start,
    end: plan.end,
    location_id: plan.location_id,
    resource_ids,
    price_minor: termsWith(rules.schedule, service, resource_ids).price_minor,
    assignment_reason: plan.claims[0]?.reason ?? null,
    lanes,
    class_id: null,
  };
}

/** It takes nobody's time and waits in the tray. */
export const withoutResource = (start: Instant, service: BookableService): Found => ({
  start,
  end: start + service.duration_minutes * MINUTE,
  location_id: null,
  resource_ids: [],
  price_minor: service.price_minor,
  assignment_reason: null,
  lanes: [],
  class_id: null,
});
