import { appointmentBooked } from '@smooth/contract/scheduling/events.ts';
import { HOUR, MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { type Actor, isBusiness } from '../../core/actor.ts';
import { planned } from '../../core/db/raw.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { recording } from '../../core/events/record.ts';
import { newId } from '../../core/ids.ts';
import { sendAhead, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import { findOrAddCustomer } from '../../customers/actions/find-or-add.ts';
import { appointmentPolicy } from '../policy/appointments.ts';
import { type AppointmentRow, readAppointment } from '../queries/appointments.ts';
import { candidateIds } from '../queries/busy.ts';
import { addChange, momentOf } from '../queries/changes.ts';
import { claimSteps } from '../queries/claims.ts';
import { dueSet } from '../queries/due.ts';
import { type BookableService, type BusinessRules, knownRules, rulesIn } from '../queries/rules.ts';
import { answerErrors } from '../rules/answers.ts';
import { wallText } from '../rules/wall.ts';
import { takeHold } from './holds.ts';
import { type Placed, place, serviceIn, zoneOf } from './place.ts';
import { seatsIn, takeSeats } from './seats.ts';

/** Everything a writer says about an appointment to be made. */
export interface Booking {
  service_id: string;
  start: Instant;
  customer_id?: string | undefined;
  customer?: { name: string; email?: string | null | undefined; phone?: string | null | undefined } | undefined;
  /** Absent: chosen by the engine. Empty, of the business: no resource yet. */
  resource_ids?: readonly string[] | undefined;
  class_id?: string | undefined;
  party_size: number;
  hold_id?: string | undefined;
  notes?: string | undefined;
  answers?: Record<string, string | boolean> | undefined;
  allow_overlap?: boolean;
  overlap_reason?: string | undefined;
  time_zone?: string | undefined;
  locale?: string | undefined;
  source: 'public' | 'staff' | 'api';
  actor: Actor;
}

/** What was found for a booking, whichever way it was found. */
interface Found {
  start: Instant;
  end: Instant;
  location_id: string | null;
  resource_ids: string[];
  assignment_reason: string | null;
  lanes: Placed['lanes'];
  class_id: string | null;
}

const APPROVAL_LASTS = 48 * HOUR;

/** Books: the one way an appointment comes into being, whoever asks for it. */
export async function book(tx: TenantDb, booking: Booking): Promise<AppointmentRow> {
  const { rules, service, where, customerId } = await findAll(tx, booking);
  const id = newId(tx.tenant.now);
  const status = service.needs_approval && !isBusiness(booking.actor) ? 'pending_approval' : 'confirmed';
  const expiresAt = status === 'pending_approval' ? Math.min(tx.tenant.now + APPROVAL_LASTS, where.start) : null;
  sendAhead(
    tx,
    insertAppointment(tx, { id, status, expiresAt, customerId, rules, service, booking, where }),
    ...claimSteps(where.lanes, { appointment_id: id }),
    ...(where.class_id === null ? [] : [takeSeats(where.class_id, booking.party_size)]),
    ...dueSteps(tx, { id, service, start: where.start, expiresAt }),
    addChange(tx, {
      appointment_id: id,
      revision: 1,
      kind: 'booked',
      actor: booking.actor,
      reason: booking.overlap_reason ?? null,
      to: momentOf(timesOf(where)),
    }),
    recording(
      tx,
      appointmentBooked,
      { subject_id: id, revision: 1, actor: booking.actor },
      { appointment_id: id, status, ...momentOf(timesOf(where)) },
    ),
  );
  return readAppointment(tx, id);
}

interface FoundAll {
  rules: BusinessRules;
  service: BookableService;
  where: Found;
  customerId: string | null;
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
  const rules = await asking;
  if (!tried) return { ...(await findBy(tx, rules, booking)), rules, customerId: await customerOf(tx, booking) };
  const [, found, customer] = tried;
  // A statement that failed ends the transaction; only a refusal may be judged anew.
  if (found.status === 'rejected' && !(found.reason instanceof Refused)) throw found.reason;
  // Room is only looked for, so it may be looked for twice; a customer is added, and so is found once.
  const room = rules === remembered ? valueOf(found) : await findBy(tx, rules, booking);
  return { ...room, rules, customerId: valueOf(customer) };
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

const timesOf = ({ start, end, resource_ids }: Found) => ({ starts_at: start, ends_at: end, resource_ids });

/** What can be told from the request and the service alone. */
function refuseUnfit(service: BookableService, { actor, answers = {}, customer, source }: Booking): void {
  if (source === 'public' && !service.online) throw new Refused('not_found', { detail: 'There is no such service.' });
  const isCustomer = !isBusiness(actor);
  const errors = answerErrors(service.questions, answers).filter(({ code }) => isCustomer || code !== 'required');
  if (isCustomer && service.needs_phone && customer && !customer.phone) {
    errors.push({ pointer: '/body/customer/phone', code: 'required', detail: 'Add a phone number' });
  }
  if (errors.length > 0) throw new Refused('answers_missing', { detail: 'Some answers are missing.', errors });
}

async function findRoom(
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

export function foundAt({ plan, lanes }: Placed): Found {
  return {
    start: plan.start,
    end: plan.end,
    location_id: plan.location_id,
    resource_ids: plan.claims.map(({ resource_id }) => resource_id),
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
  assignment_reason: null,
  lanes: [],
  class_id: null,
});

async function customerOf(
  tx: TenantDb,
  { customer_id, customer, actor, time_zone, locale }: Booking,
): Promise<string | null> {
  if (customer_id) {
    const known = await tx.selectFrom('customers').select('id').where('id', '=', customer_id).executeTakeFirst();
    if (!known) throw fieldRefusal('/body/customer_id', 'There is no such customer');
    return known.id;
  }
  if (!customer) return null;
  const { id, is_blocked } = await findOrAddCustomer(
    tx,
    { ...customer, time_zone: time_zone ?? null, locale: locale ?? null },
    actor,
  );
  if (is_blocked && !isBusiness(actor))
    throw new Refused('customer_blocked', { detail: 'Call the business to make an appointment.' });
  return id;
}

interface NewAppointment {
  id: string;
  status: AppointmentRow['status'];
  expiresAt: Instant | null;
  customerId: string | null;
  rules: BusinessRules;
  service: BookableService;
  booking: Booking;
  where: Found;
}

/** Price, notice and policies are copied, so that later changes of the service leave the appointment as agreed. */
function insertAppointment(
  tx: TenantDb,
  { id, status, expiresAt, customerId, rules, service, booking, where }: NewAppointment,
) {
  const zone = rules.locations.get(where.location_id ?? '')?.time_zone ?? zoneOf(tx.tenant, rules, service);
  const now = new Date(tx.tenant.now);
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
    currency: tx.tenant.row.currency,
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

/** What becomes due later: the reminder before the start, the end of waiting for approval. */
export function dueSteps(
  tx: TenantDb,
  {
    id,
    service,
    start,
    expiresAt,
  }: { id: string; service: Pick<BookableService, 'reminder_minutes'>; start: Instant; expiresAt: Instant | null },
) {
  const remindAt = service.reminder_minutes === null ? null : start - service.reminder_minutes * MINUTE;
  return [
    ...(remindAt !== null && remindAt > tx.tenant.now
      ? [dueSet(tx, { kind: 'reminder', appointment_id: id, due_at: remindAt })]
      : []),
    ...(expiresAt === null ? [] : [dueSet(tx, { kind: 'approval_expiry', appointment_id: id, due_at: expiresAt })]),
  ];
}
