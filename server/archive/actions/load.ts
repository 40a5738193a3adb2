import pg from 'pg';
import type { z } from 'zod';
import { Refused } from '../../core/errors.ts';
import { schemaOf } from '../../core/tenant/tenant.ts';
import { namesIn, type Table, tablesOf } from '../queries/tables.ts';
import { partIn } from '../rules/format.ts';
import { demandColumns, linesIn } from '../rules/rows.ts';
import { type SharedTable, sharedTables } from '../rules/shared.ts';
import { damaged } from '../rules/tar.ts';

/** Takes files of an archive into a business that is being made; answers how many rows each had. */
export interface Loader {
  tables: Record<'live' | 'sandbox', Table[]>;
  lostDomains: string[];
  load(name: string, content: Buffer): Promise<number>;
}

interface Into {
  id: string;
  schema: string;
}

export async function loaderOf(owner: pg.ClientBase, { id, schema }: Into): Promise<Loader> {
  const tables = { live: await emptied(owner, schema), sandbox: await emptied(owner, schemaOf(schema, 'sandbox')) };
  const lostDomains: string[] = [];
  return {
    tables,
    lostDomains,
    async load(name, content) {
      const part = partIn(name)!;
      const lines = linesIn(content);
      if (part.place === 'shared') {
        const table = sharedTables.find((one) => one.name === part.table);
        if (!table) throw damaged(`no file of ours is called ${name}`);
        if (table.row)
          lostDomains.push(...(await loadShared(owner, id, { ...table, row: table.row, lines, file: name })));
        return lines.length;
      }
      const table = tables[part.place].find((one) => one.name === part.table);
      if (!table) throw damaged(`there is no table ${part.table} in that version of the schema`);
      for (const line of lines) demandColumns(line, table.columns, name);
      const place = `"${schemaOf(schema, part.place)}"."${table.name}"`;
      await insert(owner, { place, columns: table.columns, lines, file: name });
      return lines.length;
    },
  };
}

/** What the migrations put into a schema comes with the archive, as it became. */
async function emptied(owner: pg.ClientBase, schema: string): Promise<Table[]> {
  const tables = await tablesOf(owner, schema);
  for (const { name } of tables.toReversed())
    await owner.query(`ALTER TABLE "${schema}"."${name}" DISABLE TRIGGER USER; DELETE FROM "${schema}"."${name}"`);
  return tables;
}

interface Rows {
  place: string;
  columns: string[];
  lines: string[];
  file: string;
}

async function insert(owner: pg.ClientBase, { place, columns, lines, file }: Rows): Promise<void> {
  const names = namesIn(columns);
  try {
    await owner.query(
      `INSERT INTO ${place} (${names}) SELECT ${names} FROM json_populate_recordset(NULL::${place}, $1::json)`,
      [`[${lines.join(',')}]`],
    );
  } catch (error) {
    throw asRowRefusal(error, file);
  }
}

type Shared = SharedTable & { row: z.ZodObject; lines: string[]; file: string };

/** Answers the domains that belong to another business here. */
async function loadShared(owner: pg.ClientBase, id: string, shared: Shared): Promise<string[]> {
  const { name, columns, row, lines, file } = shared;
  for (const line of lines) {
    const { error } = row.safeParse(demandColumns(line, columns, file));
    if (error) throw damaged(`a row of ${file} is not as it should be at ${error.issues[0]!.path.join('.')}`);
  }
  const names = namesIn(columns);
  const isDomains = name === 'domains';
  try {
    const { rows } = await owner.query<{ hostname: string }>(
      `INSERT INTO public.${name} (tenant_id, ${names})
       SELECT $2::uuid, ${names} FROM json_populate_recordset(NULL::public.${name}, $1::json)
       ${isDomains ? 'ON CONFLICT DO NOTHING RETURNING hostname' : ''}`,
      [`[${lines.join(',')}]`, id],
    );
    if (!isDomains) return [];
    const taken = new Set(rows.map(({ hostname }) => hostname));
    return lines.map((line) => (JSON.parse(line) as { hostname: string }).hostname).filter((one) => !taken.has(one));
  } catch (error) {
    const isKnown = error instanceof pg.DatabaseError && error.constraint === 'users_pkey';
    throw isKnown ? livesHere() : asRowRefusal(error, file);
  }
}

/** What the database says of a row that does not fit, as a sentence about the archive. */
function asRowRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof pg.DatabaseError) || !/^(22|23)/.test(error.code ?? '')) return error;
  return damaged(`a row of ${file} does not fit: ${error.message}`);
}

const livesHere = (): Refused =>
  new Refused('duplicate', {
    detail:
      'People of this archive have accounts here already: the business lives here. Delete it first, or import into another installation.',
  });
