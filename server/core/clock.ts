import type { Instant } from '@smooth/engine/types.ts';

/** Where the time comes from; the only other place that asks for it is the database launcher. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = { now: () => Date.now() };
