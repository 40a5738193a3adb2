import type { Ground } from './ground.ts';

/** A call of one route; see `sampleCalls`. */
export interface SampleCall {
  /** The call where it is about something of the asker's own, which nobody else has: made once they are signed in. */
  own?: (asker: { userId: string; host: string }) => Promise<SampleCall>;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: Record<string, unknown>;
}
export type Sample = (ground: Ground) => SampleCall | Promise<SampleCall>;
