import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

const folderOf = (dataDir: string): string => join(dataDir, 'exports');

export const exportFile = (dataDir: string, id: string): string => join(folderOf(dataDir), `${id}.tar.gz`);

export const makeFolder = (dataDir: string) => mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });

/** Takes away every archive that nobody may download any more, those of deleted businesses too. */
export async function keepOnly(dataDir: string, ids: readonly string[]): Promise<void> {
  const kept = new Set(ids);
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  for (const name of names)
    if (!kept.has(name.split('.')[0]!)) await rm(join(folderOf(dataDir), name), { force: true });
}
