import type pg from 'pg';

export interface Table {
  name: string;
  /** As they are archived: without what the database makes itself. */
  columns: string[];
  key: string[];
}

/**
 * The tables of a schema, each after those it refers to. Numbers of transactions (`xid8`) belong to the database that
 * counted them and are left to the next one.
 */
export async function tablesOf(owner: pg.ClientBase, schema: string): Promise<Table[]> {
  const { rows } = await owner.query<Table & { refers_to: string[] }>(
    `SELECT c.relname::text AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
         AND a.attgenerated = '' AND a.atttypid <> 'xid8'::regtype ORDER BY a.attnum) AS columns,
       ARRAY(SELECT a.attname::text FROM pg_index i, unnest(i.indkey) WITH ORDINALITY k (attnum, place), pg_attribute a
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum ORDER BY k.place) AS key,
       ARRAY(SELECT DISTINCT r.relname::text FROM pg_constraint f JOIN pg_class r ON r.oid = f.confrelid
         WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS refers_to
     FROM pg_class c WHERE c.relnamespace = to_regnamespace(quote_ident($1)) AND c.relkind = 'r' ORDER BY c.relname`,
    [schema],
  );
  const sorted: Table[] = [];
  const known = new Set<string>();
  while (sorted.length < rows.length) {
    const next = rows.filter(({ name, refers_to }) => !known.has(name) && refers_to.every((one) => known.has(one)));
    if (next.length === 0) throw new Error(`Tables of ${schema} refer to each other in a circle`);
    for (const { name, columns, key } of next) {
      sorted.push({ name, columns, key });
      known.add(name);
    }
  }
  return sorted;
}

const ROWS_AT_ONCE = 500;

/** The rows a query finds, a few at a time, each as the text of one JSON object; within a transaction. */
export async function* jsonRows(owner: pg.ClientBase, query: string, values: unknown[] = []): AsyncGenerator<string[]> {
  await owner.query(
    `DECLARE archived NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS line FROM (${query}) r`,
    values,
  );
  for (;;) {
    const { rows } = await owner.query<{ line: string }>(`FETCH ${ROWS_AT_ONCE} FROM archived`);
    if (rows.length === 0) break;
    yield rows.map(({ line }) => line);
  }
  await owner.query('CLOSE archived');
}

export const namesIn = (columns: readonly string[]): string => columns.map((name) => `"${name}"`).join(', ');

export async function countOf(owner: pg.ClientBase, table: string): Promise<number> {
  const { rows } = await owner.query<{ count: string }>(`SELECT count(*)::int AS count FROM ${table}`);
  return Number(rows[0]!.count);
}
