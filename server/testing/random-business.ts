import { formatInstant, MINUTE } from '@smooth/engine/instant.ts';
import type { OracleInput } from '@smooth/engine/oracle.testing.ts';
import { idOf } from './cast.ts';
import type { World } from './world.ts';

/** The ids that things of a random business have in the database. */
export const serviceIdOf = (world: World) => idOf(world.host, world.mode, 'random service');
export const resourceIdOf = (world: World, id: string) => idOf(world.host, world.mode, 'random', id);

/** Puts a random business of the engine's properties in the place of what this one had. */
export async function settle(world: World, { rules, service, busy }: OracleInput): Promise<void> {
  const resource = (id: string) => resourceIdOf(world, id);
  const place = (id: string) => idOf(world.host, world.mode, 'place', id);
  for (const table of [
    'claims',
    'holds',
    'appointments',
    'blocks',
    'closures',
    'resource_overrides',
    'services',
    'resources',
    'locations',
  ])
    await world.rows(`DELETE FROM ${table}`);
  await world.rows(`INSERT INTO resource_types (key, name) VALUES ('person', 'Person') ON CONFLICT DO NOTHING`);
  for (const { id, time_zone, weekly_hours } of rules.locations)
    await insert(world, 'locations', {
      id: place(id),
      name: id,
      time_zone,
      weekly_hours: JSON.stringify(weekly_hours),
      ...stamps,
    });
  for (const one of rules.resources) {
    const { id, type, capacity, is_active, weekly_hours, weekly_breaks } = one;
    await insert(world, 'resources', {
      id: resource(id),
      name: id,
      type,
      capacity,
      is_active,
      location_id: place(one.location_id),
      color: '#6366f1',
      weekly_hours: JSON.stringify(weekly_hours),
      weekly_breaks: JSON.stringify(weekly_breaks),
      ...stamps,
    });
    for (const [at, { on, windows }] of one.overrides.entries())
      await insert(world, 'resource_overrides', {
        id: idOf(id, 'on', String(at)),
        resource_id: resource(id),
        on,
        windows: JSON.stringify(windows),
      });
    for (const off of one.time_off)
      await insert(world, 'blocks', { id: off.id, resource_id: resource(id), ...spanOf(off), ...stamps });
    for (const { id: blockId, weekday, start, end, from_on, until_on } of one.recurring_time_off)
      await insert(world, 'blocks', {
        id: blockId,
        resource_id: resource(id),
        recurring: JSON.stringify({ weekday, start, end, from_on, until_on }),
        ...stamps,
      });
  }
  for (const closure of rules.closures)
    await insert(world, 'closures', {
      id: closure.id,
      name: 'Closed',
      location_id: closure.location_id && place(closure.location_id),
      ...spanOf(closure),
      ...stamps,
    });
  const requires = service.requires.map((line) => ({ ...line, resource_ids: line.resource_ids.map(resource) }));
  const terms = service.resource_terms.map((one) => ({ ...one, resource_id: resource(one.resource_id) }));
  const id = serviceIdOf(world);
  await insert(world, 'services', {
    ...service,
    resource_terms: JSON.stringify(terms),
    id,
    name: 'Random',
    color: '#6366f1',
    requires: JSON.stringify(requires),
    ...stamps,
  });
  await settleBusy(world, id, busy);
}

/** What is taken already, laid down past the constraint: facts as they are, however they came to be. */
async function settleBusy(world: World, service_id: string, busy: OracleInput['busy']): Promise<void> {
  const appointment_id = idOf(world.host, world.mode, 'busy');
  const instant = { starts_at: BEGINNING, ends_at: END, wall_start: BEGINNING, time_zone: 'UTC' };
  const terms = {
    price_minor: 0,
    currency: 'EUR',
    cancel_notice_minutes: 0,
    reschedule_notice_minutes: 0,
    source: 'staff',
  };
  await insert(world, 'appointments', {
    id: appointment_id,
    status: 'confirmed',
    service_id,
    ...instant,
    ...terms,
    ...stamps,
  });
  for (const { resource_id, start, end, units } of busy) {
    for (let lane = 0; lane < units; lane += 1) {
      const during = `[${formatInstant(start)},${formatInstant(end)})`;
      await insert(world, 'claims', {
        resource_id: resourceIdOf(world, resource_id),
        lane,
        during,
        exclusive: false,
        appointment_id,
      });
    }
  }
  // The ids come again with the next business, and what is remembered of them must not: versions go on rising.
  versions += 1000;
  await world.rows('UPDATE resource_busy SET version = $1', [versions]);
}

let versions = 0;

const BEGINNING = '2020-01-01T00:00:00Z';
const END = formatInstant(Date.parse(BEGINNING) + MINUTE);
const stamps = { created_at: BEGINNING, updated_at: BEGINNING };
const spanOf = ({ start, end }: { start: number; end: number }) => ({
  starts_at: formatInstant(start),
  ends_at: formatInstant(end),
});

async function insert(world: World, table: string, values: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(values).map((column) => `"${column}"`);
  const places = columns.map((_, index) => `$${index + 1}`);
  await world.rows(`INSERT INTO ${table} (${columns.join()}) VALUES (${places.join()})`, Object.values(values));
}
