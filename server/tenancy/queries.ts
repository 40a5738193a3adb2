import type pg from 'pg';
import type { Database } from '../core/db/database.ts';
import { askGate, publicQuery, type TenantRow } from '../core/tenant/gate.ts';

const tenantBySubdomain = (subdomain: string) =>
  publicQuery
    .selectFrom('public.tenants')
    .selectAll()
    .where('subdomain', '=', subdomain)
    .where('status', '<>', 'closed')
    .where('provisioned_at', 'is not', null);

const tenantByDomain = (hostname: string) =>
  publicQuery
    .selectFrom('public.tenants')
    .innerJoin('public.domains', 'public.domains.tenant_id', 'public.tenants.id')
    .selectAll('public.tenants')
    .where('public.domains.hostname', '=', hostname)
    .where('public.domains.verified_at', 'is not', null)
    .where('public.tenants.status', '<>', 'closed')
    .where('public.tenants.provisioned_at', 'is not', null);

const REMEMBERED_MS = 1000;
const MOST_REMEMBERED = 10_000;

/** Finds businesses by address; an answer is remembered for a second, so a suspension is felt within one. */
export function tenantFinder(database: Database) {
  const remembered = new Map<string, { row: Promise<TenantRow | undefined>; until: number }>();
  const remember = (key: string, look: () => Promise<TenantRow | undefined>) => {
    const known = remembered.get(key);
    if (known && known.until > performance.now()) return known.row;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    const row = look();
    remembered.set(key, { row, until: performance.now() + REMEMBERED_MS });
    row.catch(() => remembered.delete(key));
    return row;
  };
  const first = async (query: ReturnType<typeof tenantBySubdomain>) => (await askGate(database, query))[0];
  return {
    bySubdomain: (subdomain: string) => remember(`s:${subdomain}`, () => first(tenantBySubdomain(subdomain))),
    byDomain: (hostname: string) => remember(`d:${hostname}`, () => first(tenantByDomain(hostname))),
  };
}

export interface TenantSummary {
  id: string;
  subdomain: string;
  name: string;
  status: 'active' | 'suspended' | 'closed';
  tier: string;
  time_zone: string;
  currency: string;
}

/** Every business of the installation, for the operator at the command line. */
export async function allTenants(owner: pg.ClientBase): Promise<TenantSummary[]> {
  const { rows } = await owner.query<TenantSummary>(
    'SELECT id, subdomain, name, status, tier, time_zone, currency FROM public.tenants ORDER BY subdomain',
  );
  return rows;
}

export interface SchemaState {
  schema_name: string;
  mode: 'live' | 'sandbox';
  version: number;
  status: 'creating' | 'ready' | 'failed';
  error: string | null;
}

/** Which migration each schema of a business has, and what went wrong with the next. */
export async function schemaStates(owner: pg.ClientBase): Promise<SchemaState[]> {
  const { rows } = await owner.query<SchemaState>(
    'SELECT schema_name, mode, version, status, error FROM public.tenant_schemas ORDER BY schema_name',
  );
  return rows;
}

/** The version of the shared schema; null where it was never made. */
export async function publicVersion(owner: pg.ClientBase): Promise<number | null> {
  const { rows } = await owner.query<{ there: boolean }>(
    "SELECT to_regclass('public.migrations') IS NOT NULL AS there",
  );
  if (!rows[0]!.there) return null;
  const found = await owner.query<{ version: number | null }>('SELECT max(version) AS version FROM public.migrations');
  return found.rows[0]!.version;
}
