import { addDays } from '@smooth/engine/date.ts';
import { formatInstant, HOUR } from '@smooth/engine/instant.ts';
import { startOfDay } from '@smooth/engine/zone.ts';
import { newId } from '../core/ids.ts';
import { manageToken } from '../scheduling/rules/manage-token.ts';
import type { House } from './house.ts';
import { bookedRow } from './rows.ts';
import type { World } from './world.ts';

/** What one business in one mode has for a call of each route, made past the API and afresh for every call. */
export interface Ground {
  world: World;
  /** Stands in everything of this world that people can read, and nowhere else. */
  marker: string;
  staff_id: string;
  room_id: string;
  service_id: string;
  class_service_id: string;
  customer_id: string;
  /** A start in open hours that nobody else was given. */
  openStart(): string;
  /** An appointment with the staff resource and the customer of this world; its hour is its own. */
  appointment(about?: { status?: string; past?: boolean }): Promise<string>;
  linkTo(appointmentId: string): string;
  /** Where files of this house lie. */
  data_dir: string;
  /** The key of the installation. */
  key: Buffer;
  /** One row of a table, with what the table needs; answers its id. */
  row(table: string, values: Record<string, unknown>): Promise<string>;
}

export interface GroundNames {
  staff: string;
  room: string;
  service: string;
  customer: string;
}

/** Plants the marker of a world in all that it has, and gives it what the cast leaves out. */
export async function groundOf(house: House, world: World, names: GroundNames): Promise<Ground> {
  const marker = markerOf(world);
  for (const table of ['locations', 'resources', 'services', 'customers'])
    await world.rows(`UPDATE ${table} SET name = name || ' ' || $1`, [marker]);
  const row = rowsOf(house, world);
  const class_service_id = await row('services', {
    name: `Course ${marker}`,
    color: '#6366f1',
    kind: 'class',
    duration_minutes: 60,
    capacity: 12,
    requires: JSON.stringify([roomLine]),
  });
  await world.rows(`INSERT INTO resource_types (key, name) VALUES ('boat', $1)`, [marker]);
  const numbers = { open: 0, ahead: 0, past: 0 };
  const ids = world as World<never> & { [Key in 'resources' | 'services' | 'customers']: Record<string, string> };
  const { id: tenantId, row: tenant } = world.tenant();
  return {
    world,
    marker,
    staff_id: ids.resources[names.staff]!,
    room_id: ids.resources[names.room]!,
    service_id: ids.services[names.service]!,
    class_service_id,
    customer_id: ids.customers[names.customer]!,
    openStart: () => openStart(tenant.time_zone, numbers.open++),
    async appointment({ status = 'confirmed', past = false } = {}) {
      const hours = past ? -2 - numbers.past++ : 500 + numbers.ahead++;
      const start = formatInstant(house.clock.now() + hours * HOUR);
      const id = await bookedRow(world, {
        start,
        status,
        service_id: ids.services[names.service]!,
        resource_id: ids.resources[names.staff]!,
        customer_id: ids.customers[names.customer]!,
      });
      await world.rows('UPDATE appointments SET notes = $1 WHERE id = $2', [marker, id]);
      const change = { kind: 'booked', at: new Date(house.clock.now()), by_kind: 'system', by_name: 'Cast' };
      await row('appointment_changes', { appointment_id: id, revision: 1, reason: marker, ...change });
      return id;
    },
    linkTo: (appointmentId) => manageToken(house.core.secret, { tenantId, mode: world.mode, appointmentId }),
    data_dir: house.core.config.dataDir,
    key: house.core.key,
    row,
  };
}

export const markerOf = ({ host, mode }: World) => `~${host.split('.')[0]}-${mode}~`;

const roomLine = {
  id: newId(0),
  type: 'room',
  resource_ids: [],
  quantity: 1,
  units: 1,
  padding_before_minutes: null,
  padding_after_minutes: null,
  is_choosable: false,
};

const STARTS_A_DAY = 5;
const DAYS_A_WEEK = 6;

/** The n-th hour from Monday, 4 January 2027 on, five a day from ten o'clock, Sundays left out. */
function openStart(zone: string, n: number): string {
  const days = Math.floor(n / STARTS_A_DAY);
  const date = addDays('2027-01-04', Math.floor(days / DAYS_A_WEEK) * 7 + (days % DAYS_A_WEEK));
  return formatInstant(startOfDay(zone, date) + (10 + (n % STARTS_A_DAY)) * HOUR);
}

const STAMPED = new Set([
  'services',
  'customers',
  'blocks',
  'closures',
  'classes',
  'resources',
  'locations',
  'customer_imports',
  'time_off_requests',
  'webhooks',
]);

const rowsOf =
  (house: House, world: World): Ground['row'] =>
  async (table, values) => {
    const now = new Date(house.clock.now());
    const all = { id: newId(), ...values, ...(STAMPED.has(table) && { created_at: now, updated_at: now }) };
    const columns = Object.keys(all).map((column) => `"${column}"`);
    const places = columns.map((_, index) => `$${index + 1}`);
    await world.rows(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`, Object.values(all));
    return all.id;
  };
