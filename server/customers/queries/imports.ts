import { type Selectable, sql } from 'kysely';
import { newId } from '../../core/ids.ts';
import { send, tenantQuery, type TenantDb } from '../../core/tenant/tenant.ts';
import type { CustomerImportTable } from '../../schema/tenant-tables.ts';
import { type CustomerFilter, fitting } from './customers.ts';
import { plain } from '../../core/db/raw.ts';
import type { ImportPlan, Written } from '../rules/import-plan.ts';
import type { ImportRow } from '../rules/import-rows.ts';

export type ImportRecord = Selectable<CustomerImportTable> & { id: string; revision: number };

export const importById = (id: string) => tenantQuery.selectFrom('customer_imports').selectAll().where('id', '=', id);

export const lockImport = (tx: TenantDb, id: string): Promise<ImportRecord | undefined> =>
  tx.selectFrom('customer_imports').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Whoever the rows may be about. */
export function knownFor(rows: readonly ImportRow[]) {
  const keys = rows.flatMap(({ key }) => key ?? []);
  const emails = rows.flatMap(({ email }) => email ?? []);
  const names = rows.filter(({ key, email }) => key === null && email === null).map(({ name }) => name.toLowerCase());
  return tenantQuery
    .selectFrom('customers')
    .selectAll()
    .where(
      sql<boolean>`(import_key = ANY(${keys}) OR id = ANY(${keys.filter((key) => UUID.test(key))}::uuid[])
        OR email = ANY(${emails}) OR (email IS NULL AND lower(name) = ANY(${names})))`,
    );
}

/** Adds and changes at once; who was added meanwhile under the same e-mail or key is left as they are. */
export async function writePlan(tx: TenantDb, { added, changed }: ImportPlan): Promise<{ added: number }> {
  const at = new Date(tx.tenant.now);
  const fresh = added.map((one) => ({ ...one, id: newId(tx.tenant.now), created_at: at, updated_at: at }));
  const inserting = tenantQuery
    .insertInto('customers')
    .values(fresh)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id');
  const [rows] = await send(
    tx,
    ...(fresh.length > 0 ? [inserting] : []),
    ...(changed.length > 0 ? [changing(changed, at)] : []),
  );
  return { added: fresh.length > 0 ? rows!.length : 0 };
}

const changing = (changed: readonly (Written & { id: string })[], at: Date) =>
  plain(sql`
    UPDATE customers SET name = c.name, email = c.email, phone = c.phone, tags = c.tags, notes = c.notes,
      locale = c.locale, time_zone = c.time_zone, import_key = c.import_key,
      revision = customers.revision + 1, updated_at = ${at}
    FROM jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) AS c(id uuid, name text, email text, phone text,
      tags text[], notes text, locale text, time_zone text, import_key text)
    WHERE customers.id = c.id`);

export interface ExportedRow {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  tags: string[];
  notes: string;
  locale: string | null;
  time_zone: string | null;
  is_blocked: boolean;
  appointments: number;
  last_start: number | null;
  created_at: number;
}

const MOST_EXPORTED = 200_000;

export const customersToExport = (filter: CustomerFilter, now: number) =>
  plain(sql<ExportedRow>`
    SELECT id, name, email, phone, tags, notes, locale, time_zone, is_blocked, created_at,
      coalesce(told.appointments, 0) AS appointments, told.last_start
    FROM customers LEFT JOIN (
      SELECT customer_id, count(*)::int AS appointments,
        max(starts_at) FILTER (WHERE starts_at <= ${new Date(now)}) AS last_start
      FROM appointments WHERE status NOT IN ('expired', 'declined', 'cancelled') GROUP BY customer_id
    ) AS told ON told.customer_id = customers.id
    WHERE ${fitting(filter)} ORDER BY lower(customers.name), customers.id LIMIT ${MOST_EXPORTED}`);
