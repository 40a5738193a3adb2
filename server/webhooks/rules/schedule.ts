import { DAY, HOUR, MINUTE, SECOND } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';

/** Between the tries of one delivery: 49.6 hours until the tenth, the last one comes when the time is over. */
const GAPS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 18 * HOUR];

export const KEEP_TRYING_MS = 3 * DAY;
export const DISABLE_AFTER_MS = 5 * DAY;

/** A tenth more or less by chance, so that what failed together does not come back together. */
const spread = (gap: number, chance: number): number => Math.round(gap * (0.9 + 0.2 * chance));

export interface Tried {
  now: Instant;
  /** So far, this one included. */
  tries: number;
  give_up_at: Instant;
  /** 0 to 1. */
  chance: number;
}

/** When a delivery that failed is tried again; null when it is given up. */
export function nextTry({ now, tries, give_up_at, chance }: Tried): Instant | null {
  if (now >= give_up_at) return null;
  return Math.min(now + spread(GAPS[tries - 1] ?? DAY, chance), give_up_at);
}

const LONGEST_REST_MS = 5 * MINUTE;

/** For how long a webhook is left alone after so many failures in a row, whatever waits for it. */
export const restAfter = (failures: number, chance: number): number =>
  spread(Math.min(10 * SECOND * 2 ** (failures - 1), LONGEST_REST_MS), chance);

export const isToBeDisabled = (failing_since: Instant, now: Instant): boolean =>
  now - failing_since >= DISABLE_AFTER_MS;
