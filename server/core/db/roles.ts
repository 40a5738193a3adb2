import { createHmac } from 'node:crypto';
import pg from 'pg';

export const APP_ROLE = 'smooth_app';

/**
 * The address of the application's own login beside the owner's. Its password is derived from the owner's, so that any
 * number of processes agree on it without storing it.
 */
export function appUrl(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  const password = createHmac('sha256', url.password || ownerUrl)
    .update(APP_ROLE)
    .digest('base64url');
  url.username = APP_ROLE;
  url.password = password;
  return url.href;
}

/**
 * Makes the roles of the installation: the login that by itself may do nothing, and what it may become. Tenant roles
 * come with their tenants. What is right already is not written again: roles belong to the whole cluster, where another
 * database's start may be doing the same.
 */
export async function ensureRoles(owner: pg.ClientBase, login: string): Promise<void> {
  for (const role of ['smooth_tenant', ...MAY_BECOME]) await ensureRole(owner, role, 'NOLOGIN');
  await ensureRole(owner, APP_ROLE, 'LOGIN NOINHERIT');
  if (!(await canSignIn(login))) {
    const password = owner.escapeLiteral(decodeURIComponent(new URL(login).password));
    await owner.query(`ALTER ROLE ${APP_ROLE} PASSWORD ${password}`);
  }
  for (const role of MAY_BECOME) await ensureMember(owner, role);
  // A temporary table outlives its transaction, and would stand before the next tenant's own.
  await owner.query(`REVOKE TEMPORARY ON DATABASE ${owner.escapeIdentifier(await databaseOf(owner))} FROM PUBLIC`);
}

const MAY_BECOME = ['smooth_gate', 'smooth_console', 'smooth_audit'];

async function ensureRole(owner: pg.ClientBase, role: string, attributes: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`CREATE ROLE ${role} ${attributes}`);
}

async function ensureMember(owner: pg.ClientBase, role: string): Promise<void> {
  const { rowCount } = await owner.query(
    'SELECT FROM pg_auth_members WHERE roleid = $1::regrole AND member = $2::regrole AND set_option AND NOT inherit_option',
    [role, APP_ROLE],
  );
  if (rowCount === 0) await owner.query(`GRANT ${role} TO ${APP_ROLE} WITH INHERIT FALSE, SET TRUE`);
}

async function canSignIn(login: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: login });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const databaseOf = async (owner: pg.ClientBase): Promise<string> =>
  (await owner.query<{ name: string }>('SELECT current_database() AS name')).rows[0]!.name;
