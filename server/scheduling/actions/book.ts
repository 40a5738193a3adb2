import { appointmentBooked } from '@smooth/contract/scheduling/events.ts';
import type { Zone } from '@smooth/engine/types.ts';
import { isBusiness } from '../../core/actor.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { atOnce } from '../../core/db/raw.ts';
import { recording } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { send, sendAhead, type TenantDb } from '../../core/tenant/tenant.ts';
import { findOrAddCustomer } from '../../customers/actions/find-or-add.ts';
import { customerShown } from '../../customers/queries/customers.ts';
import { demandAppointmentWithin } from '../../tenancy/actions/limits.ts';
import type { AppointmentRow } from '../queries/appointments.ts';
import { addChange, momentOf } from '../queries/changes.ts';
import { claimSteps } from '../queries/claims.ts';
import { dueSteps } from '../queries/due.ts';
import { insertAppointment, newAppointment } from '../queries/new-appointment.ts';
import { type BookableService, type BusinessRules, knownRules, rulesIn } from '../queries/rules.ts';
import { approvalUntil } from '../rules/approval.ts';
import { type Booking, type Found, refuseUnfit } from '../rules/booking.ts';
import { serviceIn, zoneOf } from './place.ts';
import { findRoom } from './room.ts';
import { takeSeats } from './seats.ts';

/** Books: the one way an appointment comes into being, whoever asks for it. */
export async function book(tx: TenantDb, booking: Booking): Promise<AppointmentRow> {
  const [found, within] = await Promise.allSettled([findAll(tx, booking), demandAppointmentWithin(tx)]);
  throwFailed([found, within]);
  valueOf(within);
  const { rules, service, where, customer } = valueOf(found);
  const id = newId(tx.tenant.now);
  const status = service.needs_approval && !isBusiness(booking.actor) ? 'pending_approval' : 'confirmed';
  const expiresAt = status === 'pending_approval' ? approvalUntil(tx.tenant.now, where.start) : null;
  const zone = zoneAt(tx, where, { rules, service });
  const row = newAppointment(tx.tenant, { id, status, expiresAt, customer, service, booking, where, zone });
  const to = momentOf(row);
  const writes = [
    insertAppointment(row),
    ...claimSteps(where.lanes, { appointment_id: id }),
    ...(where.class_id === null ? [] : [takeSeats(where.class_id, booking.party_size)]),
    ...dueSteps(tx, { id, service, start: where.start, expiresAt }),
    addChange(tx, {
      appointment_id: id,
      revision: 1,
      kind: 'booked',
      actor: booking.actor,
      reason: booking.overlap_reason ?? null,
      to,
    }),
    recording(
      tx,
      appointmentBooked,
      { subject_id: id, revision: 1, actor: booking.actor },
      { appointment_id: id, status, ...to },
    ),
  ];
  sendAhead(tx, atOnce(...writes));
  return row;
}

type BookedFor = Parameters<typeof newAppointment>[1]['customer'];

interface FoundAll {
  rules: BusinessRules;
  service: BookableService;
  where: Found;
  customer: BookedFor;
}

/**
 * Room and customer in one round trip, by the rules as this process remembers them. Their version comes back with the
 * rest; where it has changed, all is judged anew by the rules as they are.
 */
async function findAll(tx: TenantDb, booking: Booking): Promise<FoundAll> {
  const remembered = booking.hold_id ? undefined : knownRules(tx.tenant);
  const asking = rulesIn(tx);
  // The locks go out first, always, so that no two bookings wait for each other.
  const tried =
    remembered && (await Promise.allSettled([asking, findBy(tx, remembered, booking), customerOf(tx, booking)]));
  throwFailed(tried ?? []);
  const rules = await asking;
  if (!tried) return { ...(await findBy(tx, rules, booking)), rules, customer: await customerOf(tx, booking) };
  const [, found, customer] = tried;
  // Room is only looked for, so it may be looked for twice; a customer is added, and so is found once.
  const room = rules === remembered ? valueOf(found) : await findBy(tx, rules, booking);
  return { ...room, rules, customer: valueOf(customer) };
}

const TRANSACTION_ABORTED = '25P02';

/**
 * A statement that failed ends the transaction, and only a refusal may be judged anew. The ones behind it fail as well,
 * and say nothing of the reason.
 */
function throwFailed(settled: readonly PromiseSettledResult<unknown>[]): void {
  const reasons: unknown[] = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  const failed = reasons.filter((reason) => !(reason instanceof Refused));
  if (failed.length > 0)
    throw failed.find((reason) => (reason as { code?: string }).code !== TRANSACTION_ABORTED) ?? failed[0];
}

function valueOf<T>(settled: PromiseSettledResult<T>): T {
  if (settled.status === 'rejected') throw settled.reason;
  return settled.value;
}

async function findBy(tx: TenantDb, rules: BusinessRules, booking: Booking) {
  const service = serviceIn(rules, booking.service_id);
  refuseUnfit(service, booking);
  return { service, where: await findRoom(tx, rules, service, booking) };
}

async function customerOf(
  tx: TenantDb,
  { customer_id, customer, actor, time_zone, locale }: Booking,
): Promise<BookedFor> {
  if (customer_id) {
    const [[known]] = await send(tx, customerShown(customer_id));
    if (!known) throw fieldRefusal('/body/customer_id', 'There is no such customer');
    return known;
  }
  if (!customer) return null;
  const guest = { ...customer, time_zone: time_zone ?? null, locale: locale ?? null };
  const found = await findOrAddCustomer(tx, guest, actor);
  if (found.is_blocked && !isBusiness(actor))
    throw new Refused('customer_blocked', { detail: 'Call the business to make an appointment.' });
  return found;
}

const zoneAt = (tx: TenantDb, { location_id }: Found, { rules, service }: Pick<FoundAll, 'rules' | 'service'>): Zone =>
  rules.locations.get(location_id ?? '')?.time_zone ?? zoneOf(tx.tenant, rules, service);
