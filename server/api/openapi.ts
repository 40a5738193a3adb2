import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import { Problem } from '@smooth/contract/core/endpoint.ts';
import { errorCatalogue } from '@smooth/contract/core/errors.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { RegisteredRoute } from '../core/http/route.ts';

/** OpenAPI 3.1, made from the very contract that validates. */
export function openApiRoutes(app: FastifyInstance, routes: RegisteredRoute[]): void {
  let text: string | undefined;
  app.get('/api/v1/openapi.json', (_request, reply) => {
    text ??= JSON.stringify(openApiOf(routes));
    return reply.type('application/json; charset=utf-8').send(text);
  });
}

export function openApiOf(routes: RegisteredRoute[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint, may } of routes) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(endpoint, may);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SmoothSchedule',
      version: '1',
      description: 'Scheduling: availability, bookings and what stands behind them.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-smooth' } },
    },
  };
}

function operationOf(endpoint: Endpoint, may: string) {
  const [status, answer] = Object.entries(endpoint.responses)[0]!;
  const name = `${endpoint.method.toLowerCase()} ${endpoint.path}`;
  return {
    operationId: name.replaceAll(/[^a-z0-9]+/gi, '_'),
    summary: endpoint.summary,
    tags: [endpoint.tag],
    security: may === 'everyone' ? [] : [{ session: [] }],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(endpoint.query, 'query')],
    ...(endpoint.body
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]:
        answer instanceof z.ZodUndefined
          ? { description: 'Done' }
          : {
              description: 'Done',
              content: { [endpoint.produces ?? 'application/json']: { schema: schemaOf(answer, 'output') } },
            },
      ...problemsOf(endpoint, may),
    },
  };
}

function problemsOf(endpoint: Endpoint, may: string) {
  const codes = [
    ...(endpoint.refusals ?? []),
    'malformed_request' as const,
    'unknown_business' as const,
    ...(endpoint.sudo ? (['sudo_required'] as const) : []),
    ...(endpoint.in_person ? (['acting_as_somebody'] as const) : []),
    ...(may === 'everyone' ? [] : (['unauthenticated', 'forbidden'] as const)),
  ];
  const byStatus = Map.groupBy(new Set(codes), (code) => errorCatalogue[code].status);
  const answers = [...byStatus].map(([status, of]) => [
    status,
    {
      description: of.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ]);
  return Object.fromEntries(answers);
}

function parametersOf(schema: z.ZodObject | undefined, where: 'path' | 'query') {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, object>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema: property,
  }));
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return rest;
}
