import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf } from '@smooth/contract/core/endpoint.ts';
import type { Mode } from '@smooth/contract/identity/roles.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type { Core } from '../core.ts';
import { Refused } from '../errors.ts';
import { mayTry } from '../policy.ts';
import { inEvenSuspended, inTenant, type Tenant, type TenantDb } from '../tenant/tenant.ts';
import { bearerVisit, demandScope, isOpenToTokens } from './bearer.ts';
import { bearerIn } from './credential.ts';
import { answerOf, keepable, refusalOf, type Telling } from './answer.ts';
import { type Answer, AnsweredBefore, keyOf, once, rememberAnswer } from './idempotency.ts';
import { ReadyFile, ReadyText } from './ready.ts';
import { fieldText } from './field-text.ts';
import { refuseCrossSite } from './origin.ts';
import { fieldErrors } from './problem.ts';
import { tryAgain } from './try-again.ts';
import { type Versioning, versioningOf } from './versions.ts';
import { type Doors, type Visit, visitOf } from './visit.ts';

/**
 * Who may come in at all: an action of the policies, anybody signed in, or everyone without looking at a session.
 * `refused` hears of those whose role does not allow it.
 */
export type May =
  | { may: string; refused?: (visit: Visit, request: FastifyRequest) => Promise<void> }
  | { may: 'signed_in' }
  | { may: 'everyone'; link?: (params: Record<string, string>) => Mode | null };

interface Given<E extends Endpoint> {
  params: ParamsOf<E>;
  query: QueryOf<E>;
  body: BodyOf<E>;
  visit: Visit;
  actor: Actor;
  now: Instant;
  request: FastifyRequest;
  reply: FastifyReply;
}
type InBusiness<E extends Endpoint> = Given<E> & { tenant: Tenant };

type Result<E extends Endpoint> = Promise<AnswerOf<E> | ReadyText>;

/** A registered route, for the isolation matrix and the API document. */
export interface RegisteredRoute {
  endpoint: Endpoint;
  may: string;
  place: 'business' | 'platform' | 'any';
  writes: boolean;
}

export interface Routes {
  /** A read in a business. */
  read<E extends Endpoint>(
    endpoint: E,
    may: May,
    handler: (given: InBusiness<E>) => Result<E> | Promise<ReadyFile>,
  ): void;
  /** A change in a business: one transaction around the handler, its answer and the idempotency key. */
  write<E extends Endpoint>(
    endpoint: E,
    may: May,
    handler: (given: InBusiness<E> & { tx: TenantDb }) => Result<E>,
    /** Asks the outside before there is a transaction that would wait for it. */
    before?: (given: InBusiness<E>) => Promise<void>,
  ): void;
  /** Outside of any tenant's schema, or in another one than that of the request: sign-in, the console, the sandbox. */
  open<E extends Endpoint>(
    endpoint: E,
    may: May & { place: RegisteredRoute['place'] },
    handler: (given: Given<E>) => Result<E>,
  ): void;
  readonly registered: RegisteredRoute[];
}

export function routesOf(
  app: FastifyInstance,
  core: Core,
  doors: Doors,
  versioning: Versioning = versioningOf([]),
): Routes {
  const registered: RegisteredRoute[] = [];
  const add = <E extends Endpoint>(
    endpoint: E,
    may: May,
    about: Pick<RegisteredRoute, 'place' | 'writes'>,
    answer: (given: Given<E>, told: Telling<E>) => Promise<Answer | ReadyFile>,
  ) => {
    registered.push({ endpoint, may: may.may, ...about });
    app.route({
      method: endpoint.method,
      url: endpoint.path,
      ...(endpoint.max_body_bytes !== undefined && { bodyLimit: endpoint.max_body_bytes }),
      handler: async (request, reply) => {
        const given = await comeIn({ core, doors, versioning }, { endpoint, may, place: about.place }, request, reply);
        const told = { endpoint, asSpoken: (body: unknown) => versioning.told(endpoint, given.visit.version, body) };
        const answered = await answer(given, told).catch((error: unknown) => {
          throw refusalOf(told, error);
        });
        if (answered instanceof ReadyFile)
          return reply.type(endpoint.produces!).header('content-length', answered.bytes).send(answered.stream);
        const { status, body } = answered;
        void reply.code(status);
        return body === null
          ? reply.send()
          : reply.type(`${endpoint.produces ?? 'application/json'}; charset=utf-8`).send(body);
      },
    });
  };
  return {
    registered,
    read: (endpoint, may, handler) =>
      add(endpoint, may, { place: 'business', writes: false }, async (given, told) => {
        const result = await handler({ ...given, tenant: given.visit.tenant! });
        return result instanceof ReadyFile ? result : answerOf(told, result);
      }),
    write: (endpoint, may, handler, before) =>
      add(endpoint, may, { place: 'business', writes: true }, async (given, told) => {
        await before?.({ ...given, tenant: given.visit.tenant! });
        return writeOnce(core, told, given, handler);
      }),
    open: (endpoint, { place, ...may }, handler) =>
      add(endpoint, may, { place, writes: false }, async (given, told) => answerOf(told, await handler(given))),
  };
}

interface Door<E extends Endpoint> {
  endpoint: E;
  may: May;
  place: RegisteredRoute['place'];
}

interface House {
  core: Core;
  doors: Doors;
  versioning: Versioning;
}

async function comeIn<E extends Endpoint>(
  house: House,
  door: Door<E>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Given<E>> {
  const { endpoint, may } = door;
  const visit = await visitAt(house, door, request, reply);
  if (door.place === 'business' && !visit.tenant) throw new Refused('unknown_business');
  if (door.place === 'platform' && visit.place.at !== 'platform') throw new Refused('not_found');
  if (may.may !== 'everyone') {
    await admit(visit, door, request);
    await demandPerson(house.core, visit, door, request);
  }
  const { query, body } = house.versioning.understood(endpoint, visit.version, request);
  return {
    params: parsed(endpoint.params, request.params, 'params') as ParamsOf<E>,
    query: parsed(endpoint.query, query, 'query') as QueryOf<E>,
    body: parsed(endpoint.body, body ?? undefined, 'body') as BodyOf<E>,
    visit,
    actor: visit.actor,
    now: visit.now,
    request,
    reply,
  };
}

/** Who comes, and with what: a token where one is presented, else a session, where either is looked at. */
async function visitAt(
  { core, doors }: House,
  { endpoint, may, place }: Door<Endpoint>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Visit> {
  const everyone = may.may === 'everyone';
  const session = !everyone || place === 'any';
  const presented = session ? bearerIn(request) : null;
  if (presented !== null) {
    if (!isOpenToTokens(endpoint)) throw new Refused('session_only');
    return bearerVisit(core, doors, request, { presented, reply });
  }
  if (!everyone || !endpoint.path.startsWith('/api/booking/')) refuseCrossSite(request);
  const linkMode = ('link' in may && may.link?.(request.params as Record<string, string>)) || null;
  return visitOf(core, doors, request, { session, linkMode });
}

async function admit(visit: Visit, { endpoint, may }: Door<Endpoint>, request: FastifyRequest): Promise<void> {
  const action = may.may;
  if (visit.bearer) demandScope(visit.bearer, endpoint);
  else if (!visit.signedIn) throw new Refused('unauthenticated');
  if ('refused' in may && !mayTry(visit.actor, action)) await may.refused?.(visit, request);
  if (action !== 'signed_in' && !mayTry(visit.actor, action)) throw new Refused('forbidden');
}

/** How long a proof of identity holds for what asks for a fresh one. */
export const PROOF_LASTS_MS = 15 * MINUTE;

/**
 * What is asked of the person beyond their rights: to be there themself, to have a second factor, and to have just proved
 * who they are. Whoever acts as somebody cannot prove to be them.
 */
async function demandPerson(
  { config }: Core,
  visit: Visit,
  { endpoint, may }: Door<Endpoint>,
  request: FastifyRequest,
): Promise<void> {
  const { signedIn, now, place } = visit;
  if (!signedIn) return;
  if ((endpoint.in_person || endpoint.sudo) && signedIn.masquerade) {
    if ('refused' in may) await may.refused?.(visit, request);
    throw new Refused('acting_as_somebody');
  }
  const { has_second_factor, proved_at } = signedIn.session;
  if (config.production && place.at === 'platform' && may.may !== 'signed_in' && !has_second_factor)
    throw new Refused('second_factor_required');
  if (endpoint.sudo && proved_at <= now - PROOF_LASTS_MS) throw new Refused('sudo_required');
}

/** For what asks for a fresh proof of identity only in some cases; the contract names `sudo_required` as a refusal. */
export function demandProof({ signedIn, now }: Visit): void {
  if (!signedIn || signedIn.session.proved_at <= now - PROOF_LASTS_MS) throw new Refused('sudo_required');
}

function parsed(schema: z.ZodType | undefined, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value, { error: fieldText });
  if (result.success) return result.data;
  // An id that cannot be one belongs to nothing, but says so: 400 with the pointer.
  throw new Refused('malformed_request', {
    detail: 'Some fields are not as they should be.',
    errors: fieldErrors(result.error, part),
  });
}

async function writeOnce<E extends Endpoint>(
  core: Core,
  telling: Telling<E>,
  given: Given<E>,
  handler: (given: InBusiness<E> & { tx: TenantDb }) => Result<E>,
): Promise<Answer> {
  const tenant = given.visit.tenant!;
  const key = keyOf(given.request, given.actor);
  const isEvenSuspended = telling.endpoint.while_suspended?.safeParse(given.body).success ?? false;
  const attempt = () =>
    (isEvenSuspended ? inEvenSuspended : inTenant)(tenant, async (tx) => {
      const work = async () => answerOf(telling, await handler({ ...given, tenant, tx }));
      if (!key) return work();
      const answer = await once(tx, key, work);
      rememberAnswer(tx, key, keepable(answer, telling.endpoint));
      return answer;
    });
  try {
    const answer = await tryAgain(attempt);
    core.wake(tenant);
    return answer;
  } catch (error) {
    if (error instanceof AnsweredBefore) return error.answer;
    throw await completed(error);
  }
}

async function completed(error: unknown): Promise<unknown> {
  if (!(error instanceof Refused) || !error.afterwards) return error;
  return new Refused(error.code, { ...error.details, ...(await error.afterwards()) });
}
