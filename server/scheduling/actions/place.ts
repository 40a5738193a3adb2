import type { BookingPlan } from '@smooth/engine/plan.ts';
import { type DecideInput, decideBooking } from '@smooth/engine/decide.ts';
import { addDays, weekdayOf } from '@smooth/engine/date.ts';
import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import { lastingFor, longestMinutes } from '@smooth/engine/terms.ts';
import type { BookingRefusal, Instant, Zone } from '@smooth/engine/types.ts';
import { localDateOf, startOfDay } from '@smooth/engine/zone.ts';
import { Refused } from '../../core/errors.ts';
import { send, sendAhead, type Tenant, type TenantDb } from '../../core/tenant/tenant.ts';
import { candidateIds, involvedIds } from '../queries/busy.ts';
import {
  bookedMinutes,
  type ClaimRow,
  claimsDuring,
  isLive,
  type LaneClaim,
  lockBusy,
  releaseHolds,
} from '../queries/claims.ts';
import { conflictSentence } from '../queries/conflict.ts';
import { nearestAlternatives } from '../queries/offers.ts';
import { type BookableService, type BusinessRules, readRulesIn, rulesVersion } from '../queries/rules.ts';
import { lanesFor } from '../rules/lanes.ts';
import { refusalText } from '../rules/words.ts';

/** The time that is wanted, by whom and with what. */
export interface Wanted {
  service_id: string;
  start: Instant;
  /** How long this one lasts, where that is not the duration of the service. */
  duration_minutes?: number | undefined;
  audience: 'customer' | 'business';
  /** Resources that must be part of it. */
  resource_ids?: readonly string[];
  /** Resources of the appointment or hold that is replaced: kept where they are free. */
  keep?: readonly string[];
  /** Appointments and holds whose claims do not count, because this takes their place. */
  ignore?: readonly string[];
  /** Lay it over what is taken or closed, on purpose. */
  allow_overlap?: boolean;
  /** The instant by which notice is judged: that of the hold, where one is honoured. */
  noticed_at?: Instant;
}

export interface Placed {
  rules: BusinessRules;
  service: BookableService;
  plan: BookingPlan;
  lanes: LaneClaim[];
  /** Something was overridden that needs a reason. */
  needs_reason: boolean;
}

/**
 * Finds room for a booking in this transaction: locks the resources in the order of ids, then judges by the very
 * predicate that lists, on the claims that are there. Every writer comes through here. Refuses with a typed code, to which
 * the nearest alternatives are added once the transaction is over.
 */
export async function place(tx: TenantDb, rules: BusinessRules, wanted: Wanted): Promise<Placed> {
  const service = lasting(serviceIn(rules, wanted.service_id), wanted.duration_minutes);
  const ids = involvedIds(rules, service, wanted.resource_ids);
  const { version, claims, booked } = await lockedFacts(tx, rules, { service, ids, start: wanted.start });
  if (version !== rules.version) return place(tx, await readRulesIn(tx), wanted);
  const counted = claims.filter(({ ref }) => !wanted.ignore?.includes(ref.id));
  const question: DecideInput = {
    rules: rules.schedule,
    service,
    busy: counted,
    now: wanted.noticed_at ?? tx.tenant.now,
    audience: wanted.audience,
    start: wanted.start,
    resourceIds: wanted.resource_ids ?? [],
    keep: wanted.keep ?? [],
    bookedMinutes: booked,
    allowOverlap: wanted.allow_overlap ?? false,
    ignoreHours: wanted.allow_overlap ?? false,
  };
  const decision = decideBooking(question);
  if (!decision.ok) throw refusal(tx.tenant, { wanted, rules, question, ...decision });
  const plan = decision.value;
  const overlapping = new Set(plan.overlaps.map(({ claim }) => claim.resource_id));
  const capacityOf = (id: string) => rules.resources.get(id)!.capacity;
  return {
    rules,
    service,
    plan,
    lanes: lanesFor(plan.claims, counted, { capacityOf, overlapping }),
    needs_reason: overlapping.size > 0 || plan.warnings.includes('closed') || plan.warnings.includes('outside_hours'),
  };
}

export function serviceIn(rules: BusinessRules, id: string): BookableService {
  const service = rules.services.get(id);
  if (!service?.is_active) throw new Refused('not_found', { detail: 'There is no such service.' });
  return service;
}

/** The service as one appointment has it whose length was changed. */
export const lasting = (service: BookableService, minutes: number | undefined): BookableService =>
  minutes === undefined ? service : lastingFor(service, minutes);

/** The zone of the place a service happens at. */
export function zoneOf(tenant: Tenant, rules: BusinessRules, service: BookableService): Zone {
  const resource = rules.resources.get(candidateIds(rules, service)[0] ?? '');
  const location = rules.locations.get(resource?.location_id ?? '') ?? rules.locations.values().next().value;
  return location?.time_zone ?? tenant.row.time_zone;
}

async function lockedFacts(
  tx: TenantDb,
  rules: BusinessRules,
  { service, ids, start }: { service: BookableService; ids: readonly string[]; start: Instant },
) {
  const week = weekOf(zoneOf(tx.tenant, rules, service), start);
  // With nobody to choose from there is nothing to be fair about.
  const fairness = ids.length > 1 ? [bookedMinutes({ resourceIds: ids, ...week })] : [];
  const [, [version], found, booked = []] = await send(
    tx,
    lockBusy(ids),
    rulesVersion,
    claimsDuring({ resourceIds: ids, ...reach(service, start) }),
    ...fairness,
  );
  const claims = found.filter((claim) => isLive(claim, tx.tenant.now));
  if (claims.length < found.length) release(tx, found);
  return {
    version: version!.version,
    claims,
    booked: Object.fromEntries(booked.map(({ resource_id, minutes }) => [resource_id, minutes])),
  };
}

/** Claims of holds that have run out stand in nobody's way, only in that of the constraint. */
function release(tx: TenantDb, found: readonly ClaimRow[]): void {
  const over = found.filter((claim) => !isLive(claim, tx.tenant.now));
  sendAhead(tx, releaseHolds([...new Set(over.map(({ ref }) => ref.id))]));
}

/**
 * As far as the claims of a start could reach: the widest padding of any line. A millisecond more takes in the claim that
 * ends just there, on which the grid after the previous appointment goes on.
 */
function reach(service: BookableService, start: Instant): { from: Instant; until: Instant } {
  const before = Math.max(
    service.padding_before_minutes,
    ...service.requires.map((line) => line.padding_before_minutes ?? 0),
  );
  const after = Math.max(
    service.padding_after_minutes,
    ...service.requires.map((line) => line.padding_after_minutes ?? 0),
  );
  return { from: start - before * MINUTE - 1, until: start + (longestMinutes(service) + after) * MINUTE };
}

/** The fairness window: the local week, Monday to Sunday, of the start. */
function weekOf(zone: Zone, start: Instant): { from: Instant; until: Instant } {
  const date = localDateOf(zone, start);
  const monday = addDays(date, 1 - weekdayOf(date));
  return { from: startOfDay(zone, monday), until: startOfDay(zone, addDays(monday, 7)) };
}

interface Refusal {
  wanted: Wanted;
  rules: BusinessRules;
  question: DecideInput;
  code: BookingRefusal;
  facts: Record<string, unknown>;
}

/** People of the business hear what stands in the way and by whom; others only what they may know. */
function refusal(tenant: Tenant, { wanted, rules, question, code, facts }: Refusal): Refused {
  const details = { detail: refusalText(code, facts), facts };
  if (code === 'policy_notice' && wanted.audience === 'business') return new Refused(code, details);
  return new Refused(code, details, async () => ({
    alternatives: (await nearestAlternatives(tenant, wanted)).map((start) => formatInstant(start)),
    ...(wanted.audience === 'business' && (await inWords(tenant, rules, question))),
  }));
}

async function inWords(tenant: Tenant, rules: BusinessRules, question: DecideInput) {
  const detail = await conflictSentence(tenant, rules, question);
  return detail && { detail, language: tenant.voice.language };
}
