import type { AppointmentStatus } from '@smooth/contract/scheduling/appointments.ts';
import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { ask, type Tenant } from '../../core/tenant/tenant.ts';
import { liveStatuses } from '../rules/status.ts';
import { type BusinessRules, knownRules, readRules } from './rules.ts';

/** What the timeline shows of one appointment. */
export interface TimelineAppointment {
  id: string;
  revision: number;
  status: AppointmentStatus;
  starts_at: Instant;
  ends_at: Instant;
  service_id: string;
  class_id: null;
  customer_id: string | null;
  customer_name: string | null;
  resource_ids: string[];
  party_size: number;
  source: 'public' | 'staff' | 'api';
  has_notes: boolean;
  is_unpaid: boolean;
  is_overlapping: boolean;
  cancel_notice_minutes: number;
  reschedule_notice_minutes: number;
}

export interface TimelineClass {
  id: string;
  revision: number;
  starts_at: Instant;
  ends_at: Instant;
  service_id: string;
  resource_ids: string[];
  seats: number;
  seats_taken: number;
  has_notes: boolean;
}

/** One stretch of taken time; lanes of the same stretch are its units. */
export interface TimelineClaimRow {
  resource_id: string;
  kind: 'appointment' | 'class' | 'hold';
  id: string;
  start: Instant;
  end: Instant;
  units: number;
  is_former: boolean;
}

interface Stored {
  version: number;
  appointments: (TimelineAppointment & { in_range: boolean; in_tray: boolean })[];
  classes: TimelineClass[];
  claims: TimelineClaimRow[];
}

export interface TimelineFacts extends Stored {
  rules: BusinessRules;
}

interface Span {
  from: Instant;
  until: Instant;
  withCancelled: boolean;
}

/** Everything in a range, in one round trip where this process knows the rules. */
export async function timelineFacts(tenant: Tenant, span: Span): Promise<TimelineFacts> {
  const known = knownRules(tenant) ?? (await readRules(tenant));
  const [stored] = await ask(tenant, plain(everything(span, tenant.now)));
  const rules = stored!.version === known.version ? known : await readRules(tenant);
  return { ...stored!, rules };
}

const MOST_WAITING = 100;
const millis = (column: string) => sql`(extract(epoch FROM ${sql.ref(column)}) * 1000)::float8`;
const rowsOf = (rows: ReturnType<typeof sql>) => sql`(SELECT coalesce(json_agg(t), '[]') FROM (${rows}) t)`;

const everything = (span: Span, now: Instant) => sql<Stored>`SELECT (SELECT version FROM rules_version) AS version,
    ${rowsOf(appointmentsIn(span, now))} AS appointments, ${rowsOf(classesIn(span))} AS classes,
    ${rowsOf(claimsIn(span, now))} AS claims`;

/** Nothing lasts longer than a week, so the index on starts narrows the range at both ends. */
const startsWithin = ({ from, until }: Span) =>
  sql`starts_at < ${new Date(until)} AND starts_at > ${new Date(from)}::timestamptz - interval '8 days' AND ends_at > ${new Date(from)}`;

function appointmentsIn(span: Span, now: Instant) {
  const shown = [...liveStatuses, 'completed', 'no_show', ...(span.withCancelled ? ['cancelled'] : [])];
  const columns = sql`a.id, a.revision, a.status, ${millis('a.starts_at')} AS starts_at, ${millis('a.ends_at')} AS ends_at,
      service_id, class_id, customer_id, customers.name AS customer_name, resource_ids, party_size, source,
      a.notes <> '' AS has_notes, payment_status = 'on_site' AS is_unpaid, overlap_reason IS NOT NULL AS is_overlapping,
      cancel_notice_minutes, reschedule_notice_minutes`;
  return sql`SELECT ${columns}, a.in_range, a.in_tray FROM (
      (SELECT *, true AS in_range, false AS in_tray FROM appointments
        WHERE ${startsWithin(span)} AND status = ANY(${shown}) AND class_id IS NULL AND resource_ids <> '{}')
      UNION ALL
      (SELECT *, false, true FROM appointments
        WHERE starts_at > ${new Date(now)}::timestamptz - interval '1 day' AND class_id IS NULL
          AND (status = 'pending_approval' OR (resource_ids = '{}' AND status = ANY(${[...liveStatuses]})))
        ORDER BY starts_at, id LIMIT ${MOST_WAITING})
    ) a LEFT JOIN customers ON customers.id = a.customer_id ORDER BY a.starts_at, a.id`;
}

const classesIn = (span: Span) => sql`SELECT id, revision, ${millis('starts_at')} AS starts_at,
      ${millis('ends_at')} AS ends_at, service_id, resource_ids, seats, seats_taken, notes <> '' AS has_notes
    FROM classes WHERE ${startsWithin(span)} AND status = 'scheduled' ORDER BY starts_at, id`;

const claimsIn = ({ from, until }: Span, now: Instant) => sql`SELECT resource_id, is_former, count(*)::int AS units,
      CASE WHEN appointment_id IS NOT NULL THEN 'appointment' WHEN class_id IS NOT NULL THEN 'class' ELSE 'hold' END AS kind,
      coalesce(appointment_id, class_id, hold_id) AS id,
      (extract(epoch FROM lower(during)) * 1000)::float8 AS start, (extract(epoch FROM upper(during)) * 1000)::float8 AS "end"
    FROM claims
    WHERE resource_id IN (SELECT id FROM resources) AND during && tstzrange(${new Date(from)}, ${new Date(until)})
      AND (expires_at IS NULL OR expires_at > ${new Date(now)})
    GROUP BY resource_id, is_former, appointment_id, class_id, hold_id, during
    ORDER BY resource_id, during`;
