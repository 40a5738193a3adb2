import { sql } from 'kysely';
import pg from 'pg';
import { plain } from '../core/db/raw.ts';
import { inTenant, send, type Tenant, type TenantDb } from '../core/tenant/tenant.ts';
import type { House } from './house.ts';

/** SQLSTATE 42501: the role may not. */
export const DENIED = '42501';
/** 42P01: there is no such table in the search path. */
export const UNKNOWN = '42P01';

export const raw = (tx: TenantDb, text: string) => send(tx, plain(sql.raw(text)));

/** The code with which the database refuses a statement sent within a transaction of the tenant; null where it does not. */
export async function refusal(tenant: Tenant, statement: string): Promise<string | null> {
  try {
    await inTenant(tenant, async (tx) => {
      await raw(tx, statement);
      // What went through is at least not kept.
      throw new Error('went through');
    });
    return null;
  } catch (error) {
    return error instanceof pg.DatabaseError ? error.code! : null;
  }
}

export interface Table {
  /** With its schema. */
  name: string;
  column: string;
}

export const tablesOf = ({ rows }: House, schema: string): Promise<Table[]> =>
  rows<Table>(
    'public',
    `SELECT format('%I.%I', nspname, relname) AS name, quote_ident(attname) AS column FROM pg_class
       JOIN pg_namespace ON pg_namespace.oid = relnamespace JOIN pg_attribute ON attrelid = pg_class.oid AND attnum = 1
     WHERE nspname = $1 AND relkind = 'r' ORDER BY 1`,
    [schema],
  );

/** What reads a table, in every way a statement can. */
export const reads = ({ name, column }: Table): string[] => [
  `SELECT * FROM ${name}`,
  `SELECT ${column} FROM ${name} WHERE false`,
  `SELECT count(*) FROM ${name}`,
  `EXPLAIN SELECT * FROM ${name}`,
  `COPY ${name} TO STDOUT`,
  `LOCK TABLE ${name} IN ACCESS SHARE MODE`,
];

/** What changes a table, in every way a statement can. */
export const writes = ({ name, column }: Table): string[] => [
  `INSERT INTO ${name} DEFAULT VALUES`,
  `UPDATE ${name} SET ${column} = ${column}`,
  `DELETE FROM ${name}`,
  `MERGE INTO ${name} USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE`,
  `SELECT * FROM ${name} FOR UPDATE`,
  `TRUNCATE ${name}`,
  `ALTER TABLE ${name} ADD COLUMN mine text`,
  `DROP TABLE ${name}`,
  `CREATE INDEX ON ${name} ((1))`,
];

export const everything = (table: Table) => [...reads(table), ...writes(table)];

export type Refused = (statement: string) => Promise<string | null>;

/** Sends statements under the application's own login, each in a transaction that is taken back. */
export async function asLogin(url: string, work: (refused: Refused) => Promise<void>): Promise<void> {
  const app = new pg.Client({ connectionString: url });
  await app.connect();
  try {
    await work(async (statement) => {
      await app.query('BEGIN');
      const code = await app.query(statement).then(
        () => null,
        (error: pg.DatabaseError) => error.code ?? null,
      );
      await app.query('ROLLBACK');
      return code;
    });
  } finally {
    await app.end();
  }
}
