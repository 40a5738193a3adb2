import { type BusyTimeline, busyTimeline } from '@smooth/engine/busy.ts';
import { candidatesFor } from '@smooth/engine/candidates.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain, planned } from '../../core/db/raw.ts';
import { found } from '../../core/errors.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { anyRules, type BookableService, type BusinessRules, knownRules, readRules } from './rules.ts';

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

/** The busy time of one resource as of one version, by pages of the calendar: a month and a day share what they share. */
interface KnownBusy {
  version: number;
  pages: Map<number, Page>;
}

interface Page {
  timeline: BusyTimeline;
  /** When the first hold in it runs out. */
  good_until: Instant;
}

/** Inclusive numbers of pages. */
interface PageRange {
  first: number;
  last: number;
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

/** Who could be part of it, in the order of ids. Where somebody is chosen for the only place there is, nobody else counts. */
export function involvedIds(
  rules: BusinessRules,
  service: BookableService,
  chosen: readonly string[] = [],
): readonly string[] {
  const [line, ...others] = service.requires;
  if (chosen.length === 1 && line?.quantity === 1 && others.length === 0) return chosen;
  const ids = candidateIds(rules, service);
  return chosen.every((id) => ids.includes(id)) ? ids : [...new Set([...ids, ...chosen])].sort();
}

const collectCandidates = (rules: BusinessRules, service: BookableService) =>
  [...new Set(service.requires.flatMap((line) => candidatesFor(rules.schedule, line).map(({ id }) => id)))].sort();

/**
 * The facts for a listing. One round trip brings the versions; whatever is remembered of them is used, and only what
 * has changed since is read, in the same snapshot as its version.
 */
export async function listingFacts(
  tenant: Tenant,
  { service_id, resource_id, ...span }: Span & { service_id: string; resource_id?: string | undefined },
): Promise<ListingFacts> {
  let rules = knownRules(tenant) ?? (await readRules(tenant));
  // What is not known may be new.
  if (!rules.services.has(service_id)) rules = await anyRules(tenant);
  const memory = memoryOf(tenant);
  const pages = { first: pageOf(span.from), last: pageOf(span.until) };
  for (let tries = 1; ; tries += 1) {
    const service = found(rules.services.get(service_id));
    const all = candidateIds(rules, service);
    const isChosen = resource_id !== undefined && all.includes(resource_id);
    const ids = isChosen ? involvedIds(rules, service, [resource_id]) : all;
    // Where others write faster than this reads, everything is read in one snapshot.
    const missing = ids.filter((id) => tries > MOST_TRIES || !covers(memory.get(id), pages, tenant.now));
    const [state] = await ask(
      tenant,
      missing.length === 0 ? busyVersions(ids) : busyState(ids, missing, spanOf(pages), tenant.now),
    );
    keep(memory, state!, missing, pages);
    const stale = ids.filter((id) => memory.get(id)?.version !== state!.versions[id]);
    for (const id of stale) memory.forget(id);
    if (state!.rules_version !== rules.version) rules = await readRules(tenant);
    // While this one asked, another question may have put the newest version there, with other pages.
    else if (ids.every((id) => covers(memory.get(id), pages, tenant.now)))
      return { rules, service, busy: new Map(ids.map((id) => [id, timelineOver(memory.get(id)!, pages)])) };
  }
}

const MOST_TRIES = 3;

interface BusyState {
  rules_version: number;
  versions: Record<string, number>;
  claims: [resourceId: string, start: Instant, end: Instant, expires: Instant | null][];
}

const versionsOf = (ids: readonly string[]) => sql`(SELECT version FROM rules_version) AS rules_version,
  (SELECT coalesce(json_object_agg(resource_id, version), '{}') FROM resource_busy WHERE resource_id = ANY(${ids})) AS versions`;

const busyVersions = (ids: readonly string[]) =>
  planned(plain(sql<BusyState>`SELECT ${versionsOf(ids)}, '[]'::json AS claims`));

const busyState = (ids: readonly string[], missing: string[], { from, until }: Span, now: Instant) =>
  plain(sql<BusyState>`SELECT ${versionsOf(ids)},
    (SELECT coalesce(json_agg(json_build_array(resource_id,
        (extract(epoch FROM lower(during)) * 1000)::float8, (extract(epoch FROM upper(during)) * 1000)::float8,
        (extract(epoch FROM expires_at) * 1000)::float8)), '[]') FROM claims
      WHERE resource_id = ANY(${missing}) AND during && tstzrange(${new Date(from)}, ${new Date(until)})
        AND (expires_at IS NULL OR expires_at > ${new Date(now)})) AS claims`);

/** Keeps what was read beside the pages that are known of the same version. */
function keep(memory: Memory, { versions, claims }: BusyState, ids: string[], pages: PageRange): void {
  const byResource = Map.groupBy(claims, ([resourceId]) => resourceId);
  for (const id of ids) {
    const version = versions[id] ?? 0;
    const known = memory.get(id);
    const before = known?.version === version ? known.pages : [];
    const read = pagesOf(byResource.get(id) ?? [], pages);
    memory.set(id, { version, pages: new Map([...before, ...read]) });
  }
}

/** Claims are cut where a page ends, so that pages in a row make one timeline. */
function pagesOf(claims: BusyState['claims'], { first, last }: PageRange): [number, Page][] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const { from, until } = spanOf({ first: first + index, last: first + index });
    const within = claims.filter(([, start, end]) => start < until && end > from);
    const facts = within.map(([resource_id, start, end]) => ({
      resource_id,
      start: Math.max(start, from),
      end: Math.min(end, until),
      units: 1,
    }));
    const good_until = Math.min(Number.POSITIVE_INFINITY, ...within.flatMap(([, , , expires]) => expires ?? []));
    return [first + index, { timeline: busyTimeline(facts), good_until }];
  });
}

function covers(known: KnownBusy | undefined, { first, last }: PageRange, now: Instant): boolean {
  for (let number = first; number <= last; number++) {
    const page = known?.pages.get(number);
    if (!page || now >= page.good_until) return false;
  }
  return true;
}

function timelineOver({ pages }: KnownBusy, { first, last }: PageRange): BusyTimeline {
  if (first === last) return pages.get(first)!.timeline;
  const parts = Array.from({ length: last - first + 1 }, (_, index) => pages.get(first + index)!.timeline);
  const timeline = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    timeline.set(part, at);
    at += part.length;
  }
  return timeline;
}

const PAGE_MS = 16 * DAY;
const pageOf = (instant: Instant) => Math.floor(instant / PAGE_MS);
const spanOf = ({ first, last }: PageRange): Span => ({ from: first * PAGE_MS, until: (last + 1) * PAGE_MS });

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
    forget(id) {
      all.numbers -= sizeOf(all.known.get(key(id)));
      all.known.delete(key(id));
    },
    set(id, known) {
      const numbers = sizeOf(known);
      all.numbers += numbers - sizeOf(all.known.get(key(id)));
      if (all.numbers > MOST_NUMBERS) {
        all.known.clear();
        all.numbers = numbers;
      }
      all.known.set(key(id), known);
    },
  };
}

/** An empty page weighs something too. */
function sizeOf(known: KnownBusy | undefined): number {
  let numbers = 0;
  for (const { timeline } of known?.pages.values() ?? []) numbers += timeline.length + 16;
  return numbers;
}
