import type { LocalDate, Zone } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';

export interface CountRow {
  on: LocalDate;
  service_id: string;
  status: string;
  count: number;
  price_minor: number;
}

export interface OverviewRows {
  counts: CountRow[];
  minutes: { resource_id: string; minutes: number }[];
  new_customers: number;
}

/** Everything the overview counts, in one statement; dates are those of the wall at the place. */
export const overviewRows = (from: LocalDate, to: LocalDate, zone: Zone) =>
  plain(sql<OverviewRows>`WITH period AS (
      SELECT * FROM appointments
      WHERE starts_at >= (${from}::date - 1) AND starts_at < (${to}::date + 2)
        AND wall_start >= ${from}::date AND wall_start < ${to}::date + 1
    ), booked AS (
      SELECT * FROM period WHERE status IN ('confirmed', 'checked_in', 'completed', 'pending_approval', 'no_show')
    )
    SELECT
      (SELECT coalesce(json_agg(c), '[]') FROM (
        SELECT wall_start::date AS "on", service_id, status, count(*)::int AS count, sum(price_minor)::float8 AS price_minor
        FROM period GROUP BY 1, 2, 3) c) AS counts,
      (SELECT coalesce(json_agg(m), '[]') FROM (
        SELECT resource_id, sum(extract(epoch FROM ends_at - starts_at) / 60)::int AS minutes
        FROM booked, unnest(resource_ids) AS resource_id WHERE class_id IS NULL GROUP BY 1
        UNION ALL
        SELECT resource_id, sum(extract(epoch FROM ends_at - starts_at) / 60)::int
        FROM classes, unnest(resource_ids) AS resource_id
        WHERE status = 'scheduled' AND wall_start >= ${from}::date AND wall_start < ${to}::date + 1 GROUP BY 1) m) AS minutes,
      (SELECT count(*)::int FROM customers WHERE (created_at AT TIME ZONE ${zone})::date BETWEEN ${from}::date AND ${to}::date) AS new_customers`);
