import type { FastifyInstance } from 'fastify';
import type { RegisteredRoute } from '../../core/http/route.ts';
import { problemExamples } from './examples.ts';
import { codesOf, operationOf, parameters } from './operation.ts';
import { componentSchemas } from './schemas.ts';
import { tagsOf } from './tags.ts';

const PUBLIC = /^\/api\/(v1|booking)\//;

/** OpenAPI 3.1, made from the very contract that validates. */
export function openApiRoutes(app: FastifyInstance, routes: RegisteredRoute[]): void {
  let text: string | undefined;
  app.get('/api/v1/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiOf(routes));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

export function openApiOf(routes: RegisteredRoute[]) {
  const offered = routes.filter(({ endpoint }) => PUBLIC.test(endpoint.path));
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of offered) {
    const path = route.endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[route.endpoint.method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SmoothSchedule API',
      version: '1',
      description:
        'Availability, appointments and everything behind them. Guides, events and errors: [/docs/api](/docs/api).',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The business whose address this document was read at' }],
    tags: tagsOf(offered.map(({ endpoint }) => endpoint.tag)),
    paths,
    components: {
      schemas: componentSchemas(),
      parameters,
      examples: problemExamples(offered.flatMap(codesOf)),
      securitySchemes,
    },
  };
}

const securitySchemes = {
  token: {
    type: 'http',
    scheme: 'bearer',
    description: 'A token of the business, `ss_live_…` or `ss_test_…`; its prefix says which mode it works in.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-smooth',
    description: 'Somebody signed in to the app of the business.',
  },
};
