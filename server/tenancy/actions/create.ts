import pg from 'pg';
import { readMigrations } from '../../core/db/migrations.ts';
import { newId } from '../../core/ids.ts';
import { fieldRefusal, Refused } from '../../core/errors.ts';
import { refuseUnfitTenant, schemaNameFor } from '../rules/tenant.ts';
import { roleSteps, type SchemaRow, schemaSteps } from './migrate.ts';
import { roleOf, schemaOf } from '../../core/tenant/tenant.ts';

export interface NewTenant {
  name: string;
  subdomain: string;
  schema_name?: string;
  time_zone: string;
  currency: string;
  locale?: string;
  tier?: string;
  is_temporary?: boolean;
  address?: string;
  phone?: string;
  email?: string;
  brand_color?: string;
  logo_url?: string;
  tagline?: string;
}

type Addressed = Pick<NewTenant, 'subdomain' | 'schema_name'>;

/**
 * Makes a tenant with both its schemas and roles, ready to use, in one transaction of the owner. Refuses `duplicate`
 * for a taken sub-domain and a field error for a reserved or malformed one.
 */
export async function createTenant(ownerUrl: string, given: NewTenant): Promise<string> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    return await createTenantWith(owner, given);
  } finally {
    await owner.end();
  }
}

/** The same on an owner's connection that is open already. */
export async function createTenantWith(owner: pg.ClientBase, given: NewTenant): Promise<string> {
  refuseUnfitTenant(given);
  const id = newId();
  const schemaName = given.schema_name ?? schemaNameFor(given.subdomain, id);
  await owner.query('BEGIN');
  try {
    await insertTenant(owner, id, schemaName, given);
    for (const mode of ['live', 'sandbox'] as const) {
      const schema = schemaOf(schemaName, mode);
      await owner.query(
        "INSERT INTO public.tenant_schemas (schema_name, tenant_id, mode, status, updated_at) VALUES ($1, $2, $3, 'ready', now())",
        [schema, id, mode],
      );
      await makeSchema(owner, { schema_name: schema, tenant_id: id, mode });
    }
    await owner.query('COMMIT');
    return id;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw asTenantRefusal(error, given);
  }
}

/** One schema with its role, in the newest version; what is known of it is marked ready. */
export async function makeSchema(owner: pg.ClientBase, about: Omit<SchemaRow, 'version'>): Promise<void> {
  const steps = schemaSteps(about, readMigrations('tenant'));
  await owner.query(
    `CREATE SCHEMA "${about.schema_name}"; ${roleSteps(roleOf(about.tenant_id, about.mode))}; ${steps}`,
  );
}

const columns = [
  'time_zone',
  'currency',
  'locale',
  'tier',
  'is_temporary',
  'address',
  'phone',
  'email',
  'brand_color',
  'logo_url',
  'tagline',
] as const;

async function insertTenant(owner: pg.ClientBase, id: string, schemaName: string, given: NewTenant): Promise<void> {
  const set = columns.filter((column) => given[column] !== undefined);
  const names = ['id', 'name', 'subdomain', 'schema_name', ...set];
  const values = [id, given.name, given.subdomain, schemaName, ...set.map((column) => given[column])];
  const places = values.map((_, index) => `$${index + 1}`);
  await owner.query(
    `INSERT INTO public.tenants (${names.join(', ')}, created_at, updated_at) VALUES (${places.join(', ')}, now(), now())`,
    values,
  );
}

/** The rules of names stand in the database; here they get their words and their field. */
export function asTenantRefusal(error: unknown, given: Addressed): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  if (error.code === '23505') return taken(error.constraint, given);
  if (error.code !== '23514') return error;
  if (error.constraint?.startsWith('tenants_subdomain')) {
    return fieldRefusal(
      '/body/subdomain',
      'Use small letters, digits and dashes, and no reserved word such as www or platform',
    );
  }
  if (error.constraint?.startsWith('tenants_schema_name')) {
    return fieldRefusal(
      '/body/schema_name',
      'Use small letters, digits and _, not ending in _sandbox and not beginning with pg_',
    );
  }
  return error;
}

/** The schema is named after the address, so where nobody named it, it is the address that is taken. */
function taken(constraint: string | undefined, { subdomain, schema_name }: Addressed): Refused {
  const [pointer, detail] =
    schema_name && constraint?.startsWith('tenants_schema_name')
      ? ['/body/schema_name', `The schema name ${schema_name} is taken`]
      : ['/body/subdomain', `The address ${subdomain} is taken`];
  return new Refused('duplicate', { detail, errors: [{ pointer, code: 'duplicate', detail }] });
}
