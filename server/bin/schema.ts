import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { appUrl } from '../core/db/roles.ts';
import { startEmbedded } from '../core/postgres/embedded.ts';
import { createTenantWith } from '../tenancy/actions/create.ts';
import { migratePublic } from '../tenancy/actions/migrate.ts';
import { describeSchema } from './schema/describe.ts';

const folder = join(import.meta.dirname, '../schema');
const isCheck = process.argv.includes('--check');

/** Writes the schema that the migrations result in, so that a change of it is seen; `--check` fails where it differs. */
const described = await onFreshDatabase(async (owner) => ({
  'public.sql': await describeSchema(owner, 'public'),
  'tenant.sql': await describeTenant(owner),
}));
const differing = Object.entries(described).filter(([file, text]) => text !== read(file));
if (!isCheck) for (const [file, text] of differing) writeFileSync(join(folder, file), text);
for (const [file, text] of differing)
  process.stdout.write(isCheck ? difference(file, read(file), text) : `Wrote server/schema/${file}\n`);
process.exitCode = isCheck && differing.length > 0 ? 1 : 0;

function read(file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch {
    return '';
  }
}

function difference(file: string, before: string, after: string): string {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = now.findIndex((text, index) => text !== old[index]);
  return (
    `server/schema/${file} is not what the migrations make. It differs from line ${line + 1}:\n` +
    `  - ${old[line] ?? ''}\n  + ${now[line] ?? ''}\nWrite it anew with: node server/bin/schema.ts\n`
  );
}

async function onFreshDatabase<T>(work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'smooth-schema-'));
  const log = { info() {}, warn() {}, error: (text: string) => void process.stderr.write(`${text}\n`) };
  try {
    const embedded = await startEmbedded({ dataDir, log });
    try {
      await migratePublic(embedded.url, appUrl(embedded.url));
      const owner = new pg.Client({ connectionString: embedded.url });
      await owner.connect();
      try {
        return await work(owner);
      } finally {
        await owner.end();
      }
    } finally {
      await embedded.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Both modes of a business have the same shape; the text is of the live one, with what the sandbox grants beyond it. */
async function describeTenant(owner: pg.Client): Promise<string> {
  const schema_name = 'tenant_schema';
  const place = { time_zone: 'UTC', currency: 'EUR' };
  await createTenantWith(owner, { name: 'Tenant', subdomain: 'tenant', schema_name, ...place });
  const live = await describeSchema(owner, schema_name);
  const sandbox = (await describeSchema(owner, `${schema_name}_sandbox`)).replaceAll(
    `${schema_name}_sandbox`,
    schema_name,
  );
  const [own, shared] = [linesBeyond(sandbox, live), linesBeyond(live, sandbox)];
  if ([...own, ...shared].some((line) => !line.startsWith('GRANT ')))
    throw new Error('The live and the sandbox schema of a business differ');
  return `${live}\n-- In the sandbox instead:\n${own.join('\n')}\n`;
}

function linesBeyond(text: string, other: string): string[] {
  const known = new Set(other.split('\n'));
  return text.split('\n').filter((line) => !known.has(line));
}
