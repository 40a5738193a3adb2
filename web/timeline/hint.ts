import type { Timeline, TimelineService } from '@smooth/contract/scheduling/timeline.ts';
import { candidatesFor } from '@smooth/engine/candidates.ts';
import type { DecideInput } from '@smooth/engine/decide.ts';
import { DAY, MINUTE } from '@smooth/engine/instant.ts';
import { compileSchedule, type CompiledSchedule } from '@smooth/engine/schedule.ts';
import type { Busy, Instant, Weekday } from '@smooth/engine/types.ts';
import { clockOf, conflictOf, conflictWords } from '@smooth/engine/conflict.ts';
import type { ConflictTexts } from '@smooth/engine/words/en.ts';
import { ms } from './model.ts';

/** What the engine needs to tell whether a time could be taken. */
export interface HintFacts {
  schedule: CompiledSchedule;
  busy: ReadonlyMap<string, readonly Busy[]>;
  names: ReadonlyMap<string, { name: string; type: string }>;
  /** What takes time, by id: `Haircut for Maya Lopez`. */
  bookings: ReadonlyMap<string, string>;
  reasons: ReadonlyMap<string, string>;
  time: ReturnType<typeof clockOf>;
}

export function hintFacts(data: Timeline, locale: string, texts: ConflictTexts): HintFacts {
  const services = new Map(data.services.map((service) => [service.id, service]));
  const named = data.bars.map(
    ({ id, service_id, customer }) => [id, texts.booking(services.get(service_id)?.name ?? '', customer)] as const,
  );
  const reasons = [
    ...data.blocks.map(({ id, reason }) => [id, reason ?? ''] as const),
    ...data.closures.map(({ id, name }) => [id, name] as const),
  ];
  return {
    schedule: scheduleOf(data),
    busy: Map.groupBy(busyOf(data), ({ resource_id }) => resource_id),
    names: new Map(data.resources.map(({ id, name, type }) => [id, { name, type }])),
    bookings: new Map(named),
    reasons: new Map(reasons),
    time: clockOf(locale, data.time_zone),
  };
}

const schedules = new WeakMap<Timeline, CompiledSchedule>();

/** The rules of a timeline as the engine takes them, made once. */
export function scheduleOf(data: Timeline): CompiledSchedule {
  const schedule = schedules.get(data) ?? compileSchedule(rulesOf(data));
  schedules.set(data, schedule);
  return schedule;
}

export interface Wished {
  service: TimelineService;
  start: Instant;
  end: Instant;
  resourceIds: readonly string[];
  /** The appointment that is moved. */
  ignore?: string | undefined;
  now: Instant;
}

/** Why the time cannot be taken, in the words with which the server would refuse it; null when it can. */
export function hintFor(facts: HintFacts, wished: Wished, texts: ConflictTexts): string | null {
  const { service, start, end, resourceIds, ignore, now } = wished;
  if (resourceIds.length === 0 && service.requires.length > 0) return null;
  const lasting = { ...service, duration_minutes: (end - start) / MINUTE };
  const conflict = conflictOf({
    rules: facts.schedule,
    service: lasting,
    busy: near(facts, lasting, wished),
    now,
    audience: 'business',
    start,
    resourceIds,
    keep: resourceIds,
    ignore: ignore ? [ignore] : [],
  } satisfies DecideInput);
  if (!conflict) return null;
  return conflictWords(
    conflict,
    {
      resource: (id) => facts.names.get(id),
      blocker: ({ id }) => facts.bookings.get(id ?? '') ?? (facts.reasons.get(id ?? '') || null),
      service: service.name,
      time: facts.time,
    },
    texts,
  );
}

/** A service that takes one resource for some time: to judge empty time that is drawn on. */
export const anyUse = (resourceId: string, minutes: number): TimelineService => ({
  id: '',
  name: '',
  color: '',
  kind: 'appointment',
  is_active: true,
  duration_minutes: minutes,
  padding_before_minutes: 0,
  padding_after_minutes: 0,
  min_notice_minutes: 0,
  slot_step_minutes: 5,
  slot_anchor: 'clock',
  window_days: null,
  window_from_on: null,
  window_until_on: null,
  price_minor: 0,
  resource_terms: [],
  requires: [
    {
      id: 'any',
      type: null,
      resource_ids: [resourceId],
      quantity: 1,
      units: 1,
      padding_before_minutes: null,
      padding_after_minutes: null,
      is_choosable: true,
    },
  ],
});

function rulesOf({ locations, resources, closures, blocks }: Timeline) {
  const once = Map.groupBy(
    blocks.filter(({ is_recurring }) => !is_recurring),
    ({ resource_id }) => resource_id,
  );
  const timed = <T extends { start: string; end: string }>(one: T) => ({
    ...one,
    start: ms(one.start),
    end: ms(one.end),
  });
  return {
    locations: locations.map((place) => ({ ...place, weekly_hours: weekly(place.weekly_hours) })),
    closures: closures.map(timed),
    resources: resources.map((resource) => ({
      ...resource,
      weekly_hours: weekly(resource.weekly_hours),
      weekly_breaks: weekly(resource.weekly_breaks),
      recurring_time_off: weekly(resource.recurring_time_off),
      time_off: (once.get(resource.id) ?? []).map(timed),
    })),
  };
}

const weekly = <T extends { weekday: number }>(windows: readonly T[]) => windows as (T & { weekday: Weekday })[];

function busyOf({ bars, held, tray }: Timeline): Busy[] {
  const shown = new Set(bars.map(({ id }) => id));
  const waiting = tray.filter(({ id }) => !shown.has(id));
  const booked = [...bars, ...waiting].flatMap(({ id, kind, claims }) =>
    claims.map((claim): Busy => ({ ...claim, start: ms(claim.start), end: ms(claim.end), ref: { kind, id } })),
  );
  const others = held.map(({ id, kind, ...claim }): Busy => ({
    ...claim,
    start: ms(claim.start),
    end: ms(claim.end),
    ref: { kind, id },
  }));
  return [...booked, ...others];
}

/** What is busy around the wish, of those that could serve: the engine need not look at the whole week. */
function near({ schedule, busy }: HintFacts, service: TimelineService, { start, end, resourceIds }: Wished): Busy[] {
  const ids = new Set(resourceIds);
  for (const line of service.requires) for (const { id } of candidatesFor(schedule, line)) ids.add(id);
  return [...ids].flatMap((id) => (busy.get(id) ?? []).filter((one) => one.start < end + DAY && one.end > start - DAY));
}
