import { newId } from '../core/ids.ts';
import type { World } from './world.ts';

interface BookedRow {
  start: string;
  minutes?: number;
  service_id: string;
  resource_id: string;
  location_id?: string;
  customer_id?: string | null;
  status?: string;
  lane?: number;
}

/** An appointment with its claim, written past the API: for tests that are about something else than booking. */
export async function bookedRow(world: World, booked: BookedRow): Promise<string> {
  const id = newId();
  const { start, resource_id, status = 'confirmed' } = booked;
  const end = new Date(Date.parse(start) + (booked.minutes ?? 60) * 60_000).toISOString();
  await world.rows(
    `INSERT INTO appointments (id, status, service_id, customer_id, location_id, resource_ids, starts_at, ends_at,
       time_zone, wall_start, price_minor, currency, cancel_notice_minutes, reschedule_notice_minutes, source,
       expires_at, created_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, ARRAY[$6::uuid], $7, $8, 'UTC', $7::timestamptz AT TIME ZONE 'UTC', 0, 'EUR', 0, 0, 'staff',
       CASE WHEN $2 = 'pending_approval' THEN $7::timestamptz END, $7, $7)`,
    [
      id,
      status,
      booked.service_id,
      booked.customer_id ?? null,
      booked.location_id ?? world.location_id,
      resource_id,
      start,
      end,
    ],
  );
  await world.rows(
    'INSERT INTO claims (resource_id, lane, during, appointment_id) VALUES ($1, $2, tstzrange($3, $4), $5)',
    [resource_id, booked.lane ?? 0, start, end, id],
  );
  return id;
}
