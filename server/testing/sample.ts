import type { Ground } from './ground.ts';

/** A call of one route; see `sampleCalls`. */
export interface SampleCall {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}
export type Sample = (ground: Ground) => SampleCall | Promise<SampleCall>;
