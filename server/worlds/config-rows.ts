import type { TenantTables } from '../schema/tenant-tables.ts';
import { newId } from '../core/ids.ts';
import { type Filling, stamped } from './filling.ts';
import type { Row } from './insert.ts';
import { serviceRow } from './service-row.ts';
import type { WorldResource } from './world.ts';

/** All that a business of this world has configured, and who its customers are, as rows in the order of their references. */
export function configRows(filling: Filling): [keyof TenantTables, Row[]][] {
  const { world } = filling;
  return [
    ['resource_types', world.resource_types.map((type) => ({ ...type, is_builtin: false }))],
    ['locations', locationRows(filling)],
    ['resources', world.resources.map((resource, index) => resourceRow(filling, resource, index))],
    ['resource_overrides', world.resources.flatMap((resource) => overrideRows(filling, resource))],
    ['blocks', world.resources.flatMap((resource) => blockRows(filling, resource))],
    ['closures', closureRows(filling)],
    ['services', world.services.map((service, index) => serviceRow(filling, service, index))],
    ['customers', customerRows(filling)],
  ];
}

const locationRows = (filling: Filling): Row[] =>
  filling.world.locations.map(({ key, name, address, hours }, index) => ({
    id: filling.ids.locations[key],
    name,
    address,
    time_zone: filling.days.zone,
    weekly_hours: hours,
    ...stamped(filling, index),
  }));

const resourceRow = (filling: Filling, resource: WorldResource, index: number): Row => ({
  id: filling.ids.resources[resource.key],
  name: resource.name,
  type: resource.type,
  capacity: resource.capacity ?? 1,
  location_id: filling.ids.locations[resource.location],
  user_id: filling.people[resource.person ?? ''] ?? null,
  color: resource.color,
  is_active: true,
  weekly_hours: resource.hours ?? [],
  weekly_breaks: resource.breaks ?? [],
  ...stamped(filling, index),
});

const overrideRows = ({ ids, days, now }: Filling, { key, overrides = [] }: WorldResource): Row[] =>
  overrides.map(({ on, windows, reason }) => ({
    id: newId(now),
    resource_id: ids.resources[key],
    on: days.dateOf(on),
    windows,
    reason,
  }));

function blockRows(filling: Filling, { key, time_off = [], each_week = [] }: WorldResource): Row[] {
  const about = { resource_id: filling.ids.resources[key], ...stamped(filling) };
  const once = time_off.map(({ on, start, end, reason }) => {
    const span = spanOf(filling, { on, start, end });
    return { id: newId(filling.now), ...about, ...span, recurring: null, reason };
  });
  const weekly = each_week.map(({ weekday, start, end, reason }) => {
    const recurring = { weekday, start, end, from_on: null, until_on: null };
    return { id: newId(filling.now), ...about, starts_at: null, ends_at: null, recurring, reason };
  });
  return [...once, ...weekly];
}

const closureRows = (filling: Filling): Row[] =>
  filling.world.closures.map((closure) => ({
    id: newId(filling.now),
    name: closure.name,
    location_id: null,
    ...spanOf(filling, closure),
    ...stamped(filling),
  }));

function spanOf(
  { days }: Filling,
  { on, start, end }: { on: Parameters<typeof days.dateOf>[0]; start: string; end: string },
) {
  const date = days.dateOf(on);
  const instant = (time: string) => new Date(days.instantOf(date, time)).toISOString();
  return { starts_at: instant(start), ends_at: instant(end) };
}

const customerRows = (filling: Filling): Row[] =>
  filling.world.customers.map((customer, index) => ({
    id: filling.ids.customers[index],
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    locale: customer.locale ?? null,
    time_zone: customer.time_zone ?? null,
    notes: customer.notes ?? '',
    tags: customer.tags ?? [],
    is_blocked: customer.is_blocked ?? false,
    ...stamped(filling, index * 24),
  }));
