import type {
  Timeline,
  TimelineBar,
  TimelineBlock,
  TimelineResource,
  TimelineService,
} from '@smooth/contract/scheduling/timeline.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { stack } from './stack.ts';

/** A bar with its instants read, as the timeline handles it. */
export interface Bar {
  id: string;
  start: Instant;
  end: Instant;
  resourceIds: readonly string[];
  /** The time it takes on each resource, padding included. */
  claims: readonly Claimed[];
  service: TimelineService | undefined;
  of: TimelineBar;
}

export interface Claimed {
  id: string;
  from: Instant;
  until: Instant;
}

export interface RowBar {
  bar: Bar;
  lane: number;
  from: Instant;
  until: Instant;
}

/** Time off of one resource; of a weekly one there are several with the same id. */
export interface Off {
  id: string;
  start: Instant;
  end: Instant;
  resourceIds: readonly string[];
  of: TimelineBlock;
}

/** What can stand elsewhere. */
export type Thing = Bar | Off;

export const isOff = (thing: Thing): thing is Off => !('kind' in thing.of);

/** A weekly time off is changed as a whole, not one day of it by hand. */
export const mayMove = (thing: Thing): boolean =>
  isOff(thing) ? thing.of.can.edit && !thing.of.is_recurring : thing.of.can.includes('reschedule');

export interface Row {
  resource: TimelineResource;
  open: readonly Instant[];
  bars: readonly RowBar[];
  offs: readonly Off[];
  lanes: number;
}

/** A heading over rows, or a row. */
export type Item = { kind: 'group'; key: string; count: number } | { kind: 'row'; row: Row };

export interface Model {
  rows: readonly Row[];
  bars: ReadonlyMap<string, Bar>;
  /** Once only. */
  offs: ReadonlyMap<string, Off>;
  tray: readonly Bar[];
  services: ReadonlyMap<string, TimelineService>;
  data: Timeline;
}

/** Where a bar stands that was moved here and is not confirmed yet. */
export interface Moved {
  start: Instant;
  end: Instant;
  resourceIds: readonly string[];
}

const readBars = new WeakMap<TimelineBar, Bar>();

/** Rows with what stands in them. Rows that did not change come from `known`, so nothing is redrawn. */
export function modelOf(data: Timeline, moved: ReadonlyMap<string, Moved>, known = new Map<string, Row>()): Model {
  const services = new Map(data.services.map((service) => [service.id, service]));
  const readBar = (of: TimelineBar) => {
    const place = moved.get(of.id);
    return place ? placed(barOf(of, services), place) : barOf(of, services);
  };
  const loose = data.tray.filter(({ id, resource_ids }) => resource_ids.length === 0 && moved.has(id));
  const bars = new Map([...data.bars, ...loose].map((of) => [of.id, readBar(of)]));
  const tray = data.tray.map(readBar).filter(({ id }) => !moved.has(id));
  const byResource = new Map<string, Bar[]>();
  for (const bar of bars.values()) for (const id of bar.resourceIds) push(byResource, id, bar);
  const all = data.blocks.map((of) => offOf(of, moved.get(of.id)));
  const offs = new Map<string, Off[]>();
  for (const off of all) push(offs, off.resourceIds[0]!, off);
  const rows = data.resources
    .filter(({ id, is_active }) => is_active || byResource.has(id))
    .map((resource) => rowOf(resource, byResource.get(resource.id) ?? [], offs.get(resource.id) ?? [], known));
  const once = new Map(all.filter(({ of }) => !of.is_recurring).map((off) => [off.id, off]));
  return { rows, bars, offs: once, tray, services, data };
}

/** Many bars begin and end at the same few times, and reading one is dear. */
const read = new Map<string, Instant>();
const MOST_READ = 20_000;

export function ms(instant: string): Instant {
  const known = read.get(instant);
  if (known !== undefined) return known;
  if (read.size > MOST_READ) read.clear();
  const found = Date.parse(instant);
  read.set(instant, found);
  return found;
}

/** Which resource takes the place of which when a bar is dragged to another row: one of its kind, else the one grabbed. */
export function swapped(
  resourceIds: readonly string[],
  from: string | null,
  to: string,
  typeOf: (id: string) => string | undefined,
): string[] {
  if (resourceIds.includes(to)) return [...resourceIds];
  const sameType = resourceIds.filter((id) => typeOf(id) === typeOf(to));
  const leaves = from !== null && typeOf(from) === typeOf(to) ? from : sameType[0];
  if (leaves !== undefined) return resourceIds.map((id) => (id === leaves ? to : id));
  return from === null ? [...resourceIds, to] : resourceIds.map((id) => (id === from ? to : id));
}

/** The bar elsewhere, padding and all. */
export function placed(bar: Bar, { start, end, resourceIds }: Moved): Bar {
  const padding = bar.claims[0] ?? { from: bar.start, until: bar.end };
  const claims = resourceIds.map((id): Claimed => {
    const { from, until } = claimOn(bar, id) ?? padding;
    return { id, from: start - (bar.start - from), until: end + (until - bar.end) };
  });
  return { ...bar, start, end, resourceIds, claims };
}

function barOf(of: TimelineBar, services: ReadonlyMap<string, TimelineService>): Bar {
  const service = services.get(of.service_id);
  const known = readBars.get(of);
  if (known && known.service === service) return known;
  const bar = {
    id: of.id,
    start: ms(of.start),
    end: ms(of.end),
    resourceIds: of.resource_ids,
    claims: claimsOf(of),
    service,
    of,
  };
  readBars.set(of, bar);
  return bar;
}

const readOffs = new WeakMap<TimelineBlock, Off>();

function offOf(of: TimelineBlock, moved: Moved | undefined): Off {
  if (moved) return { id: of.id, of, ...moved };
  const known = readOffs.get(of);
  if (known) return known;
  const off = { id: of.id, start: ms(of.start), end: ms(of.end), resourceIds: [of.resource_id], of };
  readOffs.set(of, off);
  return off;
}

/** One stretch for each resource, whose several units may be claimed one by one. */
function claimsOf({ claims }: TimelineBar): Claimed[] {
  const all: Claimed[] = [];
  for (const { resource_id: id, start, end } of claims) {
    const [from, until] = [ms(start), ms(end)];
    const other = all.find((one) => one.id === id);
    if (other) Object.assign(other, { from: Math.min(from, other.from), until: Math.max(until, other.until) });
    else all.push({ id, from, until });
  }
  return all;
}

export const claimOn = ({ claims }: Bar, resourceId: string): Claimed | undefined =>
  claims.find(({ id }) => id === resourceId);

function rowOf(resource: TimelineResource, bars: readonly Bar[], offs: readonly Off[], known: Map<string, Row>): Row {
  const last = known.get(resource.id);
  const isSame =
    last?.resource === resource &&
    last.bars.length === bars.length &&
    last.bars.every(({ bar }, index) => bar === bars[index]) &&
    last.offs.length === offs.length &&
    last.offs.every((off, index) => off === offs[index]);
  if (isSame) return last;
  const spans = bars.map((bar) => claimOn(bar, resource.id) ?? { from: bar.start, until: bar.end });
  const { lanes, count } = stack(spans);
  const row = {
    resource,
    open: resource.open.map(ms),
    bars: bars.map((bar, index): RowBar => {
      const { from, until } = spans[index]!;
      return { bar, lane: lanes[index]!, from, until };
    }),
    offs,
    lanes: count,
  };
  known.set(resource.id, row);
  return row;
}

function push<T>(lists: Map<string, T[]>, key: string, one: T): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}
