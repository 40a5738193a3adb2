import pg from 'pg';
import { APP_ROLE, ensureRoles } from '../../core/db/roles.ts';
import { type Migration, readMigrations, tenantRights } from '../../core/db/migrations.ts';
import { roleOf } from '../../core/tenant/tenant.ts';

export interface SchemaRow {
  schema_name: string;
  tenant_id: string;
  mode: 'live' | 'sandbox';
  version: number;
}

/** One lock for whoever migrates this database; a second runner waits for the first and then has nothing to do. */
const MIGRATION_LOCK = 7_303_014;

/** Brings the shared schema up to date. Every migration is one transaction; one that was changed after landing is refused. */
export async function migratePublic(ownerUrl: string, loginUrl: string): Promise<string[]> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    // A runner before this one may take its time; a table that somebody holds is not waited for that long.
    await owner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await owner.query("SELECT set_config('lock_timeout', '10000', false)");
    await ensureRoles(owner, loginUrl);
    await owner.query(
      'CREATE TABLE IF NOT EXISTS public.migrations (version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
    );
    const { rows } = await owner.query<{ version: number; checksum: string }>(
      'SELECT version, checksum FROM public.migrations',
    );
    const pending = pendingOf(readMigrations('public'), new Map(rows.map((row) => [row.version, row.checksum])));
    for (const migration of pending) await applyPublic(owner, migration);
    await refuseChangedForTenants(owner);
    return pending.map((migration) => migration.name);
  } finally {
    await owner.end();
  }
}

function pendingOf(migrations: Migration[], applied: Map<number, string>): Migration[] {
  const changed = migrations.find(
    (migration) => (applied.get(migration.version) ?? migration.checksum) !== migration.checksum,
  );
  if (changed) throw new MigrationChanged(changed);
  return migrations.filter((migration) => !applied.has(migration.version));
}

/** A migration is never edited once it has run somewhere: what it made there would not be what it says. */
export class MigrationChanged extends Error {
  constructor({ name }: Migration) {
    super(`Migration ${name} was changed after it had been applied here. Put it back, and add a new one instead.`);
  }
}

/** Those of the schemas of businesses are remembered beside, as every schema has run the same ones. */
async function refuseChangedForTenants(owner: pg.Client): Promise<void> {
  for (const migration of readMigrations('tenant')) {
    const key = `tenant_migration_${migration.version}`;
    await owner.query('INSERT INTO public.installation (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      key,
      migration.checksum,
    ]);
    const { rows } = await owner.query<{ value: string }>('SELECT value FROM public.installation WHERE key = $1', [
      key,
    ]);
    if (rows[0]!.value !== migration.checksum) throw new MigrationChanged(migration);
  }
}

async function applyPublic(owner: pg.Client, migration: Migration): Promise<void> {
  await owner.query('BEGIN');
  try {
    await owner.query('SET LOCAL search_path TO public');
    await owner.query(migration.sql);
    await owner.query('INSERT INTO public.migrations (version, name, checksum) VALUES ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.checksum,
    ]);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw new Error(`Migration public/${migration.name} failed: ${String(error)}`, { cause: error });
  }
}

export interface MigrateTenants {
  ownerUrl: string;
  migrations?: Migration[];
  parallel?: number;
  progress?: (done: number, of: number, schema: string, error: string | null) => void;
}

/**
 * Brings every tenant schema up to date, each in a transaction of its own together with its status: a killed runner
 * goes on where it stopped, and a schema that fails is marked and never stops the others.
 */
export async function migrateTenants({
  ownerUrl,
  migrations = readMigrations('tenant'),
  parallel = 4,
  progress,
}: MigrateTenants) {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: parallel, options: '-c lock_timeout=5000' });
  try {
    const newest = migrations.at(-1)?.version ?? 0;
    const { rows } = await pool.query<SchemaRow>(
      "SELECT schema_name, tenant_id, mode, version FROM public.tenant_schemas WHERE version < $1 AND status <> 'creating' ORDER BY schema_name",
      [newest],
    );
    let done = 0;
    let failed = 0;
    const queue = rows.values();
    const worker = async () => {
      for (const row of queue) {
        const error = await migrateOne(pool, row, migrations);
        failed += error === null ? 0 : 1;
        progress?.((done += 1), rows.length, row.schema_name, error);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
    return { migrated: rows.length - failed, failed };
  } finally {
    await pool.end();
  }
}

async function migrateOne(pool: pg.Pool, row: SchemaRow, migrations: Migration[]): Promise<string | null> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    // Locks the status, so that two runners never take the same schema.
    const { rows } = await client.query<{ version: number }>(
      'SELECT version FROM public.tenant_schemas WHERE schema_name = $1 FOR UPDATE',
      [row.schema_name],
    );
    const from = rows[0]?.version ?? Number.POSITIVE_INFINITY;
    await client.query(
      schemaSteps(
        row,
        migrations.filter((migration) => migration.version > from),
      ),
    );
    await client.query('COMMIT');
    return null;
  } catch (error) {
    await client.query('ROLLBACK');
    const text = error instanceof Error ? error.message : String(error);
    await client.query(
      "UPDATE public.tenant_schemas SET status = 'failed', error = $2, updated_at = now() WHERE schema_name = $1",
      [row.schema_name, text],
    );
    return text;
  } finally {
    client.release();
  }
}

/** All that turns a schema into the newest version, as one text for one round trip. */
export function schemaSteps(row: Omit<SchemaRow, 'version'>, pending: Migration[]): string {
  if (pending.length === 0) return 'SELECT 1';
  const role = roleOf(row.tenant_id, row.mode);
  return [
    `SET LOCAL search_path TO "${row.schema_name}"`,
    tenantRights('defaults', row.schema_name, role),
    ...pending.map((migration) => migration.sql),
    tenantRights('grants', row.schema_name, role),
    ...(row.mode === 'sandbox' ? [tenantRights('sandbox', row.schema_name, role)] : []),
    `UPDATE public.tenant_schemas SET version = ${pending.at(-1)!.version}, status = 'ready', error = NULL, updated_at = now() WHERE schema_name = '${row.schema_name}'`,
  ].join(';\n');
}

/** The role of a tenant in one mode, and the login that may become it. */
export const roleSteps = (role: string): string =>
  `CREATE ROLE "${role}" NOLOGIN; GRANT smooth_tenant TO "${role}"; GRANT "${role}" TO ${APP_ROLE} WITH INHERIT FALSE, SET TRUE`;
