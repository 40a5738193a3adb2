import { randomUUID } from 'node:crypto';
import Fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Core } from '../core.ts';
import { Refused } from '../errors.ts';
import { crossOrigin } from './cross-origin.ts';
import { asRefused, challengeOf, problemOf, withoutTokens } from './problem.ts';

const BODY_LIMIT = 256 * 1024;

/** The bare HTTP server: ids, security headers, and one shape for every error. */
export function httpApp(core: Core): FastifyInstance {
  const loggerInstance: FastifyBaseLogger = core.log;
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: core.config.trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 },
    forceCloseConnections: true,
    // Addresses that no route can be looked up for come past the hooks.
    frameworkErrors: (error, request, reply) => {
      void answerProblem(error, request, reply.headers(onEvery(core, request)));
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers(onEvery(core, request));
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  app.decorateRequest('asked', null);
  app.decorateRequest('refusal', null);
  crossOrigin(app);
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler(() => {
    throw new Refused('not_found');
  });
  return app;
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = asRefused(error);
  if (refused.status >= 500)
    request.log[refused.code === 'internal' ? 'error' : 'warn'](
      { err: error, url: withoutTokens(request.url) },
      'request failed',
    );
  if (refused.code === 'unavailable') void reply.header('retry-after', '2');
  request.refusal = refused.code;
  const challenge = challengeOf(refused, request.url);
  if (challenge !== null) void reply.header('www-authenticate', challenge);
  return reply
    .code(refused.status)
    .type('application/problem+json')
    .header('content-language', refused.details.language ?? 'en')
    .send(JSON.stringify(problemOf(error, request.id)));
}

const onEvery = ({ config }: Core, { id }: FastifyRequest) => ({
  'request-id': id,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  ...(config.baseUrl.protocol === 'https:' && {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }),
});
