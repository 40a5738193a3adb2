import type { LimitName } from '@smooth/contract/tenancy/entitlements.ts';
import { sql } from 'kysely';
import { plain } from '../../core/db/raw.ts';
import { send, type TenantDb } from '../../core/tenant/tenant.ts';
import { limitIn, refuseBeyond } from '../rules/limits.ts';
import { monthOf } from '../rules/month.ts';

type Counted = Exclude<LimitName, 'domains'>;

const counts = {
  staff: sql`SELECT count(*)::int AS used FROM resources WHERE type = 'staff' AND is_active`,
  locations: sql`SELECT count(*)::int AS used FROM locations`,
  services: sql`SELECT count(*)::int AS used FROM services WHERE is_active`,
};

/** Holds whoever adds one more of these until this transaction has ended, so that two never take the last place. */
const alone = (name: Counted) =>
  plain(sql`SELECT pg_advisory_xact_lock(hashtextextended(current_user || ${`:${name}`}, 0))`);

/** Refuses one more than the plan includes. Costs nothing where there is no limit. */
export async function demandWithin(tx: TenantDb, name: Exclude<Counted, 'appointments_per_month'>): Promise<void> {
  const allowed = limitIn(tx.tenant.row.entitlements, name);
  if (allowed === null) return;
  const [, [row]] = await send(tx, alone(name), plain<{ used: number }>(counts[name] as never));
  refuseBeyond(name, { allowed, used: row!.used });
}

/** Below this many left nobody waits for anybody: so many are never booked at the same moment. */
const NEAR = 50;

/** The same for one more appointment this month. Ids begin with the instant they were made at, so they can be counted by it. */
export async function demandAppointmentWithin(tx: TenantDb): Promise<void> {
  const allowed = limitIn(tx.tenant.row.entitlements, 'appointments_per_month');
  if (allowed === null) return;
  const first = monthOf(tx.tenant.now);
  const count = plain<{ used: number }>(
    sql`SELECT count(*)::int AS used FROM (SELECT FROM appointments WHERE id >= ${first.from}::uuid AND id < ${first.until}::uuid LIMIT ${allowed}) AS seen`,
  );
  const [[seen]] = await send(tx, count);
  if (seen!.used + NEAR < allowed) return;
  const [, [sure]] = await send(tx, alone('appointments_per_month'), count);
  refuseBeyond('appointments_per_month', { allowed, used: sure!.used });
}
