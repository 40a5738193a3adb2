import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../core/actor.ts';
import type { Core } from '../../core/core.ts';
import { Refused } from '../../core/errors.ts';
import type { Bearer } from '../../core/http/credential.ts';
import { type Place, withExtras } from '../../core/http/visit.ts';
import { findTenants } from '../../core/tenant/find.ts';
import { askGate, type TenantRow } from '../../core/tenant/gate.ts';
import { bearerByHash } from '../queries.ts';
import { hashOfSecret, modeOfSecret } from '../rules/secret.ts';
import { notInPlan } from '../../tenancy/rules/in-plan.ts';
import { stateOf } from '../rules/state.ts';
import { misuseTold } from './misuse.ts';

/** A token that was revoked, or whose maker has lost a right, is felt within this time by every process. */
const REMEMBERED_MS = 500;
const MOST_REMEMBERED = 10_000;

type BearerRow = Awaited<ReturnType<ReturnType<typeof tokenFinder>>> & object;

type Identify = (request: FastifyRequest, presented: string, place: Place, now: Instant) => Promise<Bearer>;

/** How a presented token becomes whom it stands for, or is refused. */
export function identifying(core: Core): Identify {
  const find = tokenFinder(core);
  const tellMisuse = misuseTold(core);
  const homeOf = homes(core);
  return async (request, presented, place, now) => {
    // Told without a question to the database.
    if (modeOfSecret(presented) === null) throw new Refused('token_malformed');
    const row = await find(presented, now);
    const tenant = row && (await homeOf(row, place, now));
    // One of another business is the same here as none.
    if (!row || !tenant) throw new Refused('token_unknown');
    request.asked = { token_id: row.id, tenant_id: row.tenant_id, version: null };
    const state = stateOf({ ...row, maker: row, entitlements: tenant.entitlements }, now);
    if (state === 'expired') throw new Refused('token_expired');
    if (state === 'not_in_plan') throw notInPlan('public_api');
    if (state !== 'active') {
      await tellMisuse(row, { ip: request.ip, now });
      throw new Refused('token_revoked');
    }
    if (row.mode === 'sandbox' && !tenant.sandbox_enabled) throw new Refused('sandbox_disabled');
    return bearerOf(row, tenant);
  };
}

/** Looks for tokens, and remembers for a moment what was found, and what was not. */
function tokenFinder({ database }: Core) {
  const look = async (hash: Buffer, now: Instant) => (await askGate(database, bearerByHash(hash, now)))[0];
  const remembered = new Map<string, { row: ReturnType<typeof look>; until: number }>();
  return (secret: string, now: Instant) => {
    const hash = hashOfSecret(secret);
    const key = hash.toString('base64');
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.row;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const row = look(hash, now);
    row.catch(() => remembered.delete(key));
    remembered.set(key, { row, until: performance.now() + REMEMBERED_MS });
    return row;
  };
}

/** The business of a token, where it counts: at its own address, or on the bare host, where the token names it. */
function homes({ database }: Core) {
  const tenantOf = findTenants(database);
  return async ({ tenant_id, mode }: BearerRow, place: Place, now: Instant): Promise<TenantRow | null> => {
    if (place.at === 'business') return place.row.id === tenant_id ? place.row : null;
    if (place.at === 'platform') return null;
    return (await tenantOf({ id: tenant_id, mode }, now))?.row ?? null;
  };
}

/** The person who made it as they are now: the scopes of the token only take away from that. */
function bearerOf(row: BearerRow, tenant: TenantRow): Bearer {
  const { id, mode, name, version, requests_per_minute, email } = row;
  const actor: Actor = {
    kind: 'user',
    id: row.user_id,
    name: row.user_name,
    role: row.role,
    resource_ids: [],
    customer_id: null,
    token: { id, name },
  };
  return {
    token_id: id,
    tenant,
    mode,
    actor: withExtras({ actor, extras: row.extras }, mode),
    email,
    scopes: new Set(row.scopes),
    version,
    requests_per_minute,
  };
}
