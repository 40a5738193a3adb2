import { normalise, subtract } from '@smooth/engine/intervals.ts';
import type { ClaimPlan, Instant } from '@smooth/engine/types.ts';

export interface Taken {
  resource_id: string;
  lane: number;
  start: Instant;
  end: Instant;
}

export interface LanePiece extends Taken {
  exclusive: boolean;
}

/**
 * Puts each claim on lanes of its resource, one per unit, below its capacity. Where no lane is free for the whole time
 * although the peak leaves room, the claim changes lanes at the edges of the others: at every instant enough are free.
 * Claims that overlap on purpose (`overlapping` resources) stand outside the constraint.
 */
export function lanesFor(
  claims: readonly ClaimPlan[],
  taken: readonly Taken[],
  { capacityOf, overlapping }: { capacityOf: (resourceId: string) => number; overlapping: ReadonlySet<string> },
): LanePiece[] {
  return claims.flatMap((claim) => {
    const { resource_id, units } = claim;
    const exclusive = !overlapping.has(resource_id);
    const piece =
      ([start, end]: Span) =>
      (lane: number) => ({ resource_id, exclusive, lane, start, end });
    const all: Span = [claim.start, claim.end];
    if (!exclusive) return Array.from({ length: units }, (_, lane) => lane).map(piece(all));
    const others = taken.filter(
      (other) => other.resource_id === resource_id && other.start < claim.end && other.end > claim.start,
    );
    const capacity = capacityOf(resource_id);
    const whole = freeLanes(others, all, capacity);
    if (whole.length >= units) return whole.slice(0, units).map(piece(all));
    return stretchesOf(claim, others).flatMap((span) =>
      freeLanes(others, span, capacity).slice(0, units).map(piece(span)),
    );
  });
}

type Span = readonly [start: Instant, end: Instant];

function freeLanes(others: readonly Taken[], [start, end]: Span, capacity: number): number[] {
  const used = new Set(others.filter((other) => other.start < end && other.end > start).map(({ lane }) => lane));
  return Array.from({ length: capacity }, (_, lane) => lane).filter((lane) => !used.has(lane));
}

/** The claim cut at the edges of the others, between which nothing changes. */
function stretchesOf(claim: ClaimPlan, others: readonly Taken[]): Span[] {
  const inside = others
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => edge > claim.start && edge < claim.end);
  const edges = [...new Set([claim.start, ...inside, claim.end])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((start, index) => [start, edges[index + 1]!]);
}

/** What is left of some claims where others do not lie over them on the same lane. */
export function without<Claim extends Taken>(claims: readonly Claim[], others: readonly Taken[]): Claim[] {
  return claims.flatMap((claim) => {
    const over = others.filter(({ resource_id, lane }) => resource_id === claim.resource_id && lane === claim.lane);
    const left = subtract([claim.start, claim.end], normalise(over.flatMap(({ start, end }) => [start, end])));
    return Array.from({ length: left.length / 2 }, (_, index) => ({
      ...claim,
      start: left[2 * index]!,
      end: left[2 * index + 1]!,
    }));
  });
}
