import type { House } from './house.ts';

/** One line per schema of a business that changes whenever any row of it does. */
export async function fingerprints(house: House): Promise<Record<string, string>> {
  const schemas = await house.rows<{ name: string; tables: string[] }>(
    'public',
    `SELECT table_schema AS name, array_agg(table_name::text ORDER BY table_name) AS tables FROM information_schema.tables
     WHERE table_schema IN (SELECT schema_name FROM public.tenant_schemas) GROUP BY table_schema`,
  );
  const parts = schemas.map(({ name, tables }) => {
    const hashes = tables.map(
      (table) => `(SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM "${name}"."${table}" t)`,
    );
    return `SELECT '${name}' AS name, concat_ws(' ', ${hashes.map((hash) => `coalesce(${hash}, '-')`).join()}) AS print`;
  });
  const rows = await house.rows<{ name: string; print: string }>('public', parts.join(' UNION ALL '));
  return Object.fromEntries(rows.map(({ name, print }) => [name, print]));
}
