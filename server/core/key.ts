import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * The key of the installation: whoever has only the database, or a copy of it, cannot make what is made with it.
 * `SECRET_KEY`, where several machines share a database; else a file of the data directory, made once.
 */
export function installationKey({ secretKey, dataDir }: Pick<Config, 'secretKey' | 'dataDir'>): Buffer {
  return secretKey === undefined ? keyInFile(dataDir) : derived(Buffer.from(secretKey), 'installation');
}

/** A key for one purpose, so that what is made for one never counts for another. */
export const derived = (key: Buffer, purpose: string): Buffer => createHmac('sha256', key).update(purpose).digest();

function keyInFile(dataDir: string): Buffer {
  const file = join(dataDir, 'secret.key');
  mkdirSync(dataDir, { recursive: true });
  try {
    // Two processes may begin at once: the one that makes the file decides.
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
}
