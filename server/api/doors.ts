import { platformRoles } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../core/actor.ts';
import type { Core } from '../core/core.ts';
import { Refused } from '../core/errors.ts';
import { addressOf, withHeader } from '../core/http/address.ts';
import type { ActingAs, Doors, Place, SignedIn } from '../core/http/visit.ts';
import { askGate } from '../core/tenant/gate.ts';
import { ask } from '../core/tenant/tenant.ts';
import { tenantFinder } from '../tenancy/queries.ts';
import { boundMode } from '../identity/rules/bound.ts';
import { tokenIn, touchSession } from '../identity/actions/sessions.ts';
import { linkedResources } from '../identity/queries/people.ts';
import { sessionByToken } from '../identity/queries/sessions.ts';
import { identifying } from '../tokens/actions/identify.ts';
import { countedRequests } from '../tokens/actions/limit.ts';

const SEEN_EVERY_MS = 5 * 60 * 1000;

/** How requests find their business and their person. */
export function doorsOf(core: Core): Doors {
  const tenants = tenantFinder(core.database);
  const base = core.config.baseUrl.hostname;
  const identify = identifying(core);
  const doors: Doors = {
    async place(request): Promise<Place> {
      const header = request.headers['x-business-subdomain'];
      const address = withHeader(
        addressOf(request.headers.host ?? '', base),
        Array.isArray(header) ? header.join() : header,
      );
      if (address.at === 'bare') return { at: 'front' };
      if (address.at === 'platform') return { at: 'platform' };
      const row = await (address.at === 'domain'
        ? tenants.byDomain(address.hostname)
        : tenants.bySubdomain(address.subdomain));
      if (!row) throw new Refused('unknown_business');
      if (address.at === 'domain' && header !== undefined && header !== row.subdomain)
        throw new Refused('host_conflict');
      return { at: 'business', row };
    },
    signedIn: (request, place, now) => signedIn(core, request, place, now),
    bearer: async (request, presented, now) => identify(request, presented, await doors.place(request), now),
    count: countedRequests(),
    async within(actor, tenant) {
      if (actor.role === 'CUSTOMER') return { ...actor, customer_id: actor.id };
      if (actor.role !== 'TENANT_STAFF') return actor;
      const linked = await ask(tenant, linkedResources(actor.id!));
      return { ...actor, resource_ids: linked.map(({ id }) => id) };
    },
  };
  return doors;
}

async function signedIn(core: Core, request: FastifyRequest, place: Place, now: Instant): Promise<SignedIn | null> {
  const token = tokenIn(core, request);
  if (!token || place.at === 'front') return null;
  const [row] = await sessionRows(core, token, now);
  if (!row || !row.is_active || row.expires_at <= now) return null;
  // Whoever is switched off does not go on as somebody else.
  if (row.hijacker_id !== null && !row.hijacker_is_active) return null;
  const home = place.at === 'business' ? place.row.id : null;
  // A session counts only where it was opened: a platform's never in a business, a business's never in another.
  const isPlatform = (platformRoles as readonly string[]).includes(row.role);
  if (row.tenant_id !== home || isPlatform !== (place.at === 'platform')) return null;
  if (row.last_seen_at < now - SEEN_EVERY_MS) await touchSession(core, row.id, now);
  const actor: Actor = {
    kind: row.role === 'CUSTOMER' ? 'customer' : 'user',
    id: row.user_id,
    name: row.name,
    role: row.role,
    resource_ids: [],
    customer_id: null,
    ...(row.hijacker_id !== null && { masquerader: { id: row.hijacker_id, name: row.hijacker_name! } }),
  };
  return {
    session: row,
    actor,
    email: row.email,
    email_verified: row.email_verified_at !== null,
    locale: row.locale,
    extras: row.extras,
    masquerade: actingAs(row),
    bound_mode: boundMode(row),
  };
}

type SessionRow = Awaited<ReturnType<typeof sessionRows>>[number];
const sessionRows = (core: Core, token: string, now: Instant) => askGate(core.database, sessionByToken(token, now));

const actingAs = ({ hijacker_id, hijacker_name, hijacker_email, reason, expires_at }: SessionRow): ActingAs | null =>
  hijacker_id === null
    ? null
    : { hijacker: { id: hijacker_id, name: hijacker_name!, email: hijacker_email! }, reason: reason!, expires_at };
