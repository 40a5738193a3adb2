import type { Socket } from 'node:net';
import fastifyWebsocket, { type WebSocket } from '@fastify/websocket';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Core } from '../core/core.ts';
import { fieldRefusal, Refused } from '../core/errors.ts';
import { type Doors, type Visit, visitOf } from '../core/http/visit.ts';
import { always, mayTry, policy } from '../core/policy.ts';
import type { FedEvent } from '../core/realtime/feed.ts';
import type { Hub } from '../core/realtime/hub.ts';
import type { Listener } from '../core/realtime/listener.ts';
import { askGate } from '../core/tenant/gate.ts';
import { ask, type Tenant } from '../core/tenant/tenant.ts';
import { livingSessions } from '../identity/queries/sessions.ts';
import { customersOf } from '../scheduling/queries/appointments.ts';

policy<unknown>({
  'realtime.listen': {
    SUPERUSER: always,
    PLATFORM_MANAGER: always,
    PLATFORM_SALES: always,
    PLATFORM_SUPPORT: always,
    TENANT_OWNER: always,
    TENANT_MANAGER: always,
    TENANT_STAFF: always,
    CUSTOMER: always,
  },
});

const Query = z.object({
  mode: z.enum(['live', 'sandbox']).optional(),
  since: z
    .string()
    .regex(/^\d{1,20}$/)
    .optional(),
});

const SESSIONS_CHECKED_MS = 1000;
const PING_MS = 25_000;
/** A client that does not take what it is sent comes back and catches up. */
const MOST_WAITING_BYTES = 1_000_000;

/** Customers hear of their own appointments, and of nothing else. */
export async function appointmentOwners(
  tenant: Tenant,
  events: readonly FedEvent[],
): Promise<ReadonlyMap<string, string>> {
  const about = events.filter(({ type }) => type.startsWith('appointment.'));
  if (about.length === 0) return new Map();
  const rows = await ask(tenant, customersOf([...new Set(about.map(({ subject_id }) => subject_id))]));
  const owners = new Map(rows.map(({ id, customer_id }) => [id, customer_id]));
  return new Map(
    about.flatMap(({ id, subject_id }) => {
      const owner = owners.get(subject_id);
      return owner ? [[id, owner] as const] : [];
    }),
  );
}

/** `/api/ws`: what changes in a business, for its people and its customers, or at the platform, as long as their session lasts. */
export async function realtimeRoutes(
  app: FastifyInstance,
  core: Core,
  { doors, hub }: { doors: Doors; hub: Hub },
): Promise<void> {
  await app.register(fastifyWebsocket, { options: { maxPayload: 1024 } });
  const visits = new WeakMap<FastifyRequest, { visit: Visit; since: string | null }>();
  app.route({
    method: 'GET',
    url: '/api/ws',
    // Refused before the upgrade, so that the answer is a problem like any other.
    preValidation: async (request) => void visits.set(request, await admitted(core, doors, request)),
    handler: () => {
      throw new Refused('malformed_request', { detail: 'This address takes WebSocket connections.' });
    },
    wsHandler: (socket, request) => {
      const { visit, since } = visits.get(request)!;
      listen(socket, { wire: request.raw.socket, hub, visit, since });
    },
  });
  const timer = setInterval(() => void endOver(core, hub), SESSIONS_CHECKED_MS);
  app.addHook('preClose', async () => {
    clearInterval(timer);
    hub.close();
  });
}

async function admitted(
  core: Core,
  doors: Doors,
  request: FastifyRequest,
): Promise<{ visit: Visit; since: string | null }> {
  refuseForeignOrigin(request);
  const query = Query.safeParse(request.query);
  if (!query.success)
    throw fieldRefusal('/query', 'Use mode=live or sandbox, and the cursor of an earlier message as since');
  // Browsers cannot send headers here; the address says the mode instead.
  const { mode, since } = query.data;
  if (mode) request.headers['x-sandbox-mode'] = String(mode === 'sandbox');
  const visit = await visitOf(core, doors, request, { session: true, linkMode: null });
  const isConsole = visit.place.at === 'platform';
  if (!visit.tenant && !isConsole) throw new Refused('unknown_business');
  if (!visit.signedIn) throw new Refused('unauthenticated');
  if (!mayTry(visit.actor, 'realtime.listen')) throw new Refused('forbidden');
  if (isConsole && core.config.production && !visit.signedIn.session.has_second_factor)
    throw new Refused('second_factor_required');
  return { visit, since: since ?? null };
}

/** The upgrade is a GET and carries the cookie: a page of another site must not open it. */
function refuseForeignOrigin({ headers: { origin, host } }: FastifyRequest): void {
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host)) throw new Refused('cross_site');
}

interface Listening {
  wire: Socket;
  hub: Hub;
  visit: Visit;
  since: string | null;
}

function listen(socket: WebSocket, { wire, hub, visit, since }: Listening): void {
  const listener: Listener = {
    session_id: visit.signedIn!.session.id,
    // Never null for a customer, for null hears everything.
    own: visit.actor.role === 'CUSTOMER' ? (visit.actor.customer_id ?? '') : null,
    send(frames) {
      if (socket.readyState !== socket.OPEN) return;
      if (wire.writableLength > MOST_WAITING_BYTES) return socket.terminate();
      // Nothing is compressed, so what the library writes itself are whole frames too, and none falls into another.
      wire.write(frames);
    },
    end: (code, reason) => socket.close(code, reason),
  };
  const ping = setInterval(() => socket.ping(), PING_MS);
  const joined = visit.tenant
    ? hub.join(visit.tenant, listener, since)
    : Promise.resolve(hub.joinPlatform(listener, since));
  joined.catch(() => socket.close(1011, 'Try again'));
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    clearInterval(ping);
    void joined.then(
      (leave) => leave(),
      () => undefined,
    );
  });
}

const endOver = (core: Core, hub: Hub): Promise<void> =>
  hub
    .endSessions(async (ids) => {
      const living = await askGate(core.database, livingSessions(ids, core.clock.now()));
      const alive = new Set(living.map(({ id }) => id));
      return new Set(ids.filter((id) => !alive.has(id)));
    })
    .catch((error: unknown) => core.log.warn({ err: error }, 'sessions of open connections could not be checked'));
