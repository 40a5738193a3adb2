import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The operating-system account PostgreSQL runs as; undefined means our own. */
export type Account = { uid: number; gid: number } | undefined;

const NOBODY = 65534;

/** PostgreSQL refuses to run as root: an existing directory's owner is kept, a new one belongs to nobody. */
export function accountFor(folder: string): Account {
  if (process.getuid?.() !== 0) return undefined;
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found && found.uid !== 0) return { uid: found.uid, gid: found.gid };
  return { uid: NOBODY, gid: NOBODY };
}

/** Asks as that account, because modes, groups, ACLs and mounts all have a say. */
export function canUse(account: Account, paths: string[], how: 'r' | 'x' = 'x'): boolean {
  const script = `for path do test -${how} "$path" || exit 1; done`;
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], { ...account, cwd: '/' }).status === 0;
}

/** A directory restored by root with `cp -r` belongs to root; PostgreSQL wants to own its files. */
export function giveTo(account: Account, folder: string): void {
  if (!account || statSync(folder).uid === account.uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  chownSync(folder, account.uid, account.gid);
}
