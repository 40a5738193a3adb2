import type { PoolClient } from 'pg';
import type { Core } from '../../core/core.ts';
import { transaction } from '../../core/db/transaction.ts';
import { type SealableRow, sealableColumns } from '../queries.ts';
import { sealOf } from '../rules/entry.ts';

/** One at a time, whoever asks. */
const SEALING = 7_303_017;
const MOST_AT_ONCE = 1000;

interface Head {
  position: number;
  hash: Buffer | null;
}

const inAudit = <T>({ database }: Pick<Core, 'database'>, work: (client: PoolClient) => Promise<T>): Promise<T> =>
  transaction({ database, role: 'smooth_audit', schema: 'public' }, work);

/** Seals what was written since, each entry at the end of its chain; answers how many. */
export const seal = (core: Pick<Core, 'database' | 'key' | 'clock'>): Promise<number> =>
  inAudit(core, async (client) => {
    const { rows: mine } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS mine', [
      SEALING,
    ]);
    if (!mine[0]!.mine) return 0;
    const { rows } = await client.query<SealableRow>(
      `SELECT ${sealableColumns} FROM audit JOIN audit_unsealed ON entry_id = id ORDER BY id LIMIT ${MOST_AT_ONCE}`,
    );
    const chains = Map.groupBy(rows, ({ chain }) => chain);
    for (const [chain, entries] of chains) await extend(core, client, chain, entries);
    return rows.length;
  });

async function extend(
  { key, clock }: Pick<Core, 'key' | 'clock'>,
  client: PoolClient,
  chain: string,
  entries: SealableRow[],
): Promise<void> {
  const { rows } = await client.query<Head>('SELECT position, hash FROM audit_heads WHERE chain = $1', [chain]);
  let head: Head = rows[0] ?? { position: 0, hash: null };
  const seals = entries.map(({ id, mac }) => {
    const position = head.position + 1;
    head = { position, hash: sealOf(key, { chain, position, previous: head.hash, mac }) };
    return { id, position, hash: head.hash };
  });
  const ids = seals.map(({ id }) => id);
  await client.query(
    `INSERT INTO audit_seals (chain, position, entry_id, hash, sealed_at)
     SELECT $1, position, id, hash, $2 FROM unnest($3::bigint[], $4::uuid[], $5::bytea[]) AS s (position, id, hash)`,
    [chain, new Date(clock.now()), seals.map(({ position }) => position), ids, seals.map(({ hash }) => hash)],
  );
  await client.query(
    `INSERT INTO audit_heads (chain, position, hash) VALUES ($1, $2, $3)
     ON CONFLICT (chain) DO UPDATE SET position = $2, hash = $3`,
    [chain, head.position, head.hash],
  );
  await client.query('DELETE FROM audit_unsealed WHERE entry_id = ANY ($1)', [ids]);
}

export interface Unlogged {
  chain: string;
  logged: number;
}

/** Chains whose newest seals are not in the logs yet. */
export const unloggedChains = (core: Pick<Core, 'database'>): Promise<Unlogged[]> =>
  inAudit(core, async (client) => {
    const { rows } = await client.query<Unlogged>(
      'SELECT chain, logged FROM audit_heads WHERE logged < position ORDER BY chain',
    );
    return rows;
  });

export type SealedRow = SealableRow & { position: number; hash: Buffer };

export const sealedAfter = (core: Pick<Core, 'database'>, { chain, logged }: Unlogged): Promise<SealedRow[]> =>
  inAudit(core, async (client) => {
    const { rows } = await client.query<SealedRow>(
      `SELECT ${sealableColumns}, position, hash FROM audit_seals JOIN audit ON audit.id = entry_id
       WHERE audit_seals.chain = $1 AND position > $2 ORDER BY position LIMIT ${MOST_AT_ONCE}`,
      [chain, logged],
    );
    return rows;
  });

export const markLogged = (core: Pick<Core, 'database'>, chain: string, position: number): Promise<unknown> =>
  inAudit(core, (client) => client.query('UPDATE audit_heads SET logged = $2 WHERE chain = $1', [chain, position]));
