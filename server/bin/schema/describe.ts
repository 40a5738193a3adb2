import type pg from 'pg';
import { privilegesOf, rolesOf } from './privileges.ts';
import { functionsOf, otherThings, tablesOf } from './things.ts';

/**
 * A schema as text like SQL, from the catalogs: the same for the same schema, whoever made it and in whatever order.
 * The role of a tenant is written as `tenant_role`.
 */
export async function describeSchema(owner: pg.ClientBase, schema: string): Promise<string> {
  await owner.query("SELECT set_config('search_path', $1, false)", [schema]);
  const parts = [
    `-- Written by server/bin/schema.ts from the migrations; not edited by hand.\nSCHEMA ${schema};`,
    ...(schema === 'public' ? [await rolesOf(owner)] : []),
    ...(await functionsOf(owner, schema)),
    ...(await tablesOf(owner, schema)),
    ...(await otherThings(owner, schema)),
    await privilegesOf(owner, schema),
  ];
  const text = parts.filter(Boolean).join('\n\n');
  return `${text.replaceAll(/"?\bt_[0-9a-f]{32}_(live|sandbox)\b"?/g, 'tenant_role')}\n`;
}
