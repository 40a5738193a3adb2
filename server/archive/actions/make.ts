import { stat } from 'node:fs/promises';
import pg from 'pg';
import type { Core } from '../../core/core.ts';
import { onConnection } from '../../core/db/kysely.ts';
import { queueLetter } from '../../identity/actions/letters.ts';
import type { PublicTables } from '../../schema/public-tables.ts';
import { exportTenant } from './export.ts';
import { exportFile, keepOnly, makeFolder } from './files.ts';
import { KEPT_MS } from './request.ts';

interface Asked {
  id: string;
  tenant_id: string;
  attempts: number;
}

const MOST_ATTEMPTS = 3;
const TELL_EVERY_MS = 500;

/** Makes the archive that was asked for first; answers whether there was one. What was cut off is begun anew. */
export async function makeNextExport(core: Core, ownerUrl: string): Promise<boolean> {
  return withOwner(ownerUrl, async (owner) => {
    const { rows } = await owner.query<Asked>(
      "SELECT id, tenant_id, attempts FROM public.exports WHERE status IN ('waiting', 'running') ORDER BY created_at LIMIT 1",
    );
    const [asked] = rows;
    if (!asked) return false;
    // Another worker may be at it; its lock ends with its connection.
    const { rows: locks } = await owner.query<{ mine: boolean }>(
      'SELECT pg_try_advisory_lock(hashtextextended($1, 8)) AS mine',
      [asked.id],
    );
    if (!locks[0]!.mine) return false;
    await makeOne({ core, ownerUrl, owner }, asked);
    return true;
  });
}

interface Making {
  core: Core;
  ownerUrl: string;
  owner: pg.Client;
}

async function makeOne({ core, ownerUrl, owner }: Making, { id, tenant_id, attempts }: Asked): Promise<void> {
  const file = exportFile(core.config.dataDir, id);
  let toldAt = 0;
  const progress = async (done: number, total: number) => {
    if (done < total && performance.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = performance.now();
    await owner.query('UPDATE public.exports SET done = $2, total = $3 WHERE id = $1', [id, done, total]);
  };
  try {
    await owner.query("UPDATE public.exports SET status = 'running', attempts = attempts + 1 WHERE id = $1", [id]);
    await makeFolder(core.config.dataDir);
    const about = { tenantId: tenant_id, file, now: core.clock.now(), credentials: 'none', progress } as const;
    await withOwner(ownerUrl, (reader) => exportTenant({ ...about, owner: reader }));
    await finish(owner, { id, bytes: (await stat(file)).size, now: core.clock.now() });
  } catch (error) {
    await owner.query('ROLLBACK');
    core.log.error({ err: error, tenant: tenant_id }, 'an export could not be made');
    const status = attempts + 1 < MOST_ATTEMPTS ? 'waiting' : 'failed';
    const text = error instanceof Error ? error.message : String(error);
    await owner.query('UPDATE public.exports SET status = $2, error = $3 WHERE id = $1', [id, status, text]);
  }
}

/** Whoever asked hears of it by mail, exactly when it is there. */
async function finish(owner: pg.Client, { id, bytes, now }: { id: string; bytes: number; now: number }): Promise<void> {
  const db = onConnection<PublicTables>(owner);
  await owner.query('BEGIN');
  const { asked_by, tenant_id, mode } = await db
    .updateTable('public.exports')
    .set({ status: 'ready', bytes, ready_at: new Date(now), expires_at: new Date(now + KEPT_MS), error: null })
    .where('id', '=', id)
    .returning(['asked_by', 'tenant_id', 'mode'])
    .executeTakeFirstOrThrow();
  const person = await db.selectFrom('public.users').select('email').where('id', '=', asked_by).executeTakeFirst();
  if (person) await queueLetter(db, { template: 'export_ready', tenant_id, mode, email: person.email, now });
  await owner.query('COMMIT');
}

/** Takes away what has run out. */
export const forgetOldExports = (core: Core, ownerUrl: string): Promise<void> =>
  withOwner(ownerUrl, async (owner) => {
    await owner.query('DELETE FROM public.exports WHERE expires_at <= $1', [new Date(core.clock.now())]);
    const { rows } = await owner.query<{ id: string }>('SELECT id FROM public.exports');
    await keepOnly(
      core.config.dataDir,
      rows.map(({ id }) => id),
    );
  });

async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: url, application_name: 'smooth exports' });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
