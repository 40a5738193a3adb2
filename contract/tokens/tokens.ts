import { z } from 'zod';
import { endpoint, nothing } from '../core/endpoint.ts';
import { can, Id, idParams, InstantText, page, pageQuery, Revision, ShortText } from '../core/fields.ts';
import { scopes } from '../core/scopes.ts';
import { newestVersion, versions } from '../core/versions.ts';

export const tokenStates = ['active', 'expired', 'revoked', 'maker_left', 'not_in_plan'] as const;
/** How many requests a minute a token may send where nobody says otherwise. */
export const USUAL_REQUESTS_PER_MINUTE = 600;
export const MOST_REQUESTS_PER_MINUTE = 6000;

const Scopes = z
  .array(z.enum(scopes))
  .min(1)
  .max(scopes.length)
  .transform((given) => [...new Set(given)]);
const RequestsPerMinute = z.int().min(1).max(MOST_REQUESTS_PER_MINUTE);
const PinnedVersion = z.enum(versions).describe('The version of the API it speaks where a request names no other');

/** A credential of the public API. What it opens with is told apart from it. */
export const ApiToken = z.object({
  id: Id,
  revision: Revision,
  name: z.string(),
  mode: z.enum(['live', 'sandbox']),
  hint: z.string().describe('How it begins and ends, to tell it from others'),
  scopes: z.array(z.string()),
  requests_per_minute: z.int(),
  version: z.string(),
  state: z
    .enum(tokenStates)
    .describe(
      'maker_left: the person who made it has no access any more; not_in_plan: the plan has no API. Either opens nothing',
    ),
  expires_at: InstantText.nullable(),
  created_at: InstantText,
  created_by: z.object({ id: Id, name: z.string().nullable() }),
  last_used_at: InstantText.nullable().describe('Written once a minute at most'),
  last_used_ip: z.string().nullable(),
  revoked_at: InstantText.nullable(),
  revoked_by: z.object({ id: Id, name: z.string().nullable() }).nullable(),
  can: can('edit', 'reveal', 'revoke'),
});
export type ApiToken = z.output<typeof ApiToken>;

export const listTokens = endpoint({
  method: 'GET',
  path: '/api/v1/tokens',
  summary: 'Tokens of the business in both modes, the newest first',
  tag: 'tokens',
  query: z.strictObject({ ...pageQuery, mode: z.enum(['live', 'sandbox']).optional() }),
  responses: { 200: page(ApiToken) },
});

export const getToken = endpoint({
  method: 'GET',
  path: '/api/v1/tokens/:id',
  summary: 'Get a token',
  tag: 'tokens',
  params: idParams,
  responses: { 200: ApiToken },
});

export const createToken = endpoint({
  method: 'POST',
  path: '/api/v1/tokens',
  summary: 'Make a token; the secret of a live one is told in this answer and never again',
  tag: 'tokens',
  in_person: true,
  body: z.strictObject({
    name: ShortText,
    mode: z.enum(['live', 'sandbox']),
    scopes: Scopes,
    expires_at: InstantText.nullable().default(null),
    requests_per_minute: RequestsPerMinute.default(USUAL_REQUESTS_PER_MINUTE),
    version: PinnedVersion.default(newestVersion),
  }),
  told_once: ['secret'],
  responses: { 201: z.object({ token: ApiToken, secret: z.string().nullable() }) },
  refusals: ['sudo_required', 'sandbox_disabled', 'not_in_plan', 'limit_reached'],
});

export const revealToken = endpoint({
  method: 'GET',
  path: '/api/v1/tokens/:id/secret',
  summary: 'The secret of a test token, once more; that of a live one is not kept',
  tag: 'tokens',
  params: idParams,
  in_person: true,
  responses: { 200: z.object({ secret: z.string() }) },
  refusals: ['not_found'],
});

export const changeToken = endpoint({
  method: 'PATCH',
  path: '/api/v1/tokens/:id',
  summary: 'Change the name, the scopes, the expiry, the limit or the version of a token',
  tag: 'tokens',
  params: idParams,
  in_person: true,
  body: z
    .strictObject({
      name: ShortText,
      scopes: Scopes,
      expires_at: InstantText.nullable(),
      requests_per_minute: RequestsPerMinute,
      version: PinnedVersion,
    })
    .partial()
    .extend({ revision: Revision }),
  responses: { 200: ApiToken },
  refusals: ['sudo_required', 'stale_revision', 'not_found'],
});

export const revokeToken = endpoint({
  method: 'POST',
  path: '/api/v1/tokens/:id/revocation',
  summary: 'Make a token open nothing any more, everywhere within a second; doing it again is no mistake',
  tag: 'tokens',
  params: idParams,
  in_person: true,
  while_suspended: nothing,
  responses: { 200: ApiToken },
  refusals: ['not_found'],
});

/** One request that was sent with a token. */
export const ApiRequest = z.object({
  id: Id,
  token: z.object({ id: Id, name: z.string(), mode: z.enum(['live', 'sandbox']) }),
  request_id: z.string(),
  at: InstantText,
  method: z.string(),
  path: z.string().describe('With the query; a token in it is cut out'),
  status: z.int(),
  code: z.string().nullable().describe('Of the refusal, where it was refused'),
  duration_ms: z.number(),
  ip_address: z.string(),
  version: z.string().nullable(),
});
export type ApiRequest = z.output<typeof ApiRequest>;

export const listTokenRequests = endpoint({
  method: 'GET',
  path: '/api/v1/token_requests',
  summary: 'What was asked with the tokens of the business in the last seven days, the newest first',
  tag: 'tokens',
  query: z.strictObject({
    ...pageQuery,
    token_id: Id.optional().describe('Only what was asked with this one'),
    status: z
      .string()
      .regex(/^[2-5](xx|\d\d)$/, 'Use a status such as 404, or a class such as 4xx')
      .optional(),
    method: z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE']).optional(),
    q: z.string().trim().max(120).optional().describe('Part of the path, the code, the address or the request id'),
  }),
  responses: { 200: page(ApiRequest) },
});
