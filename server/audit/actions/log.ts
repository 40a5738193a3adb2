import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Core } from '../../core/core.ts';
import { ANCHORS, anchorLine, lineOf, logOf } from '../rules/lines.ts';
import { markLogged, type SealedRow, sealedAfter, unloggedChains } from './seal.ts';

type Ground = Pick<Core, 'database' | 'config' | 'clock'>;

/**
 * Writes what is sealed to the logs, and how far the chains are. Only what is safely on disk counts as written: after a
 * crash, or when the disk was full, it is written again, so a line may come twice and never not at all.
 */
export async function writeLogs(core: Ground): Promise<void> {
  for (const unlogged of await unloggedChains(core)) {
    const rows = await sealedAfter(core, unlogged);
    const last = rows.at(-1);
    if (!last) continue;
    for (const [file, entries] of Map.groupBy(rows, logOf)) await append(core, file, entries.map(lineOf).join(''));
    await append(core, ANCHORS, anchorOf(core, last));
    await markLogged(core, unlogged.chain, last.position);
  }
}

const anchorOf = ({ clock }: Pick<Core, 'clock'>, { chain, position, hash }: SealedRow): string =>
  anchorLine({ chain, position, hash: hash.toString('hex') }, new Date(clock.now()).toISOString());

async function append({ config: { logFolder } }: Pick<Core, 'config'>, name: string, text: string): Promise<void> {
  await mkdir(logFolder, { recursive: true });
  const file = await open(join(logFolder, name), 'a', 0o640);
  try {
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
