import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionTable } from './permissions/print.ts';

const file = join(import.meta.dirname, '../../docs/permissions.md');

/** Writes the table of permissions for people to read; `--check` fails where it says something else. */
const text = permissionTable();
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  process.stdout.write(
    'docs/permissions.md is not what the policies say. Write it anew with: node server/bin/permissions.ts\n',
  );
  process.exitCode = 1;
}
