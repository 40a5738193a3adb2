import { type Bits, countBits, hasBit, membersOf } from './bits.ts';
import type { Place, Wish } from './candidates.ts';
import { afterPlacing, type Demand, isFeasible, usableFor } from './matching.ts';
import type { AssignmentReason } from './types.ts';

/** One resource for one place of a line; both are indices into the place. */
export interface Assigned {
  line: number;
  resource: number;
  reason: AssignmentReason;
}

/** What a choice among the eligible goes by, after wishes. */
export interface Preferences {
  /** Ids of the resources the appointment has; they stay where they can. */
  keep: readonly string[];
  /** Minutes already booked in the fairness window, by resource id; who has least goes first, then the lower id. */
  bookedMinutes: Readonly<Record<string, number>> | null;
  /** Per line, what a business that overrides rules would rather not take; taken only when nothing else is left. */
  avoid: readonly Bits[];
}

/**
 * Fills every line, or null when that cannot be done with all wishes. Wishes are musts; of the resources to keep as
 * many as possible stay; then line by line the best candidate that still lets the other lines be filled.
 */
export function assign(
  place: Place,
  demand: Demand,
  wishes: readonly Wish[],
  preferences: Preferences,
): Assigned[] | null {
  const musts: Must[] = wishes.map((wish) => ({ ...wish, reason: 'chosen' }));
  let seated = seatAll({ demand, assigned: [] }, musts);
  if (!seated) return null;
  for (const wish of keepable(place, wishes, preferences.keep)) {
    const withKept = seatAll({ demand, assigned: [] }, [...musts, { ...wish, reason: 'kept' }]);
    if (!withKept) continue;
    musts.push({ ...wish, reason: 'kept' });
    seated = withKept;
  }
  return fillUp(place, demand, seated, preferences);
}

/** Whether every line can be filled with all wishes granted. */
export function canAssign(demand: Demand, wishes: readonly Wish[]): boolean {
  return (
    seatAll(
      { demand, assigned: [] },
      wishes.map((wish) => ({ ...wish, reason: 'chosen' })),
    ) !== null
  );
}

/** A wish that is granted or the whole fails, with the reason it goes down under. */
type Must = Wish & { reason: AssignmentReason };

interface Seated {
  /** What is still to fill. */
  demand: Demand;
  assigned: readonly Assigned[];
}

/** Gives each wish a line, with backtracking: a resource that fits two lines may have to leave one to another wish. */
function seatAll(seated: Seated, musts: readonly Must[]): Seated | null {
  const [must, ...others] = musts;
  if (!must) return isFeasible(seated.demand) ? seated : null;
  for (const line of must.lines) {
    if (!hasBit(usableFor(seated.demand, line), must.resource)) continue;
    const next = seatAll(seat(seated, { line, resource: must.resource, reason: must.reason }), others);
    if (next) return next;
  }
  return null;
}

function seat({ demand, assigned }: Seated, next: Assigned): Seated {
  return { demand: afterPlacing(demand, next.line, next.resource), assigned: [...assigned, next] };
}

function keepable({ resources, lines }: Place, wishes: readonly Wish[], keep: readonly string[]): Wish[] {
  return keep.flatMap((id) => {
    const resource = resources.findIndex((one) => one?.id === id);
    if (resource < 0 || wishes.some((wish) => wish.resource === resource)) return [];
    return [{ resource, lines: lines.flatMap(({ members }, line) => (hasBit(members, resource) ? [line] : [])) }];
  });
}

function fillUp(place: Place, whole: Demand, seated: Seated, preferences: Preferences): Assigned[] {
  let current = seated;
  for (let line = 0; line < place.lines.length; line++) {
    const isOnlyOne = countBits(usableFor(whole, line)) <= whole.quantities[line]!;
    while (current.demand.quantities[line]! > 0) {
      const { resource, reason } = best(place, line, usableFor(current.demand, line), preferences);
      current = seat(current, { line, resource, reason: isOnlyOne ? 'only_candidate' : reason });
    }
  }
  return current.assigned.toSorted((a, b) => a.line - b.line);
}

function best(place: Place, line: number, usable: Bits, { bookedMinutes, avoid }: Preferences) {
  const ranked = membersOf(usable, [...place.resources.keys()]).map((resource) => {
    const id = place.resources[resource]?.id ?? '';
    return { resource, id, avoided: Number(hasBit(avoid[line]!, resource)), minutes: bookedMinutes?.[id] ?? 0 };
  });
  ranked.sort((a, b) => a.avoided - b.avoided || a.minutes - b.minutes || (a.id < b.id ? -1 : 1));
  const [first, second] = ranked;
  const isLeastBooked = second !== undefined && second.avoided === first!.avoided && first!.minutes < second.minutes;
  const reason: AssignmentReason = isLeastBooked ? 'least_booked' : 'stable_order';
  return { resource: first!.resource, reason };
}
