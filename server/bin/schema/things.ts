import type pg from 'pg';

/** Things that an extension brought are the extension's. */
const own = (catalog: string) =>
  `NOT EXISTS (SELECT FROM pg_depend WHERE classid = '${catalog}'::regclass AND objid = thing.oid AND deptype = 'e')`;

async function texts(owner: pg.ClientBase, sql: string, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ text: string }>(sql, [schema]);
  return rows.map(({ text }) => text);
}

export const functionsOf = (owner: pg.ClientBase, schema: string): Promise<string[]> =>
  texts(
    owner,
    `SELECT rtrim(pg_get_functiondef(thing.oid)) || ';' AS text FROM pg_proc thing
     WHERE pronamespace = to_regnamespace($1) AND ${own('pg_proc')} ORDER BY thing.oid::regprocedure::text COLLATE "C"`,
    schema,
  );

/** Each table with its columns, constraints, indexes, triggers and policies. */
export async function tablesOf(owner: pg.ClientBase, schema: string): Promise<string[]> {
  const { rows } = await owner.query<{ oid: number; name: string; options: string | null; rls: string }>(
    `SELECT oid, relname AS name, array_to_string(reloptions, ', ') AS options,
       CASE WHEN relforcerowsecurity THEN 'FORCE ROW LEVEL SECURITY' WHEN relrowsecurity THEN 'ROW LEVEL SECURITY' ELSE '' END AS rls
     FROM pg_class thing WHERE relnamespace = to_regnamespace($1) AND relkind IN ('r', 'p') AND ${own('pg_class')}
     ORDER BY relname COLLATE "C"`,
    [schema],
  );
  const tables = [];
  for (const { oid, name, options, rls } of rows) {
    const lines = [...(await columnsOf(owner, oid)), ...(await constraintsOf(owner, oid))];
    const end = options ? `) WITH (${options});` : ');';
    const table = `TABLE ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n${end}`;
    tables.push([table, ...(rls ? [`${rls} ON ${name};`] : []), ...(await besideOf(owner, oid))].join('\n'));
  }
  return tables;
}

const linesFor = async (owner: pg.ClientBase, oid: number, sql: string) =>
  (await owner.query<{ text: string }>(sql, [oid])).rows.map(({ text }) => text);

const columnsOf = (owner: pg.ClientBase, oid: number) =>
  linesFor(
    owner,
    oid,
    `SELECT concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod),
       CASE WHEN attnotnull THEN 'NOT NULL' END,
       CASE WHEN attidentity <> '' THEN 'GENERATED AS IDENTITY'
         WHEN attgenerated <> '' THEN 'GENERATED ALWAYS AS (' || pg_get_expr(adbin, adrelid) || ') ' || CASE attgenerated WHEN 's' THEN 'STORED' ELSE 'VIRTUAL' END
         WHEN adbin IS NOT NULL THEN 'DEFAULT ' || pg_get_expr(adbin, adrelid) END) AS text
     FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
     WHERE attrelid = $1 AND attnum > 0 AND NOT attisdropped ORDER BY attnum`,
  );

/** NOT NULL stands with its column. */
const constraintsOf = (owner: pg.ClientBase, oid: number) =>
  linesFor(
    owner,
    oid,
    `SELECT 'CONSTRAINT ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid) AS text
     FROM pg_constraint WHERE conrelid = $1 AND contype <> 'n'
     ORDER BY contype = 'p' DESC, contype, conname COLLATE "C"`,
  );

const besideOf = async (owner: pg.ClientBase, oid: number) => [
  ...(await linesFor(
    owner,
    oid,
    `SELECT pg_get_indexdef(indexrelid) || ';' AS text FROM pg_index
     WHERE indrelid = $1 AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u', 'x'))
     ORDER BY indexrelid::regclass::text COLLATE "C"`,
  )),
  ...(await linesFor(
    owner,
    oid,
    `SELECT pg_get_triggerdef(oid) || ';' AS text FROM pg_trigger WHERE tgrelid = $1 AND NOT tgisinternal ORDER BY tgname COLLATE "C"`,
  )),
  ...(await linesFor(
    owner,
    oid,
    `SELECT concat_ws(' ', 'POLICY', polname, CASE WHEN polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
       'FOR', CASE polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
       'TO', (SELECT string_agg(CASE role WHEN 0 THEN 'PUBLIC' ELSE role::regrole::text END, ', ') FROM unnest(polroles) AS role),
       'USING (' || pg_get_expr(polqual, polrelid) || ')', 'WITH CHECK (' || pg_get_expr(polwithcheck, polrelid) || ')') || ';' AS text
     FROM pg_policy WHERE polrelid = $1 ORDER BY polname COLLATE "C"`,
  )),
];

/** Whatever else is there is at least named, so that nothing comes unseen. */
export const otherThings = (owner: pg.ClientBase, schema: string): Promise<string[]> =>
  texts(
    owner,
    `SELECT text FROM (
       SELECT CASE relkind WHEN 'v' THEN 'VIEW ' || relname || ' AS' || pg_get_viewdef(oid) ELSE 'RELATION (' || relkind::text || ') ' || relname || ';' END AS text
       FROM pg_class thing WHERE relnamespace = to_regnamespace($1) AND relkind NOT IN ('r', 'p', 'i', 'I', 't') AND ${own('pg_class')}
       UNION ALL
       SELECT 'TYPE (' || typtype::text || ') ' || typname || ';' FROM pg_type thing
       WHERE typnamespace = to_regnamespace($1) AND typtype NOT IN ('c', 'b') AND ${own('pg_type')}) AS found
     ORDER BY text COLLATE "C"`,
    schema,
  );
