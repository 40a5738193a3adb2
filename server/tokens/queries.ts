import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { containing } from '../core/db/like.ts';
import { byId, listing, type Place } from '../core/db/listing.ts';
import { at, plain, planned } from '../core/db/raw.ts';
import { publicQuery } from '../core/tenant/gate.ts';
import { tenantQuery, type TenantDb } from '../core/tenant/tenant.ts';
import { extrasOf } from '../identity/queries/permissions.ts';

const shown = [
  'public.api_tokens.id',
  'public.api_tokens.revision',
  'public.api_tokens.mode',
  'public.api_tokens.name',
  'public.api_tokens.hint',
  'public.api_tokens.scopes',
  'public.api_tokens.requests_per_minute',
  'public.api_tokens.version',
  'public.api_tokens.expires_at',
  'public.api_tokens.created_by',
  'public.api_tokens.created_at',
  'public.api_tokens.last_used_at',
  'public.api_tokens.last_used_ip',
  'public.api_tokens.revoked_at',
  'public.api_tokens.revoked_by',
] as const;

/** With the people of it, as far as they are seen from the mode that asks. */
const withPeople = tenantQuery
  .selectFrom('public.api_tokens')
  .leftJoin('public.users as maker', 'maker.id', 'public.api_tokens.created_by')
  .leftJoin('public.users as revoker', 'revoker.id', 'public.api_tokens.revoked_by')
  .select(shown)
  .select([
    'maker.name as maker_name',
    'maker.role as maker_role',
    'maker.is_active as maker_is_active',
    'maker.is_sandbox as maker_is_sandbox',
    'revoker.name as revoker_name',
  ]);

export const tokenById = (id: string) => withPeople.where('public.api_tokens.id', '=', id);
export type TokenRow = Awaited<ReturnType<ReturnType<typeof tokenById>['executeTakeFirstOrThrow']>>;

/** Ids are in the order of their instants. */
export const tokenList = listing('tokens', { id: [byId('api_tokens.id')] });
export const requestList = listing('token_requests', { id: [byId('api_requests.id')] });

/** Of the business, by the policy of the rows. */
export const tokensOf = ({ mode }: { mode?: 'live' | 'sandbox' | undefined }, place: Place) =>
  place.of(mode ? withPeople.where('public.api_tokens.mode', '=', mode) : withPeople);

export const secretOf = (id: string) =>
  tenantQuery
    .selectFrom('public.api_tokens')
    .leftJoin('public.users as maker', 'maker.id', 'public.api_tokens.created_by')
    .select(['public.api_tokens.plaintext', 'public.api_tokens.revoked_at', 'maker.role as maker_role'])
    .where('public.api_tokens.id', '=', id);

/** How many there are that were not revoked. */
export const openTokens = () =>
  tenantQuery
    .selectFrom('public.api_tokens')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('revoked_at', 'is', null);

/** One at a time of a business, so that two at once are counted both. */
export const lockTokens = ({ tenant }: TenantDb) =>
  plain(sql`SELECT pg_advisory_xact_lock(hashtext('tokens'), hashtext(${tenant.id}))`);

/** Whom a token stands for, at the gate: its business is not known before. */
export const bearerByHash = (hash: Buffer, now: Instant) =>
  planned(
    publicQuery
      .selectFrom('public.api_tokens')
      .innerJoin('public.users', 'public.users.id', 'public.api_tokens.created_by')
      .select([
        'public.api_tokens.id',
        'public.api_tokens.tenant_id',
        'public.api_tokens.mode',
        'public.api_tokens.name',
        'public.api_tokens.scopes',
        'public.api_tokens.requests_per_minute',
        'public.api_tokens.version',
        'public.api_tokens.expires_at',
        'public.api_tokens.last_used_at',
        'public.api_tokens.revoked_at',
        'public.users.id as user_id',
        'public.users.name as user_name',
        'public.users.email',
        'public.users.role',
        'public.users.is_active',
        'public.users.is_sandbox',
        extrasOf(now, 'public.api_tokens.created_by').as('extras'),
      ])
      .where('public.api_tokens.hash', '=', hash),
  );

export interface RequestSearch {
  token_id?: string | undefined;
  status?: string | undefined;
  method?: string | undefined;
  q?: string | undefined;
}

/** What was asked with the tokens of the business, by the policy of the rows. */
export function requestsOf({ token_id, status, method, q }: RequestSearch, place: Place) {
  let query = tenantQuery
    .selectFrom('public.api_requests')
    .innerJoin('public.api_tokens', 'public.api_tokens.id', 'public.api_requests.token_id')
    .selectAll('public.api_requests')
    .select(['public.api_tokens.name as token_name', 'public.api_tokens.mode as token_mode']);
  if (token_id) query = query.where('public.api_requests.token_id', '=', token_id);
  if (status?.endsWith('xx')) {
    const first = Number(status[0]) * 100;
    query = query.where('status', '>=', first).where('status', '<', first + 100);
  } else if (status) query = query.where('status', '=', Number(status));
  if (method) query = query.where('method', '=', method);
  if (q) query = query.where(sql<boolean>`concat_ws(' ', path, code, ip_address, request_id) ILIKE ${containing(q)}`);
  return place.of(query);
}

/** What is older, and of each token what is beyond the newest. */
export const outdatedRequests = ({ before, most }: { before: Instant; most: number }) => [
  plain(sql`DELETE FROM public.api_requests WHERE occurred_at < ${at(before)}`),
  plain(sql`DELETE FROM public.api_requests AS request USING (
      SELECT api_tokens.id AS token_id, last.id FROM public.api_tokens CROSS JOIN LATERAL (
        SELECT id FROM public.api_requests WHERE token_id = api_tokens.id ORDER BY id DESC OFFSET ${most} LIMIT 1) AS last
    ) AS first_too_many
    WHERE request.token_id = first_too_many.token_id AND request.id <= first_too_many.id`),
];
