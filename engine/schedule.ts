import type { Intervals, LocationRules, ResourceRules, ScheduleRules } from './types.ts';

/** The open time of a resource over some dates. Opaque outside the engine. */
export interface Openings {
  /** Maximal open pieces per start date, in date order; pieces of two dates may touch or overlap. Slot grids begin here. */
  pieces: readonly number[];
  /** The same time merged: what an appointment must lie in. */
  open: Intervals;
}

/** Rules made ready for many questions: indexed, with expanded hours remembered. Opaque; make it anew when rules change. */
export interface CompiledSchedule {
  rules: ScheduleRules;
  resources: ReadonlyMap<string, ResourceRules>;
  locations: ReadonlyMap<string, LocationRules>;
  /** Expanded hours by whose they are and which dates; emptied when it grows past `REMEMBERED`. */
  openings: Map<string, Openings>;
}

/** Accepted wherever rules are asked for. */
export type Schedule = ScheduleRules | CompiledSchedule;

/** Indexes the rules and lets later calls remember expanded hours. The rules must not be changed afterwards. */
export function compileSchedule(rules: ScheduleRules): CompiledSchedule {
  return {
    rules,
    resources: new Map(rules.resources.map((resource) => [resource.id, resource])),
    locations: new Map(rules.locations.map((location) => [location.id, location])),
    openings: new Map(),
  };
}

export function compiled(schedule: Schedule): CompiledSchedule {
  return 'openings' in schedule ? schedule : compileSchedule(schedule);
}

/** Looks up expanded hours, or expands and remembers them. */
export function remember(schedule: CompiledSchedule, key: string, expand: () => Openings): Openings {
  const known = schedule.openings.get(key);
  if (known) return known;
  // Emptied at once: a month of fresh look-ups costs less than the bookkeeping of a proper LRU would, always.
  if (schedule.openings.size >= REMEMBERED) schedule.openings.clear();
  const openings = expand();
  schedule.openings.set(key, openings);
  return openings;
}

const REMEMBERED = 2048;
