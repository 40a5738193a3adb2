import type { FastifyRequest } from 'fastify';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Refused } from '../core/errors.ts';

/** Refuses an address that books and holds faster than people do. */
export function floodGuard(attemptsPerMinute: number): (request: FastifyRequest) => Promise<void> {
  if (attemptsPerMinute === 0) return async () => undefined;
  const limiter = new RateLimiterMemory({ points: attemptsPerMinute, duration: 60 });
  return async (request) => {
    await limiter.consume(request.ip).catch(() => {
      throw new Refused('rate_limited', {
        detail: 'Too many bookings from your network at once. Try again in a minute.',
      });
    });
  };
}
