import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import { type ErrorCode, errorCatalogue } from '@smooth/contract/core/errors.ts';
import { operationNameOf } from '@smooth/contract/core/operation.ts';
import { versions } from '@smooth/contract/core/versions.ts';
import { z } from 'zod';
import type { RegisteredRoute } from '../../core/http/route.ts';
import { exampleOf } from './examples.ts';
import { answerSchema, inputSchema, type JsonSchema } from './schemas.ts';

/** Headers that many operations take, by their name in the components. */
export const parameters = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description: 'A text of your own, 1 to 255 characters: the same request with the same key is done once.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  BusinessSubdomain: {
    name: 'X-Business-Subdomain',
    in: 'header',
    description: 'Names the business on a host that several share. A token names its business itself.',
    schema: { type: 'string', pattern: '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' },
  },
  SandboxMode: {
    name: 'X-Sandbox-Mode',
    in: 'header',
    description: 'Says the mode where the credential does not. One that contradicts a token is refused.',
    schema: { type: 'string', enum: ['true', 'false'] },
  },
  SmoothVersion: {
    name: 'Smooth-Version',
    in: 'header',
    description: 'The dated version of the API for this request; the one of the token where absent.',
    schema: { type: 'string', enum: versions },
  },
};

const headerRef = (name: keyof typeof parameters) => ({ $ref: `#/components/parameters/${name}` });

export function operationOf(route: RegisteredRoute) {
  const { endpoint } = route;
  const { group, verb } = operationNameOf(endpoint);
  const [status, answer] = Object.entries(endpoint.responses)[0]!;
  return {
    operationId: `${group}.${verb}`,
    ...told(endpoint.summary),
    tags: [endpoint.tag],
    security: securityOf(route),
    ...(endpoint.scope && { 'x-scope': endpoint.scope }),
    parameters: [
      ...parametersOf(endpoint, 'params', 'path'),
      ...parametersOf(endpoint, 'query', 'query'),
      ...(endpoint.method === 'POST' ? [headerRef('IdempotencyKey')] : []),
      headerRef('BusinessSubdomain'),
      headerRef('SandboxMode'),
      ...(endpoint.scope ? [headerRef('SmoothVersion')] : []),
    ],
    ...(endpoint.body && { requestBody: bodyOf(endpoint) }),
    responses: { [status]: answerOf(endpoint, answer), ...problemsOf(route) },
  };
}

const securityOf = ({ endpoint: { scope }, may }: RegisteredRoute) =>
  may === 'everyone' ? [] : [...(scope ? [{ token: [] }] : []), { session: [] }];

/** What stands in lists of operations is short; the whole sentence stands with the operation. */
function told(text: string) {
  const summary = text.split(/[;:.] /)[0]!;
  return summary === text ? { summary } : { summary, description: `${text}.` };
}

function bodyOf({ body, tag }: Endpoint) {
  const schema = inputSchema(body!);
  const example = exampleOf(schema, { tag, io: 'input' });
  return {
    required: !body!.safeParse(undefined).success,
    content: { 'application/json': { schema, example } },
  };
}

function answerOf({ produces, tag }: Endpoint, answer: z.ZodType) {
  const headers = { 'Request-Id': { description: 'Names this request in logs', schema: { type: 'string' } } };
  if (answer instanceof z.ZodUndefined) return { description: 'Done', headers };
  const schema = answerSchema(answer);
  if (produces) return { description: 'Done', headers, content: { [produces]: { schema } } };
  return {
    description: 'Done',
    headers,
    content: { 'application/json': { schema, example: exampleOf(schema, { tag, io: 'output' }) } },
  };
}

/** What a call with a token may meet beside the rest. */
const ofTokens = [
  'unknown_version',
  'token_malformed',
  'token_unknown',
  'token_expired',
  'token_revoked',
  'missing_scope',
  'sandbox_disabled',
  'not_in_plan',
] as const;

/** The codes an operation can be refused with, those that every one has among them. */
export function codesOf({ endpoint, may }: RegisteredRoute): ErrorCode[] {
  const codes: ErrorCode[] = [
    ...(endpoint.refusals ?? []),
    'malformed_request',
    'host_conflict',
    'unknown_business',
    'not_found',
    'rate_limited',
    'unavailable',
    ...(endpoint.method === 'GET' ? [] : (['conflict', 'cross_site'] as const)),
    ...(isRefusedWhileSuspended(endpoint) ? (['business_suspended'] as const) : []),
    ...(endpoint.body ? (['too_large', 'unsupported_media_type'] as const) : []),
    ...(endpoint.method === 'POST' ? (['idempotency_key_reused', 'request_in_progress'] as const) : []),
    ...(endpoint.sudo ? (['sudo_required'] as const) : []),
    ...(endpoint.in_person ? (['acting_as_somebody'] as const) : []),
    ...(may === 'everyone' ? [] : (['unauthenticated', 'forbidden', 'mode_conflict'] as const)),
    ...(endpoint.scope ? ofTokens : may === 'everyone' ? [] : (['session_only'] as const)),
  ];
  return [...new Set(codes)];
}

/** Some take a part of their bodies even then. */
const isRefusedWhileSuspended = ({ method, body, while_suspended }: Endpoint): boolean =>
  method !== 'GET' && (while_suspended === undefined || body !== undefined);

function problemsOf(route: RegisteredRoute) {
  const byStatus = Map.groupBy(codesOf(route), (code) => errorCatalogue[code].status);
  const answers = [...byStatus].sort(([one], [other]) => one - other).map(([status, of]) => [status, problem(of)]);
  return Object.fromEntries(answers);
}

const problem = (codes: readonly ErrorCode[]) => ({
  description: codes.map((code) => `\`${code}\`: ${errorCatalogue[code].title}`).join('. '),
  content: {
    'application/problem+json': {
      schema: { $ref: '#/components/schemas/Problem' },
      examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
    },
  },
});

function parametersOf(endpoint: Endpoint, part: 'params' | 'query', where: 'path' | 'query') {
  const from = endpoint[part];
  if (!from) return [];
  const { properties = {}, required = [] } = inputSchema(from);
  const isNeeded = (name: string) => where === 'path' || required.includes(name);
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: where,
    required: isNeeded(name),
    ...(description && { description }),
    schema: schema as JsonSchema,
    // Whoever tries an operation sends the examples that stand there: an optional one would narrow what comes.
    ...(isNeeded(name) && { example: exampleOf(schema, { tag: endpoint.tag, io: 'input', name }) }),
  }));
}
