import { addBits, type Bits, countWord, hasBit, isSameSet, membersOf, setBit } from './bits.ts';
import { narrowed, type Place, placesFor, shownLine, type Wish, wishFor } from './candidates.ts';
import { addDays } from './date.ts';
import type { Range } from './grid.ts';
import { afterPlacing, type Demand, usableFor } from './matching.ts';
import { noticeFrom, windowRange } from './policy.ts';
import { demandAt, eligibility, type Facts, type Prepared, prepared, slotsOf, surveyOf } from './survey.ts';
import { MINUTE } from './instant.ts';
import type { CompiledSchedule } from './schedule.ts';
import type { Instant, LocalDate, Zone } from './types.ts';
import { variantsOf } from './terms.ts';
import { startOfDay } from './zone.ts';

export interface ListInput extends Facts {
  /** Inclusive dates of `zone`: the dates the asker looks at, wherever the place is. */
  from: LocalDate;
  to: LocalDate;
  zone: Zone;
}

/**
 * A start that can be booked. `resource_ids` could each fill the shown line; the array is shared, do not change it. Where
 * resources take differing times, one start has an offer for each end.
 */
export interface Offer {
  start: Instant;
  end: Instant;
  resource_ids: readonly string[];
}

/**
 * Every start the asker may book, in order of start, then end. Customers see the slot grid within notice and window; the business sees
 * the clock grid without either. Throws RangeError for an unknown zone.
 */
export function listStarts(input: ListInput): Offer[] {
  const facts = prepared(input);
  const lists = variantsOf(facts.schedule, input.service).flatMap((service) =>
    offersOf({ ...facts, service, duration: service.duration_minutes * MINUTE }, input),
  );
  return lists.length === 1 ? lists[0]! : merged(lists);
}

/** One list for each place. */
function offersOf(facts: Prepared, input: ListInput): Offer[][] {
  const range = { from: startOfDay(input.zone, input.from), until: startOfDay(input.zone, addDays(input.to, 1)) };
  return placesFor(facts.schedule, facts.service).flatMap((place) => {
    const wish = input.resourceId ? wishFor(place, input.resourceId, input.audience) : null;
    if (input.resourceId && !wish) return [];
    const narrow = wish && narrowed(place, wish);
    const allowed = input.audience === 'business' ? range : withinPolicy(input, place, range);
    return allowed.from < allowed.until ? [offersAt(facts, narrow ?? place, narrow ? null : wish, allowed)] : [];
  });
}

function withinPolicy({ service, now }: Facts, { location }: Place, { from, until }: Range): Range {
  const window = windowRange(service, location.time_zone, now);
  return { from: Math.max(from, window.from, noticeFrom(service, now)), until: Math.min(until, window.until) };
}

function offersAt(facts: Prepared, place: Place, wish: Wish | null, range: Range): Offer[] {
  const survey = surveyOf(facts, place, range);
  const slots = slotsOf(facts, survey, range);
  const question = { starts: slots.starts, duration: facts.duration, withHours: true, withBusy: true };
  const masks = eligibility(survey, slots, question);
  const shown = shownLine(place);
  const demand = (index: number) => demandAt(survey, masks, index);
  const usable = wish || sharesResources(place) ? matched(demand, shown, wish) : apart(place, masks, shown);
  const bits = new Uint32Array(place.lines[0]!.members.length);
  const namesOf = namer(facts.schedule, place);
  const offers: Offer[] = [];
  for (let index = 0; index < slots.starts.length; index++) {
    if (!usable(index, bits)) continue;
    const start = slots.starts[index]!;
    offers.push({ start, end: start + facts.duration, resource_ids: namesOf(bits) });
  }
  return offers;
}

/** Writes who can fill the shown line in a complete assignment at a start; false when there is no such assignment. */
type Usable = (index: number, into: Bits) => boolean;

function sharesResources({ lines }: Place): boolean {
  const seen = new Uint32Array(lines[0]!.members.length);
  return lines.some(({ members }) => {
    const isShared = members.some((word, at) => (word & seen[at]!) !== 0);
    addBits(seen, members);
    return isShared;
  });
}

/** Lines without common resources stand apart: each only needs enough of its own. */
function apart({ lines }: Place, masks: readonly Bits[], shown: number): Usable {
  const words = lines[0]!.members.length;
  return (index, into) => {
    for (let line = 0; line < lines.length; line++) {
      let count = 0;
      for (let word = 0; word < words; word++) count += countWord(masks[line]![index * words + word]!);
      if (count < lines[line]!.quantity) return false;
    }
    for (let word = 0; word < words; word++) into[word] = masks[shown]![index * words + word]!;
    return true;
  };
}

function matched(demandOf: (index: number) => Demand, shown: number, wish: Wish | null): Usable {
  return (index, into) => {
    const demand = demandOf(index);
    into.fill(0);
    if (!wish) addBits(into, usableFor(demand, shown));
    for (const line of wish?.lines ?? []) {
      if (!hasBit(usableFor(demand, line), wish!.resource)) continue;
      if (line === shown) setBit(into, wish!.resource);
      addBits(into, usableFor(afterPlacing(demand, line, wish!.resource), shown));
    }
    return into.some((word) => word !== 0);
  };
}

/** The sets of a schedule's resources that were named before, by their ids in one string. */
const named = new WeakMap<CompiledSchedule, Map<string, Map<string, readonly string[]>>>();
const MOST_NAMED = 10_000;

/** Ids of a set of resources. The same set is the same array, in this answer and in later ones. */
function namer(schedule: CompiledSchedule, { resources }: Place): (bits: Bits) => readonly string[] {
  const names = resources.flatMap((resource) => resource?.id ?? []);
  // The location itself fills the line of a service that needs no resource, and has no id to show.
  if (names.length === 0) return () => names;
  const known = namedAmong(schedule, names);
  let last: Bits = new Uint32Array();
  let ids: readonly string[] = [];
  return (bits) => {
    if (isSameSet(bits, last)) return ids;
    last = bits.slice();
    const key = last.join();
    ids = known.get(key) ?? membersOf(last, names);
    if (known.size > MOST_NAMED) known.clear();
    known.set(key, ids);
    return ids;
  };
}

function namedAmong(schedule: CompiledSchedule, names: readonly string[]): Map<string, readonly string[]> {
  const lists = named.get(schedule) ?? new Map<string, Map<string, readonly string[]>>();
  named.set(schedule, lists);
  const key = names.join();
  const known = lists.get(key) ?? new Map<string, readonly string[]>();
  lists.set(key, known);
  return known;
}

/** Offers of several places and durations; one start with one end is offered once, with the resources of all of them. */
function merged(lists: readonly Offer[][]): Offer[] {
  const byStart = Map.groupBy(lists.flat(), ({ start }) => start);
  return [...byStart]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([start, offers]) =>
      [...Map.groupBy(offers, ({ end }) => end)]
        .toSorted(([a], [b]) => a - b)
        .map(([end, same]) => ({ start, end, resource_ids: same.flatMap(({ resource_ids }) => resource_ids) })),
    );
}
