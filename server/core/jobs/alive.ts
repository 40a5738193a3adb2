import type pg from 'pg';

const ALIVE = 7_303_015;

/** Shows that the workers of these names live: locks that end with their connection, or with the next names. */
export async function showAlive(client: pg.Client, poolIds: string[]): Promise<void> {
  await client.query('SELECT pg_advisory_unlock_all()');
  await client.query('SELECT pg_advisory_lock_shared($1, hashtext(id)) FROM unnest($2::text[]) AS id', [
    ALIVE,
    poolIds,
  ]);
}

/** The workers that hold jobs and do not live. */
export async function deadWorkers(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ locked_by: string }>(
    `SELECT DISTINCT locked_by FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL AND NOT EXISTS (
       SELECT FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted AND classid = $1::oid
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
         AND objid = (hashtext(locked_by)::bigint & 4294967295)::oid)`,
    [ALIVE],
  );
  return rows.map(({ locked_by }) => locked_by);
}

/** Gives the jobs that dead workers hold back to the living; by itself graphile-worker does so after four hours. */
export const releaseJobsOf = (client: pg.Client, poolIds: string[]) =>
  client.query('SELECT graphile_worker.force_unlock_workers($1::text[])', [poolIds]);

/** Names whoever was dead in this look and in the one before: a connection may be away for a moment. */
export function deathWatch() {
  let suspects = new Set<string>();
  return (dead: string[]): string[] => {
    const sure = dead.filter((id) => suspects.has(id));
    suspects = new Set(dead.filter((id) => !sure.includes(id)));
    return sure;
  };
}
