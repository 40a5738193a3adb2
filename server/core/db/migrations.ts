import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Migration {
  version: number;
  name: string;
  sql: string;
  checksum: string;
}

const folder = join(import.meta.dirname, '../../migrations');

/** The migrations of a kind in their order; file names are `NNNN_slice_what.sql`, without gaps. */
export function readMigrations(kind: 'public' | 'tenant'): Migration[] {
  const files = readdirSync(join(folder, kind))
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return files.map((file, index) => {
    const version = Number(file.slice(0, 4));
    if (version !== index + 1) throw new Error(`Migration ${kind}/${file} should have the number ${index + 1}`);
    const sql = readFileSync(join(folder, kind, file), 'utf8');
    return { version, name: file.slice(0, -4), sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * What each tenant role may do in its schema: `defaults` before the migrations of the schema, `grants` after them, and then
 * `sandbox` where it is one.
 */
export function tenantRights(which: 'defaults' | 'grants' | 'sandbox', schema: string, role: string): string {
  const sql = readFileSync(join(folder, `tenant-${which}.sql`), 'utf8');
  return sql.replaceAll(':schema', `"${schema}"`).replaceAll(':role', `"${role}"`);
}
