import type { Version } from '@smooth/contract/core/versions.ts';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyRequest } from 'fastify';
import { type Actor, visitor } from '../actor.ts';
import type { Core } from '../core.ts';
import { Refused } from '../errors.ts';
import type { TenantRow } from '../tenant/gate.ts';
import type { Bearer, Usage } from './credential.ts';
import { voiceOf } from './voice.ts';
import { type Tenant, tenantHandle } from '../tenant/tenant.ts';

export interface Session {
  id: string;
  user_id: string;
  tenant_id: string | null;
  mode: Mode;
  created_at: Instant;
  expires_at: Instant;
  /** When the person last proved who they are. */
  proved_at: Instant;
  has_second_factor: boolean;
}

/** Somebody signed in: the session, who they are, and the mode their account is bound to, if it is. */
export interface SignedIn {
  session: Session;
  actor: Actor;
  email: string;
  email_verified: boolean;
  locale: string | null;
  bound_mode: Mode | null;
  /** What they may do beyond their role, by mode. */
  extras: readonly Extra[];
  /** The person behind, while somebody acts as this one. */
  masquerade: ActingAs | null;
}

export interface Extra {
  mode: Mode;
  action: string;
  /** For a while, not for good. */
  is_grant: boolean;
}

export interface ActingAs {
  hijacker: { id: string; name: string; email: string };
  reason: string;
  expires_at: Instant;
}

/** Which surface a request arrived at. */
export type Place = { at: 'front' } | { at: 'platform' } | { at: 'business'; row: TenantRow };

/** How the outer rings of the house find places and people; core knows neither. */
export interface Doors {
  place(request: FastifyRequest): Promise<Place>;
  signedIn(request: FastifyRequest, place: Place, now: Instant): Promise<SignedIn | null>;
  /** Whom a token stands for and where; refuses one that does not count at this address. */
  bearer(request: FastifyRequest, presented: string, now: Instant): Promise<Bearer>;
  /** One more request with it. */
  count(bearer: Bearer): Promise<Usage>;
  /** What a person of a business is inside it: linked resources, customer. */
  within(actor: Actor, tenant: Tenant): Promise<Actor>;
}

/** Everything a request is, resolved once. */
export interface Visit {
  place: Place;
  mode: Mode;
  tenant: Tenant | null;
  signedIn: SignedIn | null;
  /** The token it came with, where it did; then nobody is signed in. */
  bearer: Bearer | null;
  actor: Actor;
  now: Instant;
  /** The version of the API that is spoken; null is the newest. */
  version: Version | null;
}

export interface Entry {
  /** The session counts; where it does not, a cookie is not even looked at. */
  session: boolean;
  /** The mode a link in the address stores. */
  linkMode: Mode | null;
}

export async function visitOf(core: Core, doors: Doors, request: FastifyRequest, entry: Entry): Promise<Visit> {
  const now = core.clock.now();
  const place = await doors.place(request);
  const asked = askedMode(request.headers['x-sandbox-mode']);
  const signedIn = entry.session ? await doors.signedIn(request, place, now) : null;
  const stored = entry.linkMode ?? signedIn?.bound_mode ?? null;
  if (asked !== null && stored !== null && asked !== stored) throw new Refused('mode_conflict');
  const mode = stored ?? asked ?? signedIn?.session.mode ?? 'live';
  const tenant = place.at === 'business' ? handleOf(core, place.row, { mode, now, request }) : null;
  const person = signedIn ? withExtras(signedIn, mode) : visitor;
  const actor = signedIn && tenant ? await doors.within(person, tenant) : person;
  return { place, mode, tenant, signedIn, bearer: null, actor, now, version: null };
}

/** Refuses a header that names another mode than the credential has. */
export function refuseOtherMode({ headers }: FastifyRequest, mode: Mode): void {
  const asked = askedMode(headers['x-sandbox-mode']);
  if (asked !== null && asked !== mode) throw new Refused('mode_conflict');
}

export function withExtras({ actor, extras }: Pick<SignedIn, 'actor' | 'extras'>, mode: Mode): Actor {
  const here = extras.filter((extra) => extra.mode === mode);
  if (here.length === 0) return actor;
  const actions = (isGrant: boolean) =>
    new Set(here.filter(({ is_grant }) => is_grant === isGrant).map(({ action }) => action));
  return { ...actor, permitted: actions(false), granted: actions(true) };
}

export function handleOf(
  { database }: Core,
  row: TenantRow,
  { mode, now, request }: { mode: Mode; now: Instant; request: FastifyRequest },
): Tenant {
  return tenantHandle(row, mode, database, now, voiceOf(request.headers['accept-language'], row.locale));
}

function askedMode(header: string | string[] | undefined): Mode | null {
  if (header === undefined) return null;
  if (header === 'true') return 'sandbox';
  if (header === 'false') return 'live';
  throw new Refused('malformed_request', {
    detail: 'The header X-Sandbox-Mode takes true or false.',
    errors: [{ pointer: '/headers/x-sandbox-mode', code: 'invalid_value', detail: 'Send true or false' }],
  });
}
