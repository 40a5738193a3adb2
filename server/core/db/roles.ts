import { createHmac } from 'node:crypto';
import type pg from 'pg';

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
 * come with their tenants.
 */
export async function ensureRoles(owner: pg.ClientBase, login: string): Promise<void> {
  for (const role of ['smooth_tenant', 'smooth_gate', 'smooth_console']) await ensureRole(owner, role, 'NOLOGIN');
  await ensureRole(owner, APP_ROLE, 'LOGIN NOINHERIT');
  const { password } = new URL(login);
  await owner.query(`ALTER ROLE ${APP_ROLE} PASSWORD ${owner.escapeLiteral(decodeURIComponent(password))}`);
  await owner.query(`GRANT smooth_gate, smooth_console TO ${APP_ROLE} WITH INHERIT FALSE, SET TRUE`);
}

async function ensureRole(owner: pg.ClientBase, role: string, attributes: string): Promise<void> {
  const { rowCount } = await owner.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  if (rowCount === 0) await owner.query(`CREATE ROLE ${role} ${attributes}`);
}
