import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { formatInstant } from '@smooth/engine/instant.ts';
import { readMigrations } from '../../core/db/migrations.ts';
import { Refused } from '../../core/errors.ts';
import { schemaOf } from '../../core/tenant/tenant.ts';
import { countOf, jsonRows, namesIn, type Table, tablesOf } from '../queries/tables.ts';
import { type ArchivedTenant, FORMAT, FORMAT_VERSION, MANIFEST, type Manifest } from '../rules/format.ts';
import { type SharedTable, sharedTables } from '../rules/shared.ts';
import { packInto, type Packing } from './pack.ts';

export interface ExportTenant {
  /** The owner of the database, on a connection that does nothing else meanwhile. */
  owner: pg.ClientBase;
  tenantId: string;
  file: string;
  now: number;
  /** Hashes of passwords go along where an installation is moved, and never to somebody in a browser. */
  credentials: Manifest['credentials'];
  progress?: (done: number, of: number) => Promise<void> | void;
}

/** Writes all that a business has into one file, as one instant saw it; others go on working meanwhile. */
export async function exportTenant(given: ExportTenant): Promise<Manifest> {
  const { owner, file, now } = given;
  const packing = packInto(file, now);
  try {
    await owner.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    await owner.query("SET LOCAL TIME ZONE 'UTC'; SET LOCAL bytea_output TO hex; SET LOCAL statement_timeout TO 0");
    const manifest = await pack(given, packing);
    await owner.query('COMMIT');
    await packing.close();
    return manifest;
  } catch (error) {
    await packing.abandon();
    await owner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

interface Packed {
  name: string;
  count: number;
  query: string;
  values: string[];
}

async function pack(given: ExportTenant, packing: Packing): Promise<Manifest> {
  const { owner, tenantId, now, credentials, progress } = given;
  const { schema_name, ...tenant } = await tenantOf(owner, tenantId);
  const tables = await allTables(owner, { tenantId, schema_name, credentials });
  const total = tables.reduce((sum, { count }) => sum + count, 0);
  const rows: Record<string, number> = {};
  let done = 0;
  for (const { name, query, values } of tables) {
    rows[name] = await packing.addRows(
      name,
      counting(jsonRows(owner, query, values), (some) => progress?.((done += some), total)),
    );
  }
  const manifest: Manifest = {
    format: FORMAT,
    version: FORMAT_VERSION,
    made_by: `SmoothSchedule ${release()}`,
    created_at: formatInstant(now),
    credentials,
    tenant,
    schemas: { live: await versionOf(owner, tenantId, 'live'), sandbox: await versionOf(owner, tenantId, 'sandbox') },
    rows,
    files: packing.files,
  };
  await packing.addFile(MANIFEST, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));
  return manifest;
}

async function* counting(rows: AsyncIterable<string[]>, heard: (count: number) => Promise<void> | void | undefined) {
  for await (const some of rows) {
    yield some;
    await heard(some.length);
  }
}

async function tenantOf(owner: pg.ClientBase, id: string): Promise<ArchivedTenant & { schema_name: string }> {
  const { rows } = await owner.query<{ tenant: ArchivedTenant & { schema_name: string } }>(
    `SELECT row_to_json(r) AS tenant FROM (SELECT id, name, subdomain, schema_name, tier, overrides, sandbox_enabled,
       sandbox_clock_ms, time_zone, currency, locale, address, phone, email, brand_color, logo_url, tagline, created_at
     FROM public.tenants WHERE id = $1 AND provisioned_at IS NOT NULL) r`,
    [id],
  );
  if (!rows[0]) throw new Refused('not_found', { detail: 'There is no such business, or it is still being made.' });
  return rows[0].tenant;
}

type Where = Pick<ExportTenant, 'tenantId' | 'credentials'> & { schema_name: string };

async function allTables(owner: pg.ClientBase, { tenantId, schema_name, credentials }: Where): Promise<Packed[]> {
  const packed: Packed[] = [];
  for (const table of sharedTables) {
    const query = sharedQuery(table, credentials);
    const { rows } = await owner.query<{ count: number }>(`SELECT count(*)::int AS count FROM (${query}) r`, [
      tenantId,
    ]);
    packed.push({ name: `shared/${table.name}`, count: rows[0]!.count, query, values: [tenantId] });
  }
  for (const mode of ['live', 'sandbox'] as const) {
    const schema = schemaOf(schema_name, mode);
    for (const table of await tablesOf(owner, schema)) {
      const place = `"${schema}"."${table.name}"`;
      const count = await countOf(owner, place);
      packed.push({ name: `${mode}/${table.name}`, count, query: queryOf(table, place), values: [] });
    }
  }
  return packed;
}

function sharedQuery({ name, columns, orderBy }: SharedTable, credentials: Manifest['credentials']): string {
  const shown = columns.map((column) =>
    column === 'password_hash' && credentials === 'none' ? 'NULL::text AS password_hash' : `"${column}"`,
  );
  return `SELECT ${shown.join(', ')} FROM public.${name} WHERE tenant_id = $1 ORDER BY ${orderBy}`;
}

const queryOf = ({ columns, key }: Table, place: string): string =>
  `SELECT ${namesIn(columns)} FROM ${place}${key.length > 0 ? ` ORDER BY ${namesIn(key)}` : ''}`;

async function versionOf(owner: pg.ClientBase, tenantId: string, mode: string) {
  const { rows } = await owner.query<{ version: number }>(
    'SELECT version FROM public.tenant_schemas WHERE tenant_id = $1 AND mode = $2',
    [tenantId, mode],
  );
  const { version } = rows[0]!;
  return { version, checksum: readMigrations('tenant')[version - 1]?.checksum ?? '' };
}

const release = (): string =>
  (JSON.parse(readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8')) as { version: string }).version;
