import { candidatesFor } from './candidates.ts';
import { type CompiledSchedule, compiled, type Schedule } from './schedule.ts';
import type { ClaimPlan, ResourceTerms, ServiceRules } from './types.ts';

type Lasting = Pick<ServiceRules, 'duration_minutes' | 'requires' | 'resource_terms'>;

/**
 * The service once for each duration it can have, the standard one first: each with the deciding line narrowed to those
 * who take that long. Without durations of their own it is the service itself, and nothing costs more than it did.
 */
export function variantsOf(schedule: CompiledSchedule, service: ServiceRules): readonly ServiceRules[] {
  if (service.resource_terms.every(({ duration_minutes }) => duration_minutes === null)) return [service];
  const line = decidingLine(schedule, service);
  if (line < 0) return [service];
  const ids = candidatesFor(schedule, service.requires[line]!).map(({ id }) => id);
  const byDuration = Map.groupBy(ids, (id) => durationOf(service, id));
  const isStandard = (minutes: number) => minutes === service.duration_minutes;
  return [...byDuration]
    .toSorted(([a], [b]) => Number(isStandard(b)) - Number(isStandard(a)) || a - b)
    .map(([duration_minutes, resource_ids]) => ({
      ...service,
      duration_minutes,
      requires: service.requires.map((one, at) => (at === line ? { ...one, resource_ids } : one)),
    }));
}

export interface Terms {
  duration_minutes: number;
  price_minor: number;
}

type Priced = Lasting & { price_minor: number };

/** Duration and price where this resource is chosen; null where it does not fill the line that decides them. */
export function termsBy(rules: Schedule, service: Priced, resourceId: string): Terms | null {
  const schedule = compiled(rules);
  const line = service.requires[decidingLine(schedule, service)];
  if (!line) return withOwn(service, undefined);
  const decides = candidatesFor(schedule, line).some(({ id }) => id === resourceId);
  return decides ? withOwn(service, termsOf(service, resourceId)) : null;
}

/** The least and the most of duration and price among all who can do it, each by itself. */
export function termsRange(rules: Schedule, service: Priced): { least: Terms; most: Terms } {
  const schedule = compiled(rules);
  const line = service.requires[decidingLine(schedule, service)];
  const all = line
    ? candidatesFor(schedule, line).map(({ id }) => withOwn(service, termsOf(service, id)))
    : [withOwn(service, undefined)];
  const of = (pick: (...values: number[]) => number): Terms => ({
    duration_minutes: pick(...all.map(({ duration_minutes }) => duration_minutes)),
    price_minor: pick(...all.map(({ price_minor }) => price_minor)),
  });
  return { least: of(Math.min), most: of(Math.max) };
}

/** Duration and price of an appointment with these resources, which are in the order of the lines, as plans have them. */
export function termsWith(rules: Schedule, service: Priced, resourceIds: readonly string[]): Terms {
  const line = decidingLine(compiled(rules), service);
  const place = service.requires.slice(0, Math.max(0, line)).reduce((sum, { quantity }) => sum + quantity, 0);
  return withOwn(service, line < 0 ? undefined : termsOf(service, resourceIds[place]));
}

/** The service with one duration, whoever does it; prices stay those of the person. */
export const lastingFor = <S extends Lasting>(service: S, duration_minutes: number): S => ({
  ...service,
  duration_minutes,
  resource_terms: service.resource_terms.map((terms) => ({ ...terms, duration_minutes: null })),
});

/** The longest that the service can last. */
export const longestMinutes = ({ duration_minutes, resource_terms }: Lasting): number =>
  Math.max(duration_minutes, ...resource_terms.map((terms) => terms.duration_minutes ?? 0));

/** Who fills the deciding line in a plan; the first claim where nobody has terms. */
export function decidingClaim(schedule: CompiledSchedule, service: Lasting, claims: readonly ClaimPlan[]) {
  const line = service.requires[decidingLine(schedule, service)];
  return claims.find(({ line_id }) => line_id === line?.id) ?? claims[0];
}

/** The first line that somebody with terms could fill; -1 where there is none. See docs/decisions/018. */
export function decidingLine(schedule: CompiledSchedule, { requires, resource_terms }: Lasting): number {
  if (resource_terms.length === 0) return -1;
  const ids = new Set(resource_terms.map(({ resource_id }) => resource_id));
  return requires.findIndex((line) => candidatesFor(schedule, line).some(({ id }) => ids.has(id)));
}

const termsOf = ({ resource_terms }: Lasting, id: string | undefined) =>
  resource_terms.find(({ resource_id }) => resource_id === id);

const durationOf = (service: Lasting, id: string): number =>
  termsOf(service, id)?.duration_minutes ?? service.duration_minutes;

const withOwn = ({ duration_minutes, price_minor }: Priced, own: ResourceTerms | undefined): Terms => ({
  duration_minutes: own?.duration_minutes ?? duration_minutes,
  price_minor: own?.price_minor ?? price_minor,
});
