import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataDirInUse } from './errors.ts';

/** Who owns a data directory: a process, told apart from a later one with the same number by when it began. */
type Owner = { pid: number; began: string; host: string; boot: string; space: string };

export type Lock = { release(): void };

const BEAT_MS = 2_000;
const SILENCE_MS = 5_000;

/** Makes this process the only owner of the directory, or throws DataDirInUse. */
export async function takeLock(dataDir: string): Promise<Lock> {
  const file = join(dataDir, 'owner.lock');
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(thisProcess()));
  try {
    // link() is atomic and refuses an existing name: two starts can never both succeed.
    while (!linked(mine, file)) {
      const owner = readOwner(file);
      if (owner && (await isAlive(owner, file))) throw new DataDirInUse(dataDir, owner.pid, owner.host);
      setAside(file, owner);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return hold(file);
}

function hold(file: string): Lock {
  const beat = setInterval(() => {
    try {
      utimesSync(file, new Date(), new Date());
    } catch {
      // The directory was taken away; PostgreSQL notices by itself.
    }
  }, BEAT_MS).unref();
  return {
    release() {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

function linked(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readOwner(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner;
  } catch {
    return undefined;
  }
}

/** A dead owner's lock is renamed before it is removed, so that one taken in the meantime is given back. */
function setAside(file: string, dead: Owner | undefined): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (JSON.stringify(readOwner(aside)) !== JSON.stringify(dead)) linked(aside, file);
  rmSync(aside, { force: true });
}

async function isAlive(owner: Owner, file: string): Promise<boolean> {
  const me = thisProcess();
  if (owner.host === me.host && owner.boot !== me.boot) return false;
  if (owner.host === me.host && owner.space === me.space) return owner.began === began(owner.pid);
  // Another container or machine on the same volume: its process cannot be seen from here, but its beat can.
  const before = modified(file);
  await sleep(SILENCE_MS);
  return modified(file) !== before;
}

function modified(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}

function thisProcess(): Owner {
  return { pid: process.pid, began: began(process.pid) ?? '', host: hostname(), boot: boot(), space: space() };
}

/** When a process began, as an opaque text; undefined when there is none. */
function began(pid: number): string | undefined {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)])
        .toString()
        .trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return state === 'Z' ? undefined : fields[18];
  } catch {
    return undefined;
  }
}

function boot(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function space(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
