import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import { newestVersion, VERSION_HEADER, type Version, versions } from '@smooth/contract/core/versions.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core.ts';
import { Refused } from '../errors.ts';
import type { Bearer } from './credential.ts';
import { type Doors, handleOf, refuseOtherMode, type Visit } from './visit.ts';

/** Whether tokens get through to an address at all. What asks for a person, or does not say what it needs, is closed. */
export const isOpenToTokens = ({ scope, sudo, in_person }: Endpoint): boolean =>
  scope !== undefined && !sudo && !in_person;

/** A visit with a token. A cookie that came along is not looked at. */
export async function bearerVisit(
  core: Core,
  doors: Doors,
  request: FastifyRequest,
  { presented, reply }: { presented: string; reply: FastifyReply },
): Promise<Visit> {
  const now = core.clock.now();
  const bearer = await doors.bearer(request, presented, now);
  await count(doors, bearer, reply);
  refuseOtherMode(request, bearer.mode);
  const version = versionOf(request, bearer);
  void reply.header(VERSION_HEADER, version);
  if (request.asked) request.asked.version = version;
  const tenant = handleOf(core, bearer.tenant, { mode: bearer.mode, now, request });
  const actor = await doors.within(bearer.actor, tenant);
  const place = { at: 'business', row: bearer.tenant } as const;
  return { place, mode: bearer.mode, tenant, signedIn: null, bearer, actor, now, version };
}

/** Counts a request against the limit of its token, and says how much is left (draft-ietf-httpapi-ratelimit-headers). */
async function count(doors: Doors, bearer: Bearer, reply: FastifyReply): Promise<void> {
  const { allowed, left, window_seconds, reset_seconds, is_exceeded } = await doors.count(bearer);
  void reply.headers({
    'ratelimit-policy': `"default";q=${allowed};w=${window_seconds}`,
    ratelimit: `"default";r=${left};t=${reset_seconds}`,
  });
  if (!is_exceeded) return;
  void reply.header('retry-after', String(reset_seconds));
  throw new Refused('rate_limited', {
    detail: `This token may send ${allowed} requests a minute. Wait ${reset_seconds} seconds.`,
    facts: { allowed, reset_seconds },
  });
}

function versionOf({ headers }: FastifyRequest, { version }: Bearer): Version {
  const asked = headers[VERSION_HEADER];
  const wanted = asked === undefined ? version : String(asked);
  const known = versions.find((one) => one === wanted);
  if (known) return known;
  const detail = `The versions are ${versions.join(' and ')}; the newest is ${newestVersion}.`;
  throw new Refused('unknown_version', {
    detail,
    errors: [{ pointer: `/headers/${VERSION_HEADER}`, code: 'invalid_value', detail }],
    facts: { versions },
  });
}

export function demandScope({ scopes }: Bearer, { scope }: Endpoint): void {
  if (scope === undefined || scopes.has(scope)) return;
  throw new Refused('missing_scope', {
    detail: `This token needs the scope ${scope}. Add it to the token, or use another one.`,
    facts: { scope },
  });
}
