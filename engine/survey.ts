import { type Bits, bitsOf, hasBit } from './bits.ts';
import { type BusyLookup, busyLookup, type BusyInput } from './busy.ts';
import type { Place } from './candidates.ts';
import { eligibleForLine, type Question, type ResourceFacts } from './eligibility.ts';
import { type GridRules, gridStarts, type Range, sortedUnique, startsAfter } from './grid.ts';
import { daysAround, openingsOf } from './hours.ts';
import { MINUTE } from './instant.ts';
import { normalise } from './intervals.ts';
import type { Demand } from './matching.ts';
import { type CompiledSchedule, compiled, type Openings, type Schedule } from './schedule.ts';
import type { Instant, ServiceRules } from './types.ts';
import { zoneTable } from './zone.ts';

/** `customer` is bound to grid, notice and window; `business` is not. */
export type Audience = 'customer' | 'business';

/** The facts every question about starts begins with. */
export interface Facts {
  rules: Schedule;
  service: ServiceRules;
  /** With padding in it. A map by resource saves the grouping; see `busyTimeline`. */
  busy: BusyInput;
  now: Instant;
  audience: Audience;
  /** The resource the asker wishes for; a customer's must fill a choosable line. */
  resourceId?: string | null;
  /** `ref` ids among a list of busy facts that do not count, such as the appointment being moved. */
  ignore?: readonly string[];
}

/** Facts brought into the form that all questions of one call share. */
export interface Prepared {
  schedule: CompiledSchedule;
  service: ServiceRules;
  audience: Audience;
  busy: BusyLookup;
  duration: number;
}

/** What is known about each resource of a place over a range of starts. */
export interface Survey {
  place: Place;
  openings: readonly Openings[];
  resources: readonly ResourceFacts[];
  grid: Pick<GridRules, 'zone' | 'step'>;
}

/** Starts of all slot grids. `own` tells, where resources have grids of their own, which are whose; several may be. */
export interface Slots {
  starts: readonly Instant[];
  own: readonly { members: Bits; starts: readonly Instant[] }[];
}

export function prepared({ rules, service, audience, busy, ignore }: Facts): Prepared {
  return {
    schedule: compiled(rules),
    service,
    audience,
    busy: busyLookup(busy, ignore),
    duration: service.duration_minutes * MINUTE,
  };
}

export function surveyOf({ schedule, busy, duration, service }: Prepared, place: Place, range: Range): Survey {
  const { location } = place;
  const days = daysAround(location, range.from, range.until + duration);
  const openings = place.resources.map((resource) => openingsOf(schedule, { location, resource }, days));
  return {
    place,
    openings,
    resources: place.resources.map((resource, index) => ({
      open: openings[index]!.open,
      busy: busy(resource?.id ?? ''),
      capacity: resource?.capacity ?? 0,
    })),
    grid: { zone: zoneTable(location.time_zone), step: service.slot_step_minutes * MINUTE },
  };
}

/** The slots of the first line's resources: the grid is theirs, the other lines follow. */
export function slotsOf({ service, audience }: Prepared, survey: Survey, range: Range): Slots {
  if (audience === 'business' || service.slot_anchor === 'clock') {
    // The clock is the same for all, so one grid over the time that any of them is open serves.
    const pieces = distinctPieces(survey);
    const open = pieces.length === 1 ? pieces[0]! : normalise(pieces.flat());
    return { starts: gridStarts(open, { ...survey.grid, anchor: 'clock' }, range), own: [] };
  }
  const own = ownGrids(service, survey, range);
  if (own.length === 1) return { starts: own[0]!.starts, own: [] };
  return { starts: sortedUnique(own.flatMap(({ starts }) => starts)), own };
}

/** Per line the set of eligible resources at each start, words side by side. */
export function eligibility({ place, resources }: Survey, slots: Slots, question: Question): Bits[] {
  const masks = place.lines.map((line) => eligibleForLine(line, resources, question));
  keepOnGrid(masks[0]!, slots);
  return masks;
}

/** The demand at the start with this index. */
export function demandAt({ place: { lines } }: Survey, masks: readonly Bits[], index: number): Demand {
  return {
    eligible: lines.map(({ members: { length } }, line) => masks[line]!.subarray(index * length, (index + 1) * length)),
    quantities: lines.map(({ quantity }) => quantity),
  };
}

function firstLineResources({ place }: Survey): number[] {
  return [...place.resources.keys()].filter((index) => hasBit(place.lines[0]!.members, index));
}

function distinctPieces(survey: Survey): (readonly Instant[])[] {
  const distinct: (readonly Instant[])[] = [];
  for (const index of firstLineResources(survey)) {
    const { pieces } = survey.openings[index]!;
    if (!distinct.some((known) => isSame(known, pieces))) distinct.push(pieces);
  }
  return distinct;
}

/** One grid per distinct set of openings; with `previous` also one per resource, for bookings differ. */
function ownGrids(service: ServiceRules, survey: Survey, range: Range): Slots['own'] {
  const rules: GridRules = { ...survey.grid, anchor: 'opening' };
  const { before, members: all } = survey.place.lines[0]!;
  const indices = firstLineResources(survey);
  const grids = distinctPieces(survey).map((pieces) => {
    const sharers = indices.filter((index) => isSame(survey.openings[index]!.pieces, pieces));
    return { members: bitsOf(sharers, all.length), starts: gridStarts(pieces, rules, range) };
  });
  if (service.slot_anchor !== 'previous') return grids;
  const after = indices.map((index) => ({
    members: bitsOf([index], all.length),
    starts: startsAfter(survey.resources[index]!.busy, before, range),
  }));
  return [...grids, ...after];
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

/** Takes from the first line, at each start, the resources that have it on none of their grids. */
function keepOnGrid(masks: Bits, { starts, own }: Slots): void {
  if (own.length === 0) return;
  const words = masks.length / starts.length;
  const onGrid = new Uint32Array(masks.length);
  for (const grid of own) {
    for (let at = 0, index = 0; at < grid.starts.length; at++) {
      while (starts[index]! < grid.starts[at]!) index++;
      for (let word = 0; word < words; word++) onGrid[index * words + word]! |= grid.members[word]!;
    }
  }
  for (let word = 0; word < masks.length; word++) masks[word]! &= onGrid[word]!;
}
