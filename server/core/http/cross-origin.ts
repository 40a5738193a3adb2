import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerIn } from './credential.ts';

const REQUESTED = 'Authorization, Content-Type, Idempotency-Key, X-Sandbox-Mode, X-Business-Subdomain, Smooth-Version';
const EXPOSED = 'Request-Id, Retry-After, RateLimit, RateLimit-Policy, Smooth-Version, WWW-Authenticate';

const readable = { 'access-control-allow-origin': '*', 'access-control-expose-headers': EXPOSED };
const preflight = (methods: string) => ({
  'access-control-allow-origin': '*',
  'access-control-allow-methods': methods,
  'access-control-allow-headers': REQUESTED,
  'access-control-max-age': '86400',
});

/**
 * Which answers other origins may read: those of the booking surface, where no cookie counts, and those to a token, where
 * none is looked at. Never what a session is told; credentials are not allowed anywhere.
 */
export function crossOrigin(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (isOpen(request)) void reply.headers(readable);
  });
  const surfaces = { '/api/booking/*': 'GET, POST, DELETE', '/api/v1/*': 'GET, POST, PATCH, PUT, DELETE' };
  for (const [address, methods] of Object.entries(surfaces))
    app.options(address, (_request, reply) => reply.headers(preflight(methods)).code(204).send());
}

const isOpen = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/booking/') || (request.url.startsWith('/api/v1/') && bearerIn(request) !== null);
