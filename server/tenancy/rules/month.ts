import type { Instant } from '@smooth/engine/types.ts';

/** When the month of an instant begins, in UTC. */
export function monthBegins(now: Instant): Instant {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

function monthEnds(now: Instant): Instant {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
}

/** The ids (UUID version 7) between which all those of a month lie. */
export const monthOf = (now: Instant) => ({ from: lowestId(monthBegins(now)), until: lowestId(monthEnds(now)) });

function lowestId(at: Instant): string {
  const hex = at.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
