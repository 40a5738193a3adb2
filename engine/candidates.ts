import { type Bits, clearBit, hasBit, setBit, wordsFor } from './bits.ts';
import { MINUTE } from './instant.ts';
import { type CompiledSchedule, compiled, type Schedule } from './schedule.ts';
import type { LocationRules, RequirementLine, ResourceRules, ServiceRules } from './types.ts';

/** The active resources that may fill a line: those listed, or else all of its type; in the order of the rules. */
export function candidatesFor(rules: Schedule, line: RequirementLine): ResourceRules[] {
  const { resources } = compiled(rules);
  if (line.resource_ids.length === 0) {
    return [...resources.values()].filter(({ type, is_active }) => is_active && type === line.type);
  }
  return [...resources.values()].filter(({ id, is_active }) => is_active && line.resource_ids.includes(id));
}

/** One location at which the service could take place; an appointment never spreads over two. */
export interface Place {
  location: LocationRules;
  /** Null stands for the location itself, where a service needs no resource. */
  resources: readonly (ResourceRules | null)[];
  lines: readonly PlaceLine[];
}

/** A requirement line, with its paddings in milliseconds, and the resources of this place that may fill it. */
export interface PlaceLine {
  id: string;
  members: Bits;
  quantity: number;
  units: number;
  before: number;
  after: number;
  isChoosable: boolean;
}

/** The places with a candidate for the first line, in the order of the rules. */
export function placesFor(schedule: CompiledSchedule, service: ServiceRules): Place[] {
  if (service.requires.length === 0) return schedule.rules.locations.slice(0, 1).map(bareLocation);
  const candidates = service.requires.map((line) => new Set(candidatesFor(schedule, line)));
  const places: Place[] = [];
  for (const location of schedule.locations.values()) {
    const isHere = ({ location_id }: ResourceRules) => location_id === location.id;
    if (![...candidates[0]!].some(isHere)) continue;
    const resources = schedule.rules.resources.filter((one) => isHere(one) && candidates.some((set) => set.has(one)));
    const lines = service.requires.map((line, index) => {
      const members = new Uint32Array(wordsFor(resources.length));
      resources.forEach((resource, bit) => candidates[index]!.has(resource) && setBit(members, bit));
      return placeLine(service, line, members);
    });
    places.push({ location, resources, lines });
  }
  return places;
}

/** A customer's or colleague's wish for one resource, and the lines it may fill. */
export interface Wish {
  resource: number;
  lines: readonly number[];
}

/** Null when the resource can fill no line it may be wished for. */
export function wishFor(place: Place, resourceId: string, audience: 'customer' | 'business'): Wish | null {
  const resource = place.resources.findIndex((one) => one?.id === resourceId);
  if (resource < 0) return null;
  const lines = place.lines.flatMap(({ members, isChoosable, quantity }, line) =>
    quantity > 0 && hasBit(members, resource) && (isChoosable || audience === 'business') ? [line] : [],
  );
  return lines.length > 0 ? { resource, lines } : null;
}

/** When a wish leaves only one place in one line, the line is narrowed to it and nothing is left to wish for. */
export function narrowed(place: Place, wish: Wish): Place | null {
  const [only, ...others] = wish.lines;
  if (others.length > 0 || place.lines[only!]!.quantity !== 1) return null;
  const lines = place.lines.map((line, index) => {
    const members = index === only ? new Uint32Array(line.members.length) : line.members.slice();
    if (index === only) setBit(members, wish.resource);
    else clearBit(members, wish.resource);
    return { ...line, members };
  });
  return { ...place, lines };
}

/** The line whose resource the customer sees and chooses: the first choosable, or else the first. */
export function shownLine({ lines }: Place): number {
  return Math.max(
    0,
    lines.findIndex(({ isChoosable }) => isChoosable),
  );
}

function placeLine(service: ServiceRules, line: RequirementLine, members: Bits): PlaceLine {
  return {
    id: line.id,
    members,
    quantity: line.quantity,
    units: line.units,
    before: (line.padding_before_minutes ?? service.padding_before_minutes) * MINUTE,
    after: (line.padding_after_minutes ?? service.padding_after_minutes) * MINUTE,
    isChoosable: line.is_choosable,
  };
}

function bareLocation(location: LocationRules): Place {
  const line = { id: '', members: Uint32Array.of(1), quantity: 1, units: 0, before: 0, after: 0, isChoosable: false };
  return { location, resources: [null], lines: [line] };
}
