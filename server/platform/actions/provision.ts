import pg from 'pg';
import type { Core } from '../../core/core.ts';
import type { TenantRow } from '../../core/tenant/gate.ts';
import { type Tenant, tenantHandle } from '../../core/tenant/tenant.ts';
import { makeSchema } from '../../tenancy/actions/create.ts';

/** What is put into a business as soon as it can be written to. */
export type Furnish = (tenant: Tenant, core: Core) => Promise<void>;

export interface Provisioning {
  core: Core;
  ownerUrl: string;
  furnish: Furnish;
}

const MOST_TRIES = 5;

/**
 * Makes the schemas of the business that has waited longest; answers whether there was one. The two schemas are made in
 * one transaction, what they are furnished with in the next, and people are let in after that: whatever is cut off in
 * between is done again.
 *
 * A connection of its own for each: one that lives on keeps plans of every schema it wrote to, and PostgreSQL looks at all
 * of them for every table that is made.
 */
export async function provisionNext(given: Provisioning): Promise<boolean> {
  const owner = new pg.Client({ connectionString: given.ownerUrl, application_name: 'smooth provisioning' });
  await owner.connect();
  try {
    return await provisionOn(owner, given);
  } finally {
    await owner.end();
  }
}

type Waiting = TenantRow & { tries: number };

const waiting = `SELECT *, coalesce((provision ->> 'tries')::int, 0) AS tries FROM public.tenants
  WHERE provisioned_at IS NULL AND status = 'active' AND coalesce((provision ->> 'tries')::int, 0) < ${MOST_TRIES}
  ORDER BY coalesce((provision ->> 'tries')::int, 0), created_at LIMIT 1`;

async function provisionOn(owner: pg.Client, { core, furnish }: Provisioning): Promise<boolean> {
  const { rows } = await owner.query<Waiting>(waiting);
  const [row] = rows;
  if (!row) return false;
  // Another worker may be at the same one; whoever comes second finds nothing left to do.
  const { rows: locks } = await owner.query<{ mine: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 7)) AS mine',
    [row.id],
  );
  if (!locks[0]!.mine) return false;
  try {
    await makeSchemas(owner, row.id);
    await furnish(tenantHandle(row, 'live', core.database, core.clock.now()), core);
    await owner.query(
      'UPDATE public.tenants SET provisioned_at = $2, provision_error = NULL WHERE id = $1 AND provisioned_at IS NULL',
      [row.id, new Date(core.clock.now())],
    );
  } catch (error) {
    core.log.error({ err: error, tenant: row.id }, 'a business could not be made; it is tried again');
    await owner.query(
      `UPDATE public.tenants SET provision_error = $2, provision = provision || jsonb_build_object('tries', $3::int) WHERE id = $1`,
      [row.id, error instanceof Error ? error.message : String(error), row.tries + 1],
    );
  }
  return true;
}

async function makeSchemas(owner: pg.Client, tenantId: string): Promise<void> {
  await owner.query('BEGIN');
  try {
    const { rows } = await owner.query<{ schema_name: string; mode: 'live' | 'sandbox' }>(
      "SELECT schema_name, mode FROM public.tenant_schemas WHERE tenant_id = $1 AND status = 'creating' ORDER BY mode FOR UPDATE",
      [tenantId],
    );
    for (const schema of rows) await makeSchema(owner, { ...schema, tenant_id: tenantId });
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
