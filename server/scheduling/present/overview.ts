import type { Overview } from '@smooth/contract/scheduling/overview.ts';
import { datesFrom } from '@smooth/engine/date.ts';
import { openIntervals } from '@smooth/engine/hours.ts';
import { MINUTE } from '@smooth/engine/instant.ts';
import type { LocalDate } from '@smooth/engine/types.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';
import type { CountRow, OverviewRows } from '../queries/overview.ts';
import type { BusinessRules } from '../queries/rules.ts';

interface Period {
  from: LocalDate;
  to: LocalDate;
}

/** The counted rows as the sums and series that are shown; days without anything are there with zeros. */
export function presentOverview(
  rows: OverviewRows,
  { from, to }: Period,
  { rules, business }: { rules: BusinessRules; business: TenantRow },
): Overview {
  const { currency, time_zone } = business;
  const sum = (counts: readonly CountRow[]) => countsOf(counts, currency);
  const byDay = Map.groupBy(rows.counts, ({ on }) => on);
  const byService = Map.groupBy(rows.counts, ({ service_id }) => service_id);
  const resources = [...rules.resources.values()].filter(({ is_active }) => is_active);
  const used = resources.map((resource) => ({
    id: resource.id,
    name: resource.name,
    type: resource.type,
    color: resource.color,
    booked_minutes: rows.minutes
      .filter(({ resource_id }) => resource_id === resource.id)
      .reduce((total, { minutes }) => total + minutes, 0),
    open_minutes: openMinutes(rules, resource.id, { from, to }) * resource.capacity,
  }));
  return {
    from,
    to,
    time_zone,
    totals: {
      ...sum(rows.counts),
      new_customers: rows.new_customers,
      booked_minutes: used.reduce((total, use) => total + use.booked_minutes, 0),
      open_minutes: used.reduce((total, use) => total + use.open_minutes, 0),
    },
    days: datesFrom(from, to).map((on) => ({ on, ...sum(byDay.get(on) ?? []) })),
    services: [...byService]
      .map(([id, counts]) => ({
        id,
        name: rules.services.get(id)?.name ?? '',
        color: rules.services.get(id)?.color ?? '#6366f1',
        ...sum(counts),
      }))
      .sort((a, b) => b.booked - a.booked || a.name.localeCompare(b.name)),
    resources: used,
  };
}

const takesPlace = new Set(['pending_approval', 'confirmed', 'checked_in', 'completed']);

function countsOf(counts: readonly CountRow[], currency: string) {
  const total = (which: (row: CountRow) => boolean, what: 'count' | 'price_minor') =>
    counts.filter(which).reduce((sum, row) => sum + row[what], 0);
  const has = (status: string) => (row: CountRow) => row.status === status;
  const booked = (row: CountRow) => takesPlace.has(row.status);
  return {
    booked: total(booked, 'count'),
    completed: total(has('completed'), 'count'),
    cancelled: total(has('cancelled'), 'count'),
    no_shows: total(has('no_show'), 'count'),
    expected: { amount_minor: total(booked, 'price_minor'), currency },
  };
}

function openMinutes({ schedule }: BusinessRules, resourceId: string, { from, to }: Period): number {
  const open = openIntervals(schedule, resourceId, from, to);
  let minutes = 0;
  for (let at = 0; at < open.length; at += 2) minutes += (open[at + 1]! - open[at]!) / MINUTE;
  return Math.round(minutes);
}
