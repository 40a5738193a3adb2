import { type Assigned, assign, canAssign } from './assignment.ts';
import { type Bits, removeBits } from './bits.ts';
import { type Place, placesFor, type Wish, wishFor } from './candidates.ts';
import { MINUTE } from './instant.ts';
import type { Demand } from './matching.ts';
import { type BookingPlan, planOf } from './plan.ts';
import { noticeFrom, windowRange } from './policy.ts';
import {
  demandAt,
  eligibility,
  type Facts,
  type Prepared,
  prepared,
  type Slots,
  slotsOf,
  type Survey,
  surveyOf,
} from './survey.ts';
import { decidingClaim, variantsOf } from './terms.ts';
import type { AssignmentReason, BookingRefusal, Decision, Instant, Refusal } from './types.ts';

export interface DecideInput extends Facts {
  start: Instant;
  /** Every one of these must be part of the appointment, along with `resourceId`. */
  resourceIds?: readonly string[];
  /** Resources of the appointment being moved: kept where they are free. Leave its own claims out of `busy`. */
  keep?: readonly string[];
  /** Minutes booked in the fairness window, by resource id; a missing one counts as 0. */
  bookedMinutes?: Readonly<Record<string, number>>;
  /** Business only: lay it over what is busy, and say what it overlaps. */
  allowOverlap?: boolean;
  /** Business only: place it outside open hours, with a warning. */
  ignoreHours?: boolean;
}

/**
 * Whether this one start can be booked, and which resource fills which line. The same predicate as `listStarts`:
 * a customer may book exactly what is offered. Refusals come in the order notice, window, closed, grid or busy,
 * capacity; of several places the one that came closest speaks.
 */
export function decideBooking(input: DecideInput): Decision<BookingPlan, BookingRefusal> {
  const facts = prepared(input);
  const earliest = noticeFrom(input.service, input.now);
  if (input.audience === 'customer' && input.start < earliest) return refuse('policy_notice', { earliest });
  const decisions = variantsOf(facts.schedule, input.service).flatMap((service) => {
    const lasting = { ...facts, service, duration: service.duration_minutes * MINUTE };
    return placesFor(facts.schedule, service).map((place) => decideAt(lasting, input, place));
  });
  const plans = decisions.flatMap((decision) => (decision.ok ? [decision.value] : []));
  if (plans.length > 0) return { ok: true, value: bestOf(plans, facts, input) };
  const refusals = decisions.flatMap((decision) => (decision.ok ? [] : [decision]));
  const closest = refusals.toSorted((a, b) => closeness(b) - closeness(a))[0];
  return closest ?? refuse('slot_unavailable', { reason: 'no_resource' });
}

/** Where somebody who was asked for cannot be at all, the reason is elsewhere. */
const closeness = ({ code, facts }: Refusal<BookingRefusal>) =>
  facts['reason'] === 'no_resource' ? -1 : REFUSALS.indexOf(code);

/** What all attempts at one place have in common. */
interface Attempt {
  facts: Prepared;
  survey: Survey;
  wishes: readonly Wish[];
  /** The start itself where the grid does not bind. */
  slots: Slots;
  input: DecideInput;
}

const REFUSALS: readonly BookingRefusal[] = [
  'policy_notice',
  'policy_window',
  'closed',
  'slot_unavailable',
  'capacity',
];

/** The decision for one place, notice apart. */
export function decideAt(facts: Prepared, input: DecideInput, place: Place): Decision<BookingPlan, BookingRefusal> {
  const { start, audience, service } = input;
  const range = { from: start, until: start + 1 };
  const window = windowRange(service, place.location.time_zone, input.now);
  if (audience === 'customer' && (start < window.from || start >= window.until)) {
    return refuse('policy_window', { from: finite(window.from), until: finite(window.until) });
  }
  const wishes = wishesOf(place, input);
  if (!wishes) return refuse('slot_unavailable', { reason: 'no_resource' });
  const survey = surveyOf(facts, place, range);
  const slots = audience === 'customer' ? slotsOf(facts, survey, range) : anywhere(start);
  const attempt: Attempt = { facts, survey, wishes, slots, input };
  const assigned = firstAssignment(attempt);
  return assigned ? { ok: true, value: planOf({ ...attempt, start }, assigned) } : refusalOf(attempt);
}

function anywhere(start: Instant): Slots {
  return { starts: [start], own: [] };
}

/** Null when a resource that is named cannot be part of the appointment here. */
function wishesOf(place: Place, { resourceId, resourceIds = [], audience }: DecideInput): Wish[] | null {
  const ids = new Set(resourceId ? [resourceId, ...resourceIds] : resourceIds);
  const wishes = [...ids].map((id) => wishFor(place, id, audience));
  return wishes.every((wish) => wish !== null) ? wishes : null;
}

/** All rules first; then, for a business that asks for it, each rule it may go past, the lesser one first. */
function firstAssignment(attempt: Attempt): Assigned[] | null {
  const { audience, ignoreHours, allowOverlap } = attempt.input;
  const strict = demandFor(attempt, { withHours: true, withBusy: true });
  const assigned = assignFrom(attempt, strict, strict);
  if (assigned || audience === 'customer') return assigned;
  const relaxed = [
    ignoreHours && { withHours: false, withBusy: true },
    allowOverlap && { withHours: true, withBusy: false },
    ignoreHours && allowOverlap && { withHours: false, withBusy: false },
  ];
  for (const rules of relaxed) {
    const found = rules && assignFrom(attempt, demandFor(attempt, rules), strict);
    if (found) return found;
  }
  return null;
}

function assignFrom({ survey: { place }, wishes, input }: Attempt, demand: Demand, strict: Demand): Assigned[] | null {
  const avoid = demand.eligible.map((bits, line) => without(bits, strict.eligible[line]!));
  const { keep = [], bookedMinutes = null } = input;
  return assign(place, demand, wishes, { keep, bookedMinutes, avoid });
}

function without(bits: Bits, what: Bits): Bits {
  const left = bits.slice();
  removeBits(left, what);
  return left;
}

function demandFor(
  { facts: { duration }, survey, slots }: Attempt,
  rules: { withHours: boolean; withBusy: boolean; oneUnit?: boolean },
): Demand {
  return demandAt(survey, eligibility(survey, slots, { starts: slots.starts, duration, ...rules }), 0);
}

/** Asks again with fewer rules to learn which one refused. */
function refusalOf(attempt: Attempt): Refusal<BookingRefusal> {
  const { wishes, input } = attempt;
  const onTheSpot = { ...attempt, slots: anywhere(input.start) };
  const can = (at: Attempt, withHours: boolean, withBusy: boolean, oneUnit = false) =>
    canAssign(demandFor(at, { withHours, withBusy, oneUnit }), wishes);
  if (!can(onTheSpot, false, false)) return refuse('slot_unavailable', { reason: 'no_resource' });
  const withHours = !(input.ignoreHours && input.audience === 'business');
  if (!can(onTheSpot, withHours, false)) return refuse('closed', {});
  if (!can(attempt, withHours, false)) return refuse('slot_unavailable', { reason: 'off_grid' });
  if (can(attempt, withHours, true, true)) return refuse('capacity', {});
  return refuse('slot_unavailable', { reason: 'busy' });
}

/** Between places and durations: the fewest rules gone past, then most kept, then the least booked, then their order. */
function bestOf(plans: readonly BookingPlan[], { schedule }: Prepared, { service, bookedMinutes = {} }: DecideInput) {
  if (plans.length === 1) return plans[0]!;
  const minutesOf = ({ claims }: BookingPlan) =>
    bookedMinutes[decidingClaim(schedule, service, claims)?.resource_id ?? ''] ?? 0;
  const ranked = plans.map((plan) => {
    const kept = plan.claims.filter(({ reason }) => reason === 'kept').length;
    return { plan, rank: [plan.overlaps.length, plan.warnings.length, -kept, minutesOf(plan)] };
  });
  const { plan } = ranked.reduce((a, b) => (isLess(b.rank, a.rank) ? b : a));
  // Of the only one with this duration there are others with another one.
  const isLeast = plans.every((other) => other === plan || minutesOf(plan) < minutesOf(other));
  const reason: AssignmentReason = isLeast ? 'least_booked' : 'stable_order';
  const decided = decidingClaim(schedule, service, plan.claims);
  const claims = plan.claims.map((claim) =>
    claim === decided && claim.reason === 'only_candidate' ? { ...claim, reason } : claim,
  );
  return { ...plan, claims };
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const differs = a.findIndex((value, index) => value !== b[index]);
  return differs >= 0 && a[differs]! < b[differs]!;
}

function finite(instant: Instant): Instant | null {
  return Number.isFinite(instant) ? instant : null;
}

function refuse(code: BookingRefusal, facts: Record<string, unknown>): Refusal<BookingRefusal> {
  return { ok: false, code, facts };
}
