import { timeOffDuring } from '@smooth/engine/hours.ts';
import { DAY } from '@smooth/engine/instant.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { type AppointmentRow, appointmentsBetween } from './appointments.ts';
import type { BlockRow } from './blocks.ts';
import type { ClosureRow } from './closures.ts';
import { rulesIn } from './rules.ts';

/** How far ahead weekly time off is looked at. */
const AHEAD = 366 * DAY;

/** The living appointments that lie in a closure. */
export const inClosure = ({ starts_at, ends_at, location_id }: ClosureRow) =>
  appointmentsBetween({ from: starts_at, until: ends_at, location_id });

/** The living appointments that lie in time off of their resource; in weekly time off, those of the coming year. */
export async function inTimeOff(tx: TenantDb, block: BlockRow): Promise<AppointmentRow[]> {
  const { resource_id, starts_at, ends_at } = block;
  if (starts_at !== null && ends_at !== null) {
    const [rows] = await send(tx, appointmentsBetween({ from: starts_at, until: ends_at, resource_id }));
    return rows;
  }
  const times = await occurrences(tx, block);
  if (times.length === 0) return [];
  const span = { from: times[0]!.start, until: times.at(-1)!.end, resource_id };
  const [rows] = await send(tx, appointmentsBetween(span).where(during(times)));
  return rows;
}

/** Each time a weekly block comes back from now on, in the zone of the resource's place. */
async function occurrences(tx: TenantDb, { id, resource_id, recurring }: BlockRow) {
  const rules = await rulesIn(tx);
  const resource = rules.resources.get(resource_id);
  const location = resource && rules.locations.get(resource.location_id);
  if (!location || !recurring) return [];
  const alone = { ...resource, time_off: [], recurring_time_off: [{ id, ...recurring }] };
  return timeOffDuring({ location, resource: alone }, tx.tenant.now, tx.tenant.now + AHEAD);
}

interface Time {
  start: Instant;
  end: Instant;
}

function during(times: readonly Time[]) {
  const starts = times.map(({ start }) => new Date(start).toISOString());
  const ends = times.map(({ end }) => new Date(end).toISOString());
  return sql<boolean>`EXISTS (
    SELECT FROM unnest(${starts}::timestamptz[], ${ends}::timestamptz[]) AS away (start, "end")
    WHERE appointments.starts_at < away."end" AND appointments.ends_at > away.start)`;
}
