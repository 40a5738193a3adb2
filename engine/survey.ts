import { type Bits, hasBit, setBit } from './bits.ts';
import { type BusyLookup, busyLookup, type BusyInput } from './busy.ts';
import type { Place } from './candidates.ts';
import { eligibleForLine, type Question, type ResourceFacts } from './eligibility.ts';
import { type GridRules, gridStarts, type Range, sortedUnique, startsAfter } from './grid.ts';
import { daysAround, openingsOf } from './hours.ts';
import { MINUTE } from './instant.ts';
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

/** Starts of the slot grid. `own` tells, where resources have grids of their own, which starts are on whose. */
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
    const pieces = new Set(firstLineResources(survey).map((index) => survey.openings[index]!.pieces));
    const rules: GridRules = { ...survey.grid, anchor: 'clock' };
    return { starts: sortedUnique([...pieces].flatMap((open) => gridStarts(open, rules, range))), own: [] };
  }
  const own = ownGrids(service, survey, range);
  if (own.length === 1) return { starts: own[0]!.starts, own: [] };
  return { starts: sortedUnique(own.flatMap(({ starts }) => starts)), own };
}

/** Per line the set of eligible resources at each start, words side by side. */
export function eligibility({ place, resources }: Survey, slots: Slots, question: Question): Bits[] {
  const masks = place.lines.map((line) => eligibleForLine(line, resources, question));
  for (const { members, starts } of slots.own) keepOnGrid(masks[0]!, members, starts, slots.starts);
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

/** One grid per distinct set of openings; with `previous`, one per resource, for bookings differ. */
function ownGrids(service: ServiceRules, survey: Survey, range: Range): Slots['own'] {
  const { before, members: all } = survey.place.lines[0]!;
  const rules: GridRules = { ...survey.grid, anchor: 'opening' };
  const grids: { pieces: readonly Instant[]; members: Bits; starts: readonly Instant[] }[] = [];
  for (const index of firstLineResources(survey)) {
    const { pieces } = survey.openings[index]!;
    let grid = service.slot_anchor === 'previous' ? undefined : grids.find((known) => isSame(known.pieces, pieces));
    if (!grid) {
      let starts = gridStarts(pieces, rules, range);
      if (service.slot_anchor === 'previous') {
        starts = sortedUnique([...starts, ...startsAfter(survey.resources[index]!.busy, before, range)]);
      }
      grids.push((grid = { pieces, members: new Uint32Array(all.length), starts }));
    }
    setBit(grid.members, index);
  }
  return grids;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}

function keepOnGrid(masks: Bits, members: Bits, own: readonly Instant[], starts: readonly Instant[]): void {
  const words = members.length;
  for (let index = 0, at = 0; index < starts.length; index++) {
    while (at < own.length && own[at]! < starts[index]!) at++;
    if (own[at] === starts[index]) continue;
    for (let word = 0; word < words; word++) masks[index * words + word]! &= ~members[word]!;
  }
}
