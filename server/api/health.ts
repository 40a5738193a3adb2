import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type { Core } from '../core/core.ts';
import { readMigrations } from '../core/db/migrations.ts';
import { askGate, publicQuery } from '../core/tenant/gate.ts';

/** For operators, at any host: liveness, readiness, metrics. */
export function healthRoutes(app: FastifyInstance, core: Core): void {
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      const [row] = await askGate(
        core.database,
        publicQuery.selectFrom('public.migrations').select('version').orderBy('version', 'desc').limit(1),
      );
      const newest = readMigrations('public').length;
      if ((row?.version ?? 0) >= newest) return { status: 'ready' };
      return await reply.code(503).send({ status: 'waiting', reason: 'The database is not migrated' });
    } catch {
      return reply.code(503).send({ status: 'waiting', reason: 'The database does not answer' });
    }
  });
  metricsRoute(app);
}

function metricsRoute(app: FastifyInstance): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'smooth_http_request_seconds',
    help: 'Time from request to answer',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode };
    seconds.observe(labels, reply.elapsedTime / 1000);
  });
  app.get('/metrics', async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
