import { type BusyTimeline, busyTimeline } from '@smooth/engine/busy.ts';
import { candidatesFor } from '@smooth/engine/candidates.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { found } from '../../core/errors.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { type BookableService, type BusinessRules, knownRules, readRules } from './rules.ts';

/** What a listing is computed from: the rules and the busy time of all resources that could serve. */
export interface ListingFacts {
  rules: BusinessRules;
  service: BookableService;
  busy: ReadonlyMap<string, BusyTimeline>;
}

interface Span {
  from: Instant;
  until: Instant;
}

/** The busy time of one resource as of one version, for as long as no hold in it runs out. */
interface KnownBusy extends Span {
  version: number;
  good_until: Instant;
  timeline: BusyTimeline;
}

const candidates = new WeakMap<BusinessRules, Map<string, string[]>>();

/** Every resource that could fill some line of the service, in the order of ids. */
export function candidateIds(rules: BusinessRules, service: BookableService): string[] {
  const known = candidates.get(rules) ?? new Map<string, string[]>();
  candidates.set(rules, known);
  const ids = known.get(service.id) ?? collectCandidates(rules, service);
  known.set(service.id, ids);
  return ids;
}

const collectCandidates = (rules: BusinessRules, service: BookableService) =>
  [...new Set(service.requires.flatMap((line) => candidatesFor(rules.schedule, line).map(({ id }) => id)))].sort();

/**
 * The facts for a listing. One round trip brings the versions; whatever is remembered of them is used, and only what
 * has changed since is read, in the same snapshot as its version.
 */
export async function listingFacts(tenant: Tenant, serviceId: string, span: Span): Promise<ListingFacts> {
  let rules = knownRules(tenant) ?? (await readRules(tenant));
  const memory = memoryOf(tenant);
  const wide = { from: floorTo(span.from - 2 * DAY), until: floorTo(span.until + 2 * DAY) + STRIDE_MS };
  for (let tries = 1; ; tries += 1) {
    const service = found(rules.services.get(serviceId));
    const ids = candidateIds(rules, service);
    // Where others write faster than this reads, everything is read in one snapshot.
    const missing = ids.filter((id) => tries > MOST_TRIES || !covers(memory.get(id), span, tenant.now));
    const [state] = await ask(tenant, plain(busyState(ids, missing, wide, tenant.now)));
    for (const id of missing) memory.set(id, knownFrom(state!, id, wide));
    const stale = ids.filter((id) => memory.get(id)?.version !== state!.versions[id]);
    for (const id of stale) memory.forget(id);
    if (state!.rules_version !== rules.version) rules = await readRules(tenant);
    else if (stale.length === 0)
      return { rules, service, busy: new Map(ids.map((id) => [id, memory.get(id)!.timeline])) };
  }
}

const MOST_TRIES = 3;

interface BusyState {
  rules_version: number;
  versions: Record<string, number>;
  claims: [resourceId: string, start: Instant, end: Instant, expires: Instant | null][];
}

function busyState(ids: string[], missing: string[], { from, until }: Span, now: Instant) {
  const claims = sql`SELECT coalesce(json_agg(json_build_array(resource_id,
        (extract(epoch FROM lower(during)) * 1000)::float8, (extract(epoch FROM upper(during)) * 1000)::float8,
        (extract(epoch FROM expires_at) * 1000)::float8)), '[]') FROM claims
      WHERE resource_id = ANY(${missing}) AND during && tstzrange(${new Date(from)}, ${new Date(until)})
        AND (expires_at IS NULL OR expires_at > ${new Date(now)})`;
  return sql<BusyState>`SELECT (SELECT version FROM rules_version) AS rules_version,
    (SELECT coalesce(json_object_agg(resource_id, version), '{}') FROM resource_busy WHERE resource_id = ANY(${ids})) AS versions,
    (${missing.length === 0 ? sql`SELECT '[]'::json` : claims}) AS claims`;
}

function knownFrom({ versions, claims }: BusyState, id: string, span: Span): KnownBusy {
  const own = claims.filter(([resourceId]) => resourceId === id);
  const ends = own.flatMap(([, , , expires]) => (expires === null ? [] : [expires]));
  return {
    ...span,
    version: versions[id] ?? 0,
    good_until: Math.min(Number.POSITIVE_INFINITY, ...ends),
    timeline: busyTimeline(own.map(([resource_id, start, end]) => ({ resource_id, start, end, units: 1 }))),
  };
}

const covers = (known: KnownBusy | undefined, { from, until }: Span, now: Instant) =>
  known !== undefined && known.from <= from && known.until >= until && now < known.good_until;

const STRIDE_MS = 16 * DAY;
const floorTo = (instant: Instant) => Math.floor(instant / STRIDE_MS) * STRIDE_MS;

/** About 64 MB of remembered busy time per database. */
const MOST_NUMBERS = 8_000_000;

/** Busy time as it was last seen, of one tenant and mode within the whole. */
interface Memory {
  get(id: string): KnownBusy | undefined;
  set(id: string, known: KnownBusy): void;
  forget(id: string): void;
}

const byDatabase = new WeakMap<object, { known: Map<string, KnownBusy>; numbers: number }>();

function memoryOf({ database, role }: Tenant): Memory {
  const all = byDatabase.get(database) ?? { known: new Map<string, KnownBusy>(), numbers: 0 };
  byDatabase.set(database, all);
  const key = (id: string) => `${role}:${id}`;
  return {
    get: (id) => all.known.get(key(id)),
    forget: (id) => void all.known.delete(key(id)),
    set(id, known) {
      all.numbers += known.timeline.length;
      if (all.numbers > MOST_NUMBERS) {
        all.known.clear();
        all.numbers = known.timeline.length;
      }
      all.known.set(key(id), known);
    },
  };
}
