import pg from 'pg';
import { newId } from '../server/core/ids.ts';
import { roleOf } from '../server/core/tenant/tenant.ts';
import { createTenantWith } from '../server/tenancy/actions/create.ts';
import type { FloorScope } from './ground.ts';

/** How large a measured business is. Appointments lie around today, half of them past, in open time, without overlap. */
export interface Size {
  staff: number;
  rooms?: number;
  appointments: number;
}

/** A business to measure: what requests have to name. */
export interface Business {
  host: string;
  scope: FloorScope;
  service: string;
  staff: string[];
  /** How long it took to make the tenant with a connection of its own, without what is in it. */
  milliseconds: number;
}

export const ZONE = 'Europe/Berlin';
/** Half-hour starts of a day: open from eight to eighteen, all week. */
export const SLOTS_PER_DAY = 20;

/**
 * Each on a connection of its own, as the worker makes them: one that lives on keeps plans of every schema it wrote to, and
 * PostgreSQL looks at all of them for every table that is made.
 */
export async function makeBusiness(ownerUrl: string, subdomain: string, size: Size): Promise<Business> {
  const began = performance.now();
  const owner = new pg.Client({ connectionString: ownerUrl });
  // Stopped meanwhile: the statement under way says so.
  owner.on('error', () => undefined);
  await owner.connect();
  try {
    return await fill(owner, { subdomain, size, began });
  } finally {
    await owner.end();
  }
}

async function fill(
  owner: pg.Client,
  { subdomain, size, began }: { subdomain: string; size: Size; began: number },
): Promise<Business> {
  const id = await createTenantWith(owner, {
    name: subdomain,
    subdomain,
    time_zone: ZONE,
    currency: 'EUR',
    tier: 'ENTERPRISE',
  });
  const milliseconds = performance.now() - began;
  const schema = subdomain.replaceAll('-', '_');
  await owner.query(`SET search_path TO "${schema}"`);
  const business = await configure(owner, size);
  if (size.appointments > 0) await fillDiary(owner, business, size);
  await owner.query('SET search_path TO DEFAULT');
  return { host: `${subdomain}.localhost`, scope: { role: roleOf(id, 'live'), schema }, ...business, milliseconds };
}

interface Configured {
  location: string;
  service: string;
  staff: string[];
  rooms: string[];
}

async function configure(owner: pg.Client, { staff, rooms = 0 }: Size): Promise<Configured> {
  const ids = (count: number) => Array.from({ length: count }, () => newId()).sort();
  const made = { location: newId(), service: newId(), staff: ids(staff), rooms: ids(rooms) };
  const hours = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, start: '08:00', end: '18:00' }));
  await owner.query(
    'INSERT INTO locations (id, name, time_zone, weekly_hours, created_at, updated_at) VALUES ($1, $2, $3, $4, now(), now())',
    [made.location, 'Main street', ZONE, JSON.stringify(hours)],
  );
  for (const [type, own] of [
    ['staff', made.staff],
    ['room', made.rooms],
  ] as const)
    await owner.query(
      `INSERT INTO resources (id, name, type, location_id, color, created_at, updated_at)
       SELECT id, $2 || ' ' || nr, $2, $3, '#4f46e5', now(), now() FROM unnest($1::uuid[]) WITH ORDINALITY AS t (id, nr)`,
      [own, type, made.location],
    );
  const lines = [lineOf('staff'), ...(rooms > 0 ? [lineOf('room')] : [])];
  await owner.query(
    `INSERT INTO services (id, name, color, duration_minutes, price_minor, slot_step_minutes, window_days, reminder_minutes, requires, created_at, updated_at)
     VALUES ($1, 'Visit', '#4f46e5', 30, 4500, 30, 365, 1440, $2, now(), now())`,
    [made.service, JSON.stringify(lines)],
  );
  return made;
}

const lineOf = (type: string) => ({
  id: newId(),
  type,
  resource_ids: [],
  quantity: 1,
  units: 1,
  padding_before_minutes: null,
  padding_after_minutes: null,
  is_choosable: type === 'staff',
});

const SHARE_BOOKED = 0.6;

/** Where there are rooms, each appointment takes one with a member of staff. */
async function fillDiary(owner: pg.Client, { location, service, staff, rooms }: Configured, size: Size): Promise<void> {
  const places = rooms.length || staff.length;
  const days = Math.ceil(size.appointments / (places * SLOTS_PER_DAY * SHARE_BOOKED)) + 2;
  await owner.query(
    `INSERT INTO customers (id, name, email, created_at, updated_at)
     SELECT uuidv7(), 'Customer ' || nr, 'customer' || nr || '@bench.example', now(), now() FROM generate_series(1, 500) AS nr`,
  );
  await owner.query(
    `INSERT INTO appointments (id, status, service_id, customer_id, starts_at, ends_at, time_zone, wall_start, location_id,
       resource_ids, price_minor, currency, cancel_notice_minutes, reschedule_notice_minutes, source, created_at, updated_at)
     WITH guests AS (SELECT array_agg(id) AS ids FROM customers),
       drawn AS (
         SELECT ((now() AT TIME ZONE $1)::date + day)::timestamp + time '08:00' + slot * interval '30 minutes' AS wall, day, slot, place
         FROM generate_series(-$2::int / 2, $2::int / 2) AS day, generate_series(0, $3::int - 1) AS slot, generate_series(0, $4::int - 1) AS place
         WHERE hashint8(day * 100003::bigint + slot * 1009 + place) & 1023 < $5::float * 1024
         ORDER BY abs(day), slot, place LIMIT $6)
     SELECT uuidv7(), CASE WHEN wall < now() AT TIME ZONE $1 THEN 'completed' ELSE 'confirmed' END, $7::uuid,
       ids[1 + (slot * 31 + place + abs(day)) % 500], wall AT TIME ZONE $1, (wall + interval '30 minutes') AT TIME ZONE $1, $1, wall, $8::uuid,
       CASE WHEN cardinality($10::uuid[]) = 0 THEN ARRAY[($9::uuid[])[place + 1]]
         ELSE ARRAY[($9::uuid[])[1 + (place * 2 + (slot + abs(day)) % 2) % cardinality($9::uuid[])], ($10::uuid[])[place + 1]] END,
       4500, 'EUR', 0, 0, 'public', now(), now()
     FROM drawn, guests`,
    [ZONE, days, SLOTS_PER_DAY, places, SHARE_BOOKED, size.appointments, service, location, staff, rooms],
  );
  await owner.query(
    `INSERT INTO claims (resource_id, lane, during, appointment_id)
     SELECT unnest(resource_ids), 0, tstzrange(starts_at, ends_at), id FROM appointments`,
  );
  await owner.query('ANALYZE appointments, claims, customers');
}

/** `count` dates from tomorrow on. */
export const datesAhead = (count: number): string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.now() + (day + 1) * 86_400_000).toISOString().slice(0, 10));

export const slotsPath = ({ service }: Business, from: string, to = from, resource?: string): string =>
  `/api/booking/availability?service_id=${service}&from=${from}&to=${to}&time_zone=${ZONE}${resource ? `&resource_id=${resource}` : ''}`;

export const floorPath = ({ scope }: Business): string => `/select?role=${scope.role}&schema=${scope.schema}`;
