import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core/core.ts';
import { Refused } from '../core/errors.ts';
import type { Doors, Place } from '../core/http/visit.ts';

const dist = join(import.meta.dirname, '../../web/dist');

const policy = (ancestors: string) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: https:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors}`,
  ].join('; ');

/** Serves what `vite build` made: files by their path, and one page per surface for every other address. */
export async function webRoutes(app: FastifyInstance, core: Core, doors: Doors): Promise<void> {
  if (!existsSync(dist)) {
    core.log.warn('The web is not built: only the API answers');
    return;
  }
  // Built files carry a hash of their content in their name; a missing one is 404 and never a page.
  await app.register(fastifyStatic, {
    root: join(dist, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
  await app.register(fastifyStatic, { root: dist, wildcard: false, index: false, globIgnore: ['assets/**'] });
  for (const path of ['/book', '/book/*', '/manage/*']) {
    app.get(path, (request, reply) =>
      page(request, reply, { file: 'book.html', ancestors: '*', fits: ({ at }) => at === 'business' }),
    );
  }
  app.get('/*', (request, reply) =>
    page(request, reply, { file: 'index.html', ancestors: "'none'", fits: () => true }),
  );

  async function page(request: FastifyRequest, reply: FastifyReply, shown: Page): Promise<FastifyReply> {
    if (request.url.startsWith('/api/')) throw new Refused('not_found');
    const place = await doors.place(request);
    if (!shown.fits(place)) throw new Refused('not_found');
    void reply.headers({ 'content-security-policy': policy(shown.ancestors), 'cache-control': 'no-cache' });
    return reply.sendFile(shown.file);
  }
}

interface Page {
  file: string;
  ancestors: string;
  fits: (place: Place) => boolean;
}
