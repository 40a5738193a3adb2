import type { FastifyInstance } from 'fastify';
import { exportRoutes } from '../archive/routes.ts';
import { auditRoutes } from '../audit/routes.ts';
import type { Core } from '../core/core.ts';
import { httpApp } from '../core/http/app.ts';
import { type RegisteredRoute, routesOf } from '../core/http/route.ts';
import { versioningOf } from '../core/http/versions.ts';
import { customerRoutes } from '../customers/routes/customers.ts';
import { importRoutes } from '../customers/routes/imports.ts';
import { profileRoutes } from '../customers/routes/me.ts';
import { mergeRoutes } from '../customers/routes/merge.ts';
import { personRoutes } from '../customers/routes/person.ts';
import { countedGuesses } from '../identity/actions/guesses.ts';
import { accountRoutes } from '../identity/routes/account.ts';
import { invitationRoutes } from '../identity/routes/invitations.ts';
import { masqueradeRoutes } from '../identity/routes/masquerade.ts';
import { passkeyRoutes } from '../identity/routes/passkeys.ts';
import { platformInvitationRoutes } from '../identity/routes/platform-invitations.ts';
import { platformPeopleRoutes } from '../identity/routes/platform-people.ts';
import { secondFactorRoutes } from '../identity/routes/second-factors.ts';
import { sessionRoutes } from '../identity/routes/sessions.ts';
import { signInRoutes } from '../identity/routes/sign-in.ts';
import { grantRoutes } from '../identity/routes/grants.ts';
import { staffRoutes } from '../identity/routes/staff.ts';
import { bookingRoutes } from '../booking/routes.ts';
import { domainRoutes } from '../platform/routes/domains.ts';
import { frontRoutes } from '../platform/routes/front.ts';
import { businessInvitationRoutes } from '../platform/routes/invitations.ts';
import { jobRoutes } from '../platform/routes/jobs.ts';
import { overviewRoutes as platformOverviewRoutes } from '../platform/routes/overview.ts';
import { planRoutes } from '../platform/routes/plans.ts';
import { tenantRoutes } from '../platform/routes/tenants.ts';
import { appointmentRoutes } from '../scheduling/routes/appointments.ts';
import { availabilityRoutes } from '../scheduling/routes/availability.ts';
import { classRoutes } from '../scheduling/routes/classes.ts';
import { configRoutes } from '../scheduling/routes/config.ts';
import { feedRoutes } from '../scheduling/routes/feeds.ts';
import { messageRoutes } from '../messages/routes/messages.ts';
import { mailboxRoutes } from '../messages/routes/mailbox.ts';
import { timeOffRoutes } from '../scheduling/routes/time-off.ts';
import { timelineRoutes } from '../scheduling/routes/timeline.ts';
import { overviewRoutes } from '../scheduling/routes/overview.ts';
import { sandboxRoutes } from '../sandbox/routes.ts';
import { tenancyRoutes } from '../tenancy/routes.ts';
import { openRequestLog } from '../tokens/actions/request-log.ts';
import { tokenRoutes } from '../tokens/routes.ts';
import { deliveryRoutes } from '../webhooks/routes/deliveries.ts';
import { eventRoutes } from '../webhooks/routes/events.ts';
import { webhookRoutes } from '../webhooks/routes/webhooks.ts';
import { doorsOf } from './doors.ts';
import { type Hub, openHub } from '../core/realtime/hub.ts';
import { healthRoutes } from './health.ts';
import { openApiRoutes } from './openapi/document.ts';
import { appointmentOwners, realtimeRoutes } from './realtime.ts';
import { versionChanges } from './versions.ts';
import { referenceRoutes } from './reference.ts';
import { webRoutes } from './web.ts';

export interface Api {
  app: FastifyInstance;
  routes: RegisteredRoute[];
  /** Tell it what was committed; see `connectHub`. */
  hub: Hub;
}

/** The whole HTTP surface: every slice's routes, the API document, health and the web. */
export async function buildApi(core: Core): Promise<Api> {
  const app = httpApp(core);
  const doors = doorsOf(core);
  const hub = openHub({ ...core, ownersOf: appointmentOwners });
  logRequests(app, core);
  const routes = routesOf(app, core, doors, versioningOf(versionChanges));
  await realtimeRoutes(app, core, { doors, hub });
  tenancyRoutes(routes);
  const guesses = countedGuesses(core);
  signInRoutes(routes, core, guesses);
  sessionRoutes(routes, core, guesses);
  accountRoutes(routes, core, guesses);
  secondFactorRoutes(routes, core, guesses);
  passkeyRoutes(routes, core, guesses);
  masqueradeRoutes(routes, core);
  staffRoutes(routes, core);
  grantRoutes(routes, core);
  invitationRoutes(routes, core);
  platformPeopleRoutes(routes, core);
  platformInvitationRoutes(routes, core);
  auditRoutes(routes, core);
  customerRoutes(routes);
  mergeRoutes(routes);
  profileRoutes(routes);
  personRoutes(routes, core);
  importRoutes(routes);
  configRoutes(routes);
  availabilityRoutes(routes);
  appointmentRoutes(routes);
  classRoutes(routes);
  timelineRoutes(routes);
  feedRoutes(routes, core);
  timeOffRoutes(routes);
  overviewRoutes(routes);
  bookingRoutes(routes, core);
  frontRoutes(routes, core);
  tenantRoutes(routes, core);
  planRoutes(routes, core);
  messageRoutes(routes);
  sandboxRoutes(routes, core);
  tokenRoutes(routes, core);
  businessInvitationRoutes(routes, core);
  domainRoutes(routes, core);
  jobRoutes(routes, core);
  webhookRoutes(routes, core);
  deliveryRoutes(routes);
  eventRoutes(routes);
  platformOverviewRoutes(routes, core);
  exportRoutes(routes, core);
  openApiRoutes(app, routes.registered);
  referenceRoutes(app);
  healthRoutes(app, core);
  mailboxRoutes(app, core.config);
  await webRoutes(app, core, doors);
  return { app, routes: routes.registered, hub };
}

/** What was asked with a token is written down once it is answered. */
function logRequests(app: FastifyInstance, core: Core): void {
  const log = openRequestLog(core);
  app.addHook('onResponse', async (request, reply) => log.note(request, reply));
  app.addHook('onClose', () => log.close());
}
