import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import type { Bearer, Usage } from '../../core/http/credential.ts';

const WINDOW_SECONDS = 60;

/** Counts the requests of tokens, each against its own limit. Every process counts for itself. */
export function countedRequests(): (bearer: Bearer) => Promise<Usage> {
  /** One limiter for each limit that somebody has; a changed limit begins anew. */
  const limiters = new Map<number, RateLimiterMemory>();
  const limiterOf = (points: number): RateLimiterMemory => {
    const known = limiters.get(points) ?? new RateLimiterMemory({ points, duration: WINDOW_SECONDS });
    limiters.set(points, known);
    return known;
  };
  return async ({ token_id, requests_per_minute: allowed }) => {
    const counted = await limiterOf(allowed)
      .consume(token_id)
      .catch((refused: RateLimiterRes) => refused);
    return {
      allowed,
      left: Math.max(0, allowed - counted.consumedPoints),
      window_seconds: WINDOW_SECONDS,
      reset_seconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)),
      is_exceeded: counted.consumedPoints > allowed,
    };
  };
}
