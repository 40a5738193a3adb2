import { firstEndingAfter } from './busy.ts';
import type { Assigned } from './assignment.ts';
import type { Place } from './candidates.ts';
import type { ResourceFacts } from './eligibility.ts';
import { closuresDuring } from './hours.ts';
import { contains } from './intervals.ts';
import { noticeFrom, windowRange } from './policy.ts';
import type { Facts, Prepared, Survey } from './survey.ts';
import type { Busy, ClaimPlan, Instant } from './types.ts';

export type BookingWarning = 'notice' | 'window' | 'closed' | 'outside_hours';

export interface PlanInput {
  facts: Prepared;
  survey: Survey;
  input: Facts;
  start: Instant;
}

export interface BookingPlan {
  start: Instant;
  end: Instant;
  /** The place: all resources of one appointment belong to one location. */
  location_id: string;
  /** Empty for a service that needs no resource. */
  claims: ClaimPlan[];
  /** Claims that would not fit without `allowOverlap`. `with` is empty where busy facts came as timelines. */
  overlaps: { claim: ClaimPlan; with: Busy[] }[];
  /** Rules that bind customers and that the business goes past. */
  warnings: BookingWarning[];
}

/** The claims an assignment needs, with what it lays itself over. */
export function planOf({ facts, survey, input, start }: PlanInput, assigned: readonly Assigned[]): BookingPlan {
  const { place, resources } = survey;
  const end = start + facts.duration;
  const real = assigned.filter(({ resource }) => place.resources[resource] !== null);
  const claims = real.map((one) => claimOf(place, one, start, end));
  const overlapping = claims.filter((claim, index) => !fits(resources[real[index]!.resource]!, claim));
  const warnings = policyWarnings(input, place, start);
  if (!assigned.every(({ resource }) => contains(resources[resource]!.open, start, end))) {
    const closures = closuresDuring(facts.schedule, { location: place.location, resource: null }, start, end);
    warnings.push(closures.length > 0 ? 'closed' : 'outside_hours');
  }
  return {
    start,
    end,
    location_id: place.location.id,
    claims,
    overlaps: overlapping.map((claim) => ({ claim, with: busyDuring(input, claim) })),
    warnings,
  };
}

function claimOf(place: Place, { line, resource, reason }: Assigned, start: Instant, end: Instant): ClaimPlan {
  const { id, before, after, units } = place.lines[line]!;
  const resource_id = place.resources[resource]!.id;
  return { line_id: id, resource_id, start: start - before, end: end + after, units, reason };
}

/** What a claim takes, before anyone is chosen for a reason. */
type ClaimNeed = Pick<ClaimPlan, 'resource_id' | 'start' | 'end' | 'units'>;

/** Exact also where the facts came as a timeline, whose steps are summed units. */
export function fits({ busy, capacity }: Pick<ResourceFacts, 'busy' | 'capacity'>, claim: ClaimNeed): boolean {
  for (let at = firstEndingAfter(busy, claim.start); at < busy.length && busy[at]! < claim.end; at += 3) {
    if (busy[at + 2]! + claim.units > capacity) return false;
  }
  return claim.units <= capacity;
}

/** The busy facts that share time with a claim, as far as they came as a list. */
export function busyDuring({ busy, ignore = [] }: Facts, { resource_id, start, end }: ClaimNeed): Busy[] {
  if (!Array.isArray(busy)) return [];
  return (busy as readonly Busy[]).filter(
    (fact) =>
      fact.resource_id === resource_id && fact.start < end && fact.end > start && !ignore.includes(fact.ref?.id ?? ''),
  );
}

function policyWarnings({ service, now }: Facts, { location }: Place, start: Instant): BookingWarning[] {
  const window = windowRange(service, location.time_zone, now);
  const warnings: BookingWarning[] = [];
  if (start < noticeFrom(service, now)) warnings.push('notice');
  if (start < window.from || start >= window.until) warnings.push('window');
  return warnings;
}
