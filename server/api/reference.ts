import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';

/** Where the plugin puts the viewer. */
const WITHIN = '/reference/js/scalar.js';

/** Hands out the viewer of the API document, as it was published and from here: nothing is asked of anybody else. */
export function referenceRoutes(app: FastifyInstance): void {
  let viewer: Promise<Buffer> | undefined;
  app.get('/docs/scalar.js', async (_request, reply) => {
    viewer ??= compressedViewer();
    void reply.headers({ 'content-encoding': 'gzip', 'cache-control': 'public, max-age=86400' });
    return reply.type('text/javascript; charset=utf-8').send(await viewer);
  });
}

/** The plugin brings the viewer as a text within its code, several megabytes: it is read when somebody wants it. */
async function compressedViewer(): Promise<Buffer> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const plugin = Fastify();
  await plugin.register(scalar, { routePrefix: '/reference', configuration: { url: '/api/v1/openapi.json' } });
  const { rawPayload } = await plugin.inject(WITHIN);
  await plugin.close();
  return gzipSync(rawPayload);
}
