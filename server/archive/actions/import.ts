import type pg from 'pg';
import { readMigrations } from '../../core/db/migrations.ts';
import { newId } from '../../core/ids.ts';
import { roleOf, schemaOf } from '../../core/tenant/tenant.ts';
import { asTenantRefusal } from '../../tenancy/actions/create.ts';
import { roleSteps, schemaSteps } from '../../tenancy/actions/migrate.ts';
import { refuseUnfitTenant, schemaNameFor } from '../../tenancy/rules/tenant.ts';
import { countOf } from '../queries/tables.ts';
import { MANIFEST, type Manifest } from '../rules/format.ts';
import { damaged } from '../rules/tar.ts';
import { checkArchive } from './check.ts';
import { type Loader, loaderOf } from './load.ts';
import { entriesIn } from './unpack.ts';

export interface ImportTenant {
  owner: pg.ClientBase;
  file: string;
  /** Another address than it had. */
  subdomain?: string | undefined;
  /** Another plan than it had, without what was allowed beyond that. */
  tier?: string | undefined;
  progress?: (done: number, of: number) => void;
  /** Runs within the same transaction, at its end. */
  within?: (tenantId: string, manifest: Manifest) => Promise<void>;
}

export interface Imported {
  id: string;
  name: string;
  subdomain: string;
  manifest: Manifest;
  /** Domains that belong to somebody else here. */
  lost_domains: string[];
}

/**
 * Makes a business of an archive: all of it or nothing, in one transaction. It is a business of its own with a new id; its
 * people and everything in its schemas keep theirs. The archive is read twice, and judged before anything is written.
 */
export async function importTenant(given: ImportTenant): Promise<Imported> {
  const { owner, file } = given;
  const manifest = await checkArchive(file);
  const about = placeOf(given, manifest);
  await owner.query('BEGIN');
  try {
    await owner.query("SET LOCAL TIME ZONE 'UTC'; SET LOCAL statement_timeout TO 0; SET LOCAL lock_timeout TO '10s'");
    await insertTenant(owner, manifest, about);
    const loader = await makeSchemas(owner, manifest, about);
    await loadAll(given, manifest, loader);
    await finishSchemas(owner, manifest, about, loader);
    await given.within?.(about.id, manifest);
    await owner.query('COMMIT');
    return { ...about, name: manifest.tenant.name, manifest, lost_domains: loader.lostDomains };
  } catch (error) {
    await owner.query('ROLLBACK');
    throw asTenantRefusal(error, about);
  }
}

interface About {
  id: string;
  subdomain: string;
  schema: string;
  tier: string;
  overrides: Manifest['tenant']['overrides'];
}

function placeOf({ subdomain, tier }: ImportTenant, { tenant }: Manifest): About {
  const id = newId();
  const about = {
    id,
    subdomain: subdomain ?? tenant.subdomain,
    tier: tier ?? tenant.tier,
    overrides: tier === undefined ? tenant.overrides : {},
  };
  refuseUnfitTenant({ ...tenant, ...about });
  return { ...about, schema: schemaNameFor(about.subdomain, id) };
}

const kept = [
  ...(['name', 'sandbox_enabled', 'sandbox_clock_ms', 'time_zone', 'currency', 'locale', 'address', 'phone'] as const),
  ...(['email', 'brand_color', 'logo_url', 'tagline', 'created_at'] as const),
];

async function insertTenant(owner: pg.ClientBase, { tenant }: Manifest, about: About): Promise<void> {
  const own = { id: about.id, subdomain: about.subdomain, schema_name: about.schema, tier: about.tier };
  const columns = [...Object.keys(own), 'overrides', ...kept];
  const values = [...Object.values(own), JSON.stringify(about.overrides), ...kept.map((column) => tenant[column])];
  const marks = values.map((_, index) => `$${index + 1}`);
  await owner.query(
    `INSERT INTO public.tenants (${columns.join(', ')}, updated_at) VALUES (${marks.join(', ')}, now())`,
    values,
  );
}

const modes = ['live', 'sandbox'] as const;

/** Both schemas as they were when the archive was made, empty and without triggers: what those wrote comes along. */
async function makeSchemas(owner: pg.ClientBase, { schemas }: Manifest, { id, schema }: About): Promise<Loader> {
  for (const mode of modes) {
    const about = { schema_name: schemaOf(schema, mode), tenant_id: id, mode };
    await owner.query(
      "INSERT INTO public.tenant_schemas (schema_name, tenant_id, mode, status, updated_at) VALUES ($1, $2, $3, 'ready', now())",
      [about.schema_name, id, mode],
    );
    const then = readMigrations('tenant').filter(({ version }) => version <= schemas[mode].version);
    await owner.query(
      `CREATE SCHEMA "${about.schema_name}"; ${roleSteps(roleOf(id, mode))}; ${schemaSteps(about, then)}`,
    );
  }
  return loaderOf(owner, { id, schema });
}

async function loadAll({ file, progress }: ImportTenant, { files }: Manifest, loader: Loader): Promise<void> {
  const total = files.reduce((sum, one) => sum + one.rows, 0);
  let done = 0;
  for await (const { name, content } of entriesIn(file)) {
    // It stands at the end, and was read before.
    if (name === MANIFEST) break;
    done += await loader.load(name, content);
    progress?.(done, total);
  }
}

async function finishSchemas(
  owner: pg.ClientBase,
  manifest: Manifest,
  { id, schema }: About,
  loader: Loader,
): Promise<void> {
  for (const mode of modes) {
    const tables = loader.tables[mode];
    for (const { name } of tables) {
      const place = `"${schemaOf(schema, mode)}"."${name}"`;
      await owner.query(`ALTER TABLE ${place} ENABLE TRIGGER USER`);
      if ((await countOf(owner, place)) !== (manifest.rows[`${mode}/${name}`] ?? 0))
        throw damaged(`${mode}/${name} does not have as many rows as the manifest says`);
    }
    const about = { schema_name: schemaOf(schema, mode), tenant_id: id, mode };
    const since = readMigrations('tenant').filter(({ version }) => version > manifest.schemas[mode].version);
    await owner.query(schemaSteps(about, since));
  }
}
