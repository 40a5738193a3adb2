import { type Timeline, type TimelineBar, timelineVerbs } from '@smooth/contract/scheduling/timeline.ts';
import { daysAround, openingsOf, timeOffDuring } from '@smooth/engine/hours.ts';
import { formatInstant } from '@smooth/engine/instant.ts';
import { intersect } from '@smooth/engine/intervals.ts';
import type { Instant, Zone } from '@smooth/engine/types.ts';
import type { Actor } from '../../core/actor.ts';
import { blockPolicy } from '../policy/config.ts';
import type { BusinessResource } from '../queries/rules.ts';
import type { TimelineAppointment, TimelineClaimRow, TimelineClass, TimelineFacts } from '../queries/timeline.ts';
import { canDo } from './appointments.ts';
import { canDoWithClass } from './classes.ts';

interface Seen extends TimelineFacts {
  from: string;
  to: string;
  span: { from: Instant; until: Instant };
  zone: Zone;
  actor: Actor;
  now: Instant;
}

/** Rules and rows as one picture for one person. */
export function presentTimeline(seen: Seen): Timeline {
  const { rules, claims, appointments, classes } = seen;
  const resources = [...rules.resources.values()];
  const byOwner = Map.groupBy(claims, ({ id }) => id);
  const taken = (id: string) => (byOwner.get(id) ?? []).filter((claim) => !claim.is_former);
  const barOf = (row: TimelineAppointment) => appointmentBar(row, taken(row.id), seen);
  return {
    from: seen.from,
    to: seen.to,
    time_zone: seen.zone,
    locations: [...rules.locations.values()].map((place) => ({ ...place, weekly_hours: [...place.weekly_hours] })),
    resources: resources.map((resource) => presentResource(resource, seen)),
    closures: rules.schedule.rules.closures
      .filter(({ start, end }) => start < seen.span.until && end > seen.span.from)
      .map((closure) => ({ ...closure, name: closure.name ?? '', ...textsOf(closure) })),
    services: [...rules.services.values()].map((service) => ({
      ...service,
      requires: service.requires.map((line) => ({ ...line, resource_ids: [...line.resource_ids] })),
      resource_terms: [...service.resource_terms],
    })),
    blocks: resources.flatMap((resource) => blocksOf(resource, seen)),
    bars: [
      ...appointments.filter(({ in_range }) => in_range).map(barOf),
      ...classes.map((row) => classBar(row, taken(row.id), seen)),
    ],
    tray: appointments.filter(({ in_tray }) => in_tray).map(barOf),
    held: claims
      .filter(({ kind, is_former }) => kind === 'hold' || is_former)
      .map(({ kind, ...claim }) => ({
        ...claim,
        ...textsOf(claim),
        kind: kind === 'hold' ? 'hold' : 'appointment',
      })),
  };
}

const textsOf = ({ start, end }: { start: Instant; end: Instant }) => ({
  start: formatInstant(start),
  end: formatInstant(end),
});

function presentResource(resource: BusinessResource, { rules, span, actor }: Seen): Timeline['resources'][number] {
  const location = rules.locations.get(resource.location_id)!;
  const days = daysAround(location, span.from, span.until);
  const { open } = openingsOf(rules.schedule, { location, resource }, days);
  return {
    ...resource,
    weekly_hours: [...resource.weekly_hours],
    weekly_breaks: [...resource.weekly_breaks],
    overrides: resource.overrides.map(({ on, windows }) => ({ on, windows: [...windows] })),
    recurring_time_off: [...resource.recurring_time_off],
    open: intersect(open, [span.from, span.until]).map(formatInstant),
    can: { add_time_off: blockPolicy.may(actor, 'block.edit', { resource_id: resource.id }) },
  };
}

function blocksOf(resource: BusinessResource, { rules, span, actor }: Seen): Timeline['blocks'] {
  const location = rules.locations.get(resource.location_id)!;
  const revisions = new Map(
    [...resource.time_off, ...resource.recurring_time_off].map(({ id, revision }) => [id, revision]),
  );
  const weekly = new Map(resource.recurring_time_off.map((off) => [off.id, off]));
  const may = blockPolicy.may(actor, 'block.edit', { resource_id: resource.id });
  return timeOffDuring({ location, resource }, span.from, span.until).map((off) => ({
    id: off.id,
    revision: revisions.get(off.id)!,
    resource_id: resource.id,
    ...textsOf(off),
    reason: off.reason ?? weekly.get(off.id)?.reason ?? null,
    is_recurring: weekly.has(off.id),
    can: { edit: may, delete: may },
  }));
}

const claimTexts = (claims: readonly TimelineClaimRow[]) =>
  claims.map((claim) => ({ resource_id: claim.resource_id, units: claim.units, ...textsOf(claim) }));

function appointmentBar(
  row: TimelineAppointment,
  claims: readonly TimelineClaimRow[],
  { actor, now }: Seen,
): TimelineBar {
  const can = canDo(row, actor, now);
  return {
    ...row,
    kind: 'appointment',
    ...textsOf({ start: row.starts_at, end: row.ends_at }),
    customer: row.customer_name,
    claims: claimTexts(claims),
    seats: null,
    can: timelineVerbs.filter((verb) => can[verb]),
  };
}

const classBar = (row: TimelineClass, claims: readonly TimelineClaimRow[], { actor }: Seen): TimelineBar => ({
  ...row,
  kind: 'class',
  status: 'scheduled',
  ...textsOf({ start: row.starts_at, end: row.ends_at }),
  customer: null,
  claims: claimTexts(claims),
  party_size: row.seats_taken,
  source: 'staff',
  is_unpaid: false,
  is_overlapping: false,
  can: canDoWithClass(row, actor),
});
