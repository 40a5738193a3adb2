import { expect } from 'vitest';
import type { World } from './world.ts';

/**
 * What must never be there, asked of the rows without the constraint's help: at no instant more units of a resource are
 * taken than it has, nobody who lives is without the claims that are due, and the seat counters are the sum of parties.
 */
export async function expectNothingSoldTwice(world: World): Promise<void> {
  const oversold = await world.rows(
    `SELECT resource_id, at, units, capacity FROM (
       SELECT claims.resource_id, edge.at, count(*)::int AS units
       FROM (SELECT DISTINCT resource_id, lower(during) AS at FROM claims) edge
       JOIN claims ON claims.resource_id = edge.resource_id AND claims.during @> edge.at AND claims.exclusive
       GROUP BY claims.resource_id, edge.at) peak
     JOIN resources ON resources.id = resource_id WHERE units > capacity`,
  );
  expect(oversold).toEqual([]);
  const strays = await world.rows(
    `SELECT id, status FROM appointments WHERE class_id IS NULL AND cardinality(resource_ids) > 0
       AND status IN ('pending_payment', 'pending_approval', 'confirmed', 'checked_in')
       AND EXISTS (SELECT FROM unnest(resource_ids) AS needed WHERE NOT coalesce((
         SELECT range_agg(during) @> tstzrange(starts_at, ends_at) FROM claims
         WHERE appointment_id = appointments.id AND resource_id = needed AND NOT is_former), false))`,
  );
  expect(strays).toEqual([]);
  const leftovers = await world.rows(
    `SELECT appointment_id FROM claims JOIN appointments ON appointments.id = appointment_id
     WHERE status IN ('cancelled', 'declined', 'expired') OR (is_former AND fallback IS NULL)`,
  );
  expect(leftovers).toEqual([]);
  const miscounted = await world.rows(
    `SELECT id, seats_taken, sum FROM classes JOIN LATERAL (
       SELECT coalesce(sum(party_size), 0)::int AS sum FROM appointments WHERE class_id = classes.id
         AND status NOT IN ('cancelled', 'declined', 'expired')) parties ON true
     WHERE status = 'scheduled' AND seats_taken <> sum OR seats_taken > seats`,
  );
  expect(miscounted).toEqual([]);
}
