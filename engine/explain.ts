import { hasBit } from './bits.ts';
import { candidatesFor, type Place, type PlaceLine, placesFor } from './candidates.ts';
import { type DecideInput, decideAt, decideBooking } from './decide.ts';
import { closuresDuring, timeOffDuring, uncutOpenings } from './hours.ts';
import { MINUTE } from './instant.ts';
import { contains } from './intervals.ts';
import { busyDuring, fits } from './plan.ts';
import { noticeFrom, windowRange } from './policy.ts';
import { type Prepared, prepared, type Slots, slotsOf, type Survey, surveyOf } from './survey.ts';
import { variantsOf } from './terms.ts';
import type { BookingRefusal, Instant, ServiceRules } from './types.ts';

/** What one rule says. A check that failed but does not bind is a warning at most. */
export interface Check {
  rule:
    | 'notice'
    | 'window'
    | 'inactive'
    | 'hours'
    | 'closure'
    | 'time_off'
    | 'grid'
    | 'busy'
    | 'capacity'
    /** Whether every line finds a resource of its own, with all wishes granted. */
    | 'assignment';
  ok: boolean;
  binds: boolean;
  location_id?: string;
  line_id?: string;
  resource_id?: string;
  blocker?: Blocker;
  facts?: Record<string, unknown>;
}

/** What stands in the way. `busy` is a busy fact without a `ref`; its `id` is null. */
export interface Blocker {
  kind: 'appointment' | 'class' | 'hold' | 'external' | 'busy' | 'closure' | 'time_off';
  id: string | null;
  start: Instant;
  end: Instant;
}

export interface Explanation {
  bookable: boolean;
  /** Null when bookable. */
  code: BookingRefusal | null;
  checks: Check[];
}

/**
 * Each rule with pass or fail for one start: per place, per requirement line, per resource. `bookable` is the answer
 * of `decideBooking` itself, and when it is false at least one binding check has failed.
 */
export function explain(input: DecideInput): Explanation {
  const decision = decideBooking(input);
  const facts = prepared(input);
  const isCustomer = input.audience === 'customer';
  const earliest = noticeFrom(input.service, input.now);
  const checks: Check[] = [
    { rule: 'notice', ok: input.start >= earliest, binds: isCustomer, facts: { earliest } },
    ...inactiveChecks(facts),
    ...unequal(variantsOf(facts.schedule, input.service).flatMap((service) => variantChecks(facts, input, service))),
  ];
  if (!checks.some(({ rule }) => rule === 'assignment')) checks.push({ rule: 'assignment', ok: false, binds: true });
  return { bookable: decision.ok, code: decision.ok ? null : decision.code, checks };
}

function variantChecks(facts: Prepared, input: DecideInput, service: ServiceRules): Check[] {
  const lasting = { ...facts, service, duration: service.duration_minutes * MINUTE };
  return placesFor(facts.schedule, service).flatMap((place) => placeChecks(lasting, input, place));
}

/** What is judged with several durations and comes out the same is told once. */
function unequal(checks: readonly Check[]): Check[] {
  const byText = new Map(checks.map((check) => [JSON.stringify(check), check]));
  return byText.size === checks.length ? [...checks] : [...byText.values()];
}

/** Resources that would fill a line if they were active. They do not bind: others may stand in. */
function inactiveChecks({ schedule, service }: Prepared): Check[] {
  const all = { ...schedule.rules, resources: schedule.rules.resources.map((one) => ({ ...one, is_active: true })) };
  return service.requires.flatMap((line) =>
    candidatesFor(all, line)
      .filter(({ id }) => schedule.resources.get(id)?.is_active === false)
      .map(({ id }): Check => ({ rule: 'inactive', ok: false, binds: false, line_id: line.id, resource_id: id })),
  );
}

function placeChecks(facts: Prepared, input: DecideInput, place: Place): Check[] {
  const { start, audience } = input;
  const location_id = place.location.id;
  const range = { from: start, until: start + 1 };
  const window = windowRange(input.service, place.location.time_zone, input.now);
  const survey = surveyOf(facts, place, range);
  const slots = audience === 'customer' ? slotsOf(facts, survey, range) : null;
  const checks = place.lines.flatMap((line, at) => lineChecks({ facts, input, survey }, line, at === 0 ? slots : null));
  return [
    { rule: 'window', ok: start >= window.from && start < window.until, binds: audience === 'customer', location_id },
    ...checks.map((check) => ({ ...check, location_id })),
    { rule: 'assignment', ok: decideAt(facts, input, place).ok, binds: true, location_id },
  ];
}

interface Asked {
  facts: Prepared;
  input: DecideInput;
  survey: Survey;
}

function lineChecks(asked: Asked, line: PlaceLine, slots: Slots | null): Check[] {
  return asked.survey.place.resources.flatMap((resource, index) => {
    if (!hasBit(line.members, index)) return [];
    const hours = hoursChecks(asked, index);
    const checks = [...hours, ...busyChecks(asked, line, index)];
    // Where nothing is open there is no grid to be on.
    if (slots && hours.every(({ ok }) => ok)) {
      checks.push({ rule: 'grid', ok: isOnGrid(slots, index, asked.input.start), binds: true });
    }
    const whose = resource ? { line_id: line.id, resource_id: resource.id } : {};
    return checks.map((check) => ({ ...check, ...whose }));
  });
}

/** The hours by themselves first, then what is taken away from them. */
function hoursChecks({ facts, input, survey: { place } }: Asked, index: number): Check[] {
  const owner = { location: place.location, resource: place.resources[index]! };
  const [start, end] = [input.start, input.start + facts.duration];
  const binds = !(input.audience === 'business' && input.ignoreHours);
  const closure = closuresDuring(facts.schedule, owner, start, end)[0];
  const off = timeOffDuring(owner, start, end)[0];
  return [
    { rule: 'hours', ok: contains(uncutOpenings(facts.schedule, owner, start, end), start, end), binds },
    {
      rule: 'closure',
      ok: !closure,
      binds,
      ...(closure && { blocker: { kind: 'closure' as const, ...bounds(closure) } }),
    },
    { rule: 'time_off', ok: !off, binds, ...(off && { blocker: { kind: 'time_off' as const, ...bounds(off) } }) },
  ];
}

function busyChecks({ facts, input, survey }: Asked, line: PlaceLine, index: number): Check[] {
  const resource = survey.place.resources[index];
  if (!resource) return [];
  const { before, after, units } = line;
  const claim = {
    resource_id: resource.id,
    start: input.start - before,
    end: input.start + facts.duration + after,
    units,
  };
  const binds = !(input.audience === 'business' && input.allowOverlap);
  const { capacity } = resource;
  const ok = units <= capacity && fits(survey.resources[index]!, claim);
  const fact = ok ? undefined : busyDuring(input, claim)[0];
  const blocker = fact && {
    kind: fact.ref?.kind ?? ('busy' as const),
    ...bounds({ ...fact, id: fact.ref?.id ?? null }),
  };
  return [
    { rule: 'capacity', ok: units <= capacity, binds, facts: { units, capacity } },
    { rule: 'busy', ok, binds, facts: { start: claim.start, end: claim.end }, ...(blocker && { blocker }) },
  ];
}

function bounds<Id>({ id, start, end }: { id: Id; start: Instant; end: Instant }) {
  return { id, start, end };
}

/** A slot list over one instant has that instant or nothing. */
function isOnGrid({ starts, own }: Slots, index: number, start: Instant): boolean {
  if (own.length === 0) return starts.includes(start);
  return own.some((grid) => hasBit(grid.members, index) && grid.starts.includes(start));
}
