import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { type SealableRow, sealableColumns } from '../queries.ts';
import { isOwnMac, sealOf } from '../rules/entry.ts';
import { type Anchor, ANCHORS, anchorsIn } from '../rules/lines.ts';

export interface Finding {
  chain: string;
  /** Where in the chain; null for what never got a place. */
  position: number | null;
  entry_id: string | null;
  what: string;
}

export interface Verified {
  entries: number;
  chains: number;
  /** Written so short ago that they have no seal yet. */
  waiting: number;
  findings: Finding[];
}

export interface Verifying {
  owner: pg.ClientBase;
  key: Buffer;
  /** What is known outside of the database; null where the file is missing. */
  anchors: Anchor[] | null;
}

export const readAnchors = (logFolder: string): Promise<Anchor[] | null> =>
  readFile(join(logFolder, ANCHORS), 'utf8').then(anchorsIn, () => null);

/** Walks every chain from its beginning and finds whatever was changed, removed, put in or cut off. */
export async function verifyAudit({ owner, key, anchors }: Verifying): Promise<Verified> {
  const { rows } = await owner.query<{ chain: string }>(
    'SELECT chain FROM public.audit_seals UNION SELECT chain FROM public.audit_heads',
  );
  const chains = new Set([...rows.map(({ chain }) => chain), ...(anchors ?? []).map(({ chain }) => chain)]);
  const verified: Verified = { entries: 0, chains: chains.size, waiting: 0, findings: [] };
  if (anchors === null && chains.size > 0)
    verified.findings.push(finding('', null, null, `the file ${ANCHORS} is missing beside the logs`));
  for (const chain of [...chains].sort()) {
    const own = (anchors ?? []).filter((anchor) => anchor.chain === chain);
    await walk({ owner, key, chain, anchors: new Map(own.map((anchor) => [anchor.position, anchor])), verified });
  }
  await lookAtUnsealed({ owner, key, verified });
  return verified;
}

const finding = (chain: string, position: number | null, entry_id: string | null, what: string): Finding => ({
  chain,
  position,
  entry_id,
  what,
});

interface Walk {
  owner: pg.ClientBase;
  key: Buffer;
  chain: string;
  anchors: Map<number, Anchor>;
  verified: Verified;
}

type Sealed = { position: number; entry_id: string; hash: Buffer; entry_chain: string | null } & Omit<
  SealableRow,
  'chain' | 'id'
> & { id: string | null };

const PER_PAGE = 2000;

async function walk({ owner, key, chain, anchors, verified }: Walk): Promise<void> {
  let previous: Buffer | null = null;
  let position = 0;
  const tell = (at: number, entryId: string | null, what: string) =>
    verified.findings.push(finding(chain, at, entryId, what));
  for (;;) {
    const rows = await pageOf(owner, chain, position);
    for (const row of rows) {
      if (row.position !== position + 1) tell(position + 1, null, `the seals up to ${row.position - 1} were removed`);
      const wrong = wrongWith(key, chain, row, previous);
      if (wrong) tell(row.position, row.entry_id, wrong);
      const anchor = anchors.get(row.position);
      if (anchor && anchor.hash !== row.hash.toString('hex'))
        tell(row.position, row.entry_id, 'the chain was made anew: its anchor beside the logs is another one');
      ({ position, hash: previous } = row);
      verified.entries += 1;
    }
    if (rows.length < PER_PAGE) break;
  }
  const furthest = Math.max(0, ...anchors.keys());
  if (furthest > position) tell(position + 1, null, `the end was cut off: it reached ${furthest} once`);
}

async function pageOf(owner: pg.ClientBase, chain: string, after: number): Promise<Sealed[]> {
  const { rows } = await owner.query<Sealed>(
    `SELECT ${sealableColumns.replace('audit.chain', 'audit.chain AS entry_chain')}, seals.position::int AS position, seals.entry_id, seals.hash
     FROM public.audit_seals AS seals LEFT JOIN public.audit ON audit.id = seals.entry_id
     WHERE seals.chain = $1 AND seals.position > $2 ORDER BY seals.position LIMIT ${PER_PAGE}`,
    [chain, after],
  );
  return rows;
}

function wrongWith(key: Buffer, chain: string, row: Sealed, previous: Buffer | null): string | null {
  if (row.id === null) return 'the entry was removed';
  if (!isOwnMac(key, { ...row, id: row.id }, row.mac)) return 'the entry was changed';
  if (row.entry_chain !== chain) return 'the entry belongs to another chain';
  const { position, mac, hash } = row;
  return sealOf(key, { chain, position, previous, mac }).equals(hash)
    ? null
    : 'the seal does not fit what is before it';
}

/** What has no seal is either new, and then of our own making, or was put in by somebody else. */
async function lookAtUnsealed({ owner, key, verified }: Pick<Walk, 'owner' | 'key' | 'verified'>): Promise<void> {
  const { rows } = await owner.query<SealableRow>(
    `SELECT ${sealableColumns} FROM public.audit WHERE NOT EXISTS (SELECT FROM public.audit_seals WHERE entry_id = audit.id) ORDER BY id`,
  );
  for (const row of rows) {
    if (isOwnMac(key, row, row.mac)) verified.waiting += 1;
    else verified.findings.push(finding(row.chain, null, row.id, 'the entry was put in by somebody else'));
  }
}
