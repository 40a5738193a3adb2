/** The HTTP server under load: the API as it is deployed, and beside it on another port the floor it is measured by. */
import type { AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { buildApi } from '../server/api/app.ts';
import { connectHub } from '../server/api/listening.ts';
import { startHere } from '../server/api/process.ts';
import { buildWorker } from '../server/api/worker.ts';
import type { Database } from '../server/core/db/database.ts';
import { run } from '../server/core/db/kysely.ts';
import { plain, planned } from '../server/core/db/raw.ts';
import { ask, transaction } from '../server/core/db/transaction.ts';
import type { FloorScope, Ports } from './ground.ts';

await startHere(async ({ core, urls, waker, onStop }) => {
  if (process.env.BENCH_WORKER) {
    const worker = await buildWorker({ core, urls, waker });
    onStop(() => worker.stop());
  }
  const { app, hub } = await buildApi(core);
  const floor = floorApp(core.database);
  for (const one of [app, floor]) {
    await one.listen({ host: '127.0.0.1', port: 0 });
    onStop(() => one.close());
  }
  onStop(await connectHub(core, { hub, waker, url: urls.loginUrl }));
  const port = (one: FastifyInstance) => (one.server.address() as AddressInfo).port;
  process.send?.({ port: port(app), floorPort: port(floor) } satisfies Ports);
});

/** The least an answer of a tenant costs: a bare Fastify, and one statement in the tenant's scope in one round trip. */
function floorApp(database: Database): FastifyInstance {
  const app = Fastify();
  app.get('/page', (_request, reply) => reply.type('text/html').send('<!doctype html><title>x</title><h1>Ready</h1>'));
  app.get<{ Querystring: FloorScope }>('/select', ({ query }) =>
    ask({ database, ...query }, planned(plain(sql`SELECT version FROM rules_version WHERE "only" = ${true}`))),
  );
  app.post<{ Body: FloorScope & { values: string[] } }>('/insert', async ({ body }) => {
    const [resource, start, end] = body.values;
    const insert = sql`INSERT INTO bench_floor VALUES (${resource}, tstzrange(${start}, ${end}))`;
    await transaction({ database, ...body }, (client) => run(client, planned(plain(insert)), body.schema));
    return { start };
  });
  return app;
}
