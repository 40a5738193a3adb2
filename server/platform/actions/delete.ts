import pg from 'pg';
import { audit, type Witness } from '../../audit/actions/write.ts';
import type { Core } from '../../core/core.ts';
import { inConsole } from '../../core/tenant/gate.ts';
import { roleOf } from '../../core/tenant/tenant.ts';

/** Nobody: what the platform does by itself. */
const bySystem = (at: number, tenant_id: string): Witness => ({
  at,
  tenant_id,
  mode: null,
  actor: { id: null, email: null },
  acting_as: null,
  ip_address: null,
  session_key: null,
});

interface Due {
  id: string;
  name: string;
  subdomain: string;
  schema_name: string;
}

/** Closes demo accounts that have expired, and deletes what is past its retention; answers how many were deleted. */
export async function deleteWhatIsDue(core: Core, ownerUrl: string): Promise<number> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: 'smooth retention' });
  await owner.connect();
  try {
    const now = new Date(core.clock.now());
    const { rows } = await owner.query<Due>(
      `SELECT id, name, subdomain, schema_name FROM public.tenants
       WHERE (status = 'closed' AND delete_after <= $1) OR (is_temporary AND expires_at <= $1) ORDER BY id`,
      [now],
    );
    for (const due of rows) await deleteTenant(core, owner, due);
    return rows.length;
  } finally {
    await owner.end();
  }
}

/**
 * Deletes a business: both schemas, its rows in the shared schema, its roles. What was done in it stays in the audit.
 */
async function deleteTenant(core: Core, owner: pg.Client, { id, name, subdomain, schema_name }: Due): Promise<void> {
  await owner.query('BEGIN');
  try {
    // Whoever reopens it at the same moment waits, and finds nothing any more.
    await owner.query('SELECT FROM public.tenants WHERE id = $1 FOR UPDATE', [id]);
    for (const schema of [schema_name, `${schema_name}_sandbox`])
      await owner.query(`DROP SCHEMA IF EXISTS ${owner.escapeIdentifier(schema)} CASCADE`);
    await deleteRows(owner, id);
    for (const mode of ['live', 'sandbox'] as const) await dropRole(owner, roleOf(id, mode));
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    core.log.error({ err: error, tenant: id }, 'a business could not be deleted; it is tried again');
    return;
  }
  await inConsole(core.database, (tx) =>
    audit(core, tx, bySystem(core.clock.now(), id), { action: 'TENANT_DELETED', detail: { name, subdomain } }),
  );
}

/** From every shared table that knows businesses, those that refer to others first; the audit is kept. */
async function deleteRows(owner: pg.Client, id: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `SELECT c.table_name AS name FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name = 'tenant_id' AND t.table_type = 'BASE TABLE' AND c.table_name <> 'audit'`,
  );
  let left = rows.map(({ name }) => name);
  while (left.length > 0) {
    const waiting: string[] = [];
    for (const name of left) if (!(await deleted(owner, name, id))) waiting.push(name);
    if (waiting.length === left.length) throw new Error(`Rows of ${waiting.join(', ')} refer to each other`);
    left = waiting;
  }
  await owner.query('DELETE FROM public.tenants WHERE id = $1', [id]);
}

const FOREIGN_KEY = '23503';

async function deleted(owner: pg.Client, table: string, id: string): Promise<boolean> {
  await owner.query('SAVEPOINT rows');
  try {
    await owner.query(`DELETE FROM public.${owner.escapeIdentifier(table)} WHERE tenant_id = $1`, [id]);
    return true;
  } catch (error) {
    await owner.query('ROLLBACK TO SAVEPOINT rows');
    if (error instanceof pg.DatabaseError && error.code === FOREIGN_KEY) return false;
    throw error;
  }
}

async function dropRole(owner: pg.Client, role: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) return;
  const name = owner.escapeIdentifier(role);
  await owner.query(`DROP OWNED BY ${name}; DROP ROLE ${name}`);
}
