import { sql } from 'kysely';
import { plain } from '../core/db/raw.ts';
import { send, type TenantDb } from '../core/tenant/tenant.ts';
import type { TenantTables } from '../schema/tenant-tables.ts';

/** A row as JSON: instants as text of RFC 3339, jsonb and arrays as they are. */
export type Row = Readonly<Record<string, unknown>>;

const MOST_PER_STATEMENT = 5000;

/** Inserts many rows of the same columns in few statements, whatever their number. */
export async function insertAll(tx: TenantDb, table: keyof TenantTables, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += MOST_PER_STATEMENT) {
    const some = rows.slice(from, from + MOST_PER_STATEMENT);
    const columns = sql.join(Object.keys(some[0]!).map((column) => sql.ref(column)));
    await send(
      tx,
      plain(sql`INSERT INTO ${sql.table(table)} (${columns})
        SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(some)}::jsonb)`),
    );
  }
}
