import type { PlatformOverview } from '@smooth/contract/platform/overview.ts';
import { OVERVIEW_WEEKS } from '@smooth/contract/platform/overview.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { at, plain } from '../../core/db/raw.ts';

const MOST_SHOWN = 50;
const MOST_NEAR = 10;
const MOST_JOBS = 1000;
/** From which share on a limit is near. */
const NEAR = 0.8;

type Row = PlatformOverview & { counted_at: Instant | null };

/** What was counted before is read, and what is small is counted: the same effort for any number of businesses' schemas. */
export const overviewRow = (now: Instant, newest: number) =>
  plain<{ overview: Omit<Row, 'counted_at'>; counted_at: Instant | null }>(
    sql`SELECT (SELECT min(counted_at) FROM public.tenant_figures) AS counted_at, jsonb_build_object(
      'businesses', ${businesses},
      'weeks', ${weeks(now)},
      'failed_jobs', (SELECT count(*) FROM public.console_jobs('failed', NULL, ${MOST_JOBS}::int)),
      'schemas', ${schemas(newest)},
      'near_limits', ${nearLimits}) AS overview`,
  );

const businesses = sql`(SELECT jsonb_build_object(
  'total', count(*),
  'temporary', count(*) FILTER (WHERE is_temporary),
  'by_status', (SELECT coalesce(jsonb_agg(one ORDER BY status), '[]') FROM
    (SELECT status, count(*) FROM public.tenants GROUP BY 1) AS one),
  'by_tier', (SELECT coalesce(jsonb_agg(one ORDER BY array_position(ARRAY['FREE', 'STARTER', 'PROFESSIONAL', 'ENTERPRISE'], tier)), '[]') FROM
    (SELECT tier, count(*) FROM public.tenants WHERE status <> 'closed' GROUP BY 1) AS one)) FROM public.tenants)`;

const monday = (column: string) => sql`date_trunc('week', ${sql.ref(column)} AT TIME ZONE 'UTC')::date`;

const weeks = (now: Instant) => sql`(SELECT jsonb_agg(jsonb_build_object(
    'week', week, 'businesses', coalesce(made.count, 0), 'appointments', coalesce(booked.count, 0),
    'sign_ins', coalesce(entered.sign_ins, 0), 'failed_sign_ins', coalesce(entered.failed, 0)) ORDER BY week)
  FROM (SELECT date_trunc('week', ${at(now)} AT TIME ZONE 'UTC')::date - 7 * back AS week
    FROM generate_series(0, ${OVERVIEW_WEEKS - 1}::int) AS back) AS asked
  LEFT JOIN (SELECT ${monday('created_at')} AS week, count(*) FROM public.tenants GROUP BY 1) AS made USING (week)
  LEFT JOIN (SELECT key::date AS week, sum(value::int)::int AS count
    FROM public.tenant_figures, jsonb_each_text(weeks) GROUP BY 1) AS booked USING (week)
  LEFT JOIN (SELECT date_trunc('week', day)::date AS week, sum(platform_days.sign_ins)::int AS sign_ins,
      sum(failed_sign_ins)::int AS failed FROM public.platform_days GROUP BY 1) AS entered USING (week))`;

const schemas = (newest: number) => sql`(SELECT jsonb_build_object(
  'ready', count(*) FILTER (WHERE status = 'ready'),
  'creating', count(*) FILTER (WHERE status = 'creating'),
  'failed', count(*) FILTER (WHERE status = 'failed'),
  'behind', count(*) FILTER (WHERE status <> 'creating' AND version < ${newest}::int),
  'failures', (SELECT coalesce(jsonb_agg(failure), '[]') FROM (
    SELECT jsonb_build_object('business', jsonb_build_object('id', tenants.id, 'name', tenants.name), 'mode', mode,
      'version', version, 'newest', ${newest}::int, 'error', error) AS failure
    FROM public.tenant_schemas JOIN public.tenants ON tenants.id = tenant_id
    WHERE tenant_schemas.status = 'failed' ORDER BY tenants.name, mode LIMIT ${MOST_SHOWN}::int) AS failed))
  FROM public.tenant_schemas)`;

const nearLimits = sql`(SELECT coalesce(jsonb_agg(jsonb_build_object('business', jsonb_build_object('id', id, 'name', name),
    'limit', limit_name, 'used', used, 'allowed', allowed) ORDER BY used::real / greatest(allowed, 1) DESC, name), '[]') FROM (
  SELECT id, name, key AS limit_name, (usage ->> key)::int AS used, value::int AS allowed
  FROM public.tenants JOIN public.tenant_figures ON tenant_id = id,
    jsonb_each_text(entitlements -> 'limits')
  WHERE status = 'active' AND value IS NOT NULL AND (usage ->> key)::int >= ${NEAR}::real * value::int AND (usage ->> key)::int > 0
  ORDER BY (usage ->> key)::real / greatest(value::int, 1) DESC, name LIMIT ${MOST_NEAR}::int) AS near)`;
