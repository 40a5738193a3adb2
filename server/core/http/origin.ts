import type { FastifyRequest } from 'fastify';
import { Refused } from '../errors.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a change that another site asks the browser for. A sibling sub-domain is another site. Clients that are no
 * browsers send neither header and carry no cookies by accident.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  if (safe.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) {
    if (site === 'same-origin' || site === 'none') return;
    throw new Refused('cross_site');
  }
  const { origin } = request.headers;
  if (origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) throw new Refused('cross_site');
}
