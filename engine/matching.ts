import { addBits, type Bits, clearBit, countBits, removeBits } from './bits.ts';

/** What is asked at one start: per line which resources are eligible, and how many different ones it takes. */
export interface Demand {
  eligible: readonly Bits[];
  quantities: readonly number[];
}

/**
 * Whether every line can be filled with its own resources: Hall's condition ("On Representatives of Subsets", 1935).
 * Together, any group of lines must have as many eligible resources as it takes.
 */
export function isFeasible(demand: Demand): boolean {
  return everyGroup(demand, ({ slack }) => slack >= 0);
}

/**
 * The resources that can fill `line` so that the others can still be filled. Empty when the demand is not feasible.
 * A resource is lost to the line exactly when a group of other lines needs every resource it has, that one included.
 */
export function usableFor(demand: Demand, line: number): Bits {
  const usable = demand.eligible[line]!.slice();
  const feasible = everyGroup(demand, ({ lines, slack, resources }) => {
    if (slack === 0 && (lines & (1 << line)) === 0) removeBits(usable, resources);
    return slack >= 0;
  });
  if (!feasible || demand.quantities[line] === 0) usable.fill(0);
  return usable;
}

/** What is still asked once `resource` fills one place of `line`. */
export function afterPlacing(demand: Demand, line: number, resource: number): Demand {
  return {
    eligible: demand.eligible.map((bits) => {
      const left = bits.slice();
      clearBit(left, resource);
      return left;
    }),
    quantities: demand.quantities.map((quantity, index) => (index === line ? quantity - 1 : quantity)),
  };
}

interface Group {
  /** The lines of the group, as a bit set. */
  lines: number;
  resources: Bits;
  /** Eligible resources beyond what the group takes. */
  slack: number;
}

/** Groups grow as 2^lines; a service with more lines than this is a mistake, refused before it gets here. */
export const MAX_LINES = 12;

function everyGroup({ eligible, quantities }: Demand, holds: (group: Group) => boolean): boolean {
  if (eligible.length > MAX_LINES) throw new RangeError(`A service has at most ${MAX_LINES} requirement lines`);
  const resources = new Uint32Array(eligible[0]?.length ?? 1);
  for (let lines = 1; lines < 1 << eligible.length; lines++) {
    resources.fill(0);
    let taken = 0;
    for (let line = 0; line < eligible.length; line++) {
      if ((lines & (1 << line)) === 0) continue;
      addBits(resources, eligible[line]!);
      taken += quantities[line]!;
    }
    if (taken > 0 && !holds({ lines, resources, slack: countBits(resources) - taken })) return false;
  }
  return true;
}
