import type { Instant } from '@smooth/engine/types.ts';
import { sql } from 'kysely';
import { at, atOnce, plain } from '../core/db/raw.ts';
import { tenantQuery, type TenantDb } from '../core/tenant/tenant.ts';
import type { SandboxFilling } from '../schema/public-tables.ts';

export const sandboxState = (tenantId: string) =>
  tenantQuery
    .selectFrom('public.tenants')
    .select(['sandbox_enabled', 'sandbox_clock_ms', 'sandbox_filling'])
    .where('id', '=', tenantId);

export const setSandbox = (
  { tenant }: TenantDb,
  { clock_ms, filling }: { clock_ms?: number; filling?: SandboxFilling | null },
) =>
  tenantQuery
    .updateTable('public.tenants')
    .set({
      ...(clock_ms !== undefined && { sandbox_clock_ms: clock_ms }),
      ...(filling !== undefined && { sandbox_filling: filling && JSON.stringify(filling) }),
    })
    .where('id', '=', tenant.id);

/** Everything a business can fill its schema with. A test holds it against the schema. */
export const emptied = [
  'appointment_changes',
  'appointments',
  'blocks',
  'claims',
  'classes',
  'closures',
  'customer_imports',
  'customers',
  'due',
  'events',
  'feeds',
  'holds',
  'idempotency_keys',
  'locations',
  'messages',
  'outbox',
  'resource_busy',
  'resource_overrides',
  'resources',
  'services',
  'time_off_requests',
  'webhook_attempts',
  'webhook_deliveries',
] as const;

/** Webhooks stay, as part of what is built against the sandbox; what they had to wait for lies in a time that is not. */
const webhooksAnew = sql`UPDATE webhooks SET failures = 0, failing_since = NULL, retry_at = NULL,
  previous_secret = NULL, previous_until = NULL`;

/** As one statement, at whose end the foreign keys are looked at: the order of the tables is no matter. */
export const emptySchema = () =>
  atOnce(
    ...emptied.map((table) => plain(sql`DELETE FROM ${sql.table(table)}`)),
    plain(webhooksAnew),
    plain(sql`DELETE FROM resource_types WHERE NOT is_builtin`),
  );

export const dueBy = (instant: Instant) =>
  tenantQuery
    .selectFrom('due')
    .select(['id', 'due_at'])
    .where('due_at', '<=', at(instant))
    .orderBy('due_at')
    .limit(1000);
