import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Works as root and without a screen, and keeps the browser from calling home. */
export const BROWSER_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const CACHE = fileURLToPath(new URL('../node_modules/.cache/', import.meta.url));

/** A Chromium that starts on this machine: the one named, the system's, or the one that comes as a package. */
export async function browserExecutable(): Promise<string> {
  const tried: string[] = [];
  // A browser that was named is meant: another one in its place would surprise.
  for (const candidate of process.env.CHROMIUM_PATH ? [named] : [system, packaged]) {
    const path = await candidate().catch((error: unknown) => void tried.push(`  ${String(error)}`));
    if (!path) continue;
    const refusal = whyNot(path);
    if (!refusal) return path;
    tried.push(`  ${path}: ${refusal}`);
  }
  throw new Error(
    `No browser can be started here, and the browser tests need one.\n${tried.join('\n')}\n` +
      'Install Chromium (Debian: apt-get install chromium) or name one with CHROMIUM_PATH.',
  );
}

async function named(): Promise<string | undefined> {
  return process.env.CHROMIUM_PATH;
}

async function system(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

/** Unpacked once into a folder named by version; the package itself would share one place with everybody. */
async function packaged(): Promise<string> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  const { default: about } = (await import(join(folder, 'package.json'), { with: { type: 'json' } })) as {
    default: { version: string };
  };
  const home = join(CACHE, `chromium-${about.version}`);
  if (!existsSync(home)) await unpack(join(folder, 'bin'), home);
  lendLibraries(home);
  return join(home, 'chromium');
}

async function unpack(archives: string, home: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const fresh = mkdtempSync(`${home}.`);
  const before = process.env.TMPDIR;
  // The package unpacks into the system's temporary folder, whatever that is at the moment.
  process.env.TMPDIR = fresh;
  try {
    const { inflate } = await import('@sparticuz/chromium');
    const files = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
    await Promise.all(files.map((file) => inflate(join(archives, file))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  writeFileSync(join(fresh, 'fonts.conf'), fontSettings(home));
  renameUnlessThere(fresh, home);
}

function renameUnlessThere(fresh: string, home: string): void {
  try {
    renameSync(fresh, home);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  }
}

/** The package's own libraries and font, where the machine has none. */
function lendLibraries(home: string): void {
  const libraries = join(home, 'al2023', 'lib');
  const missing = spawnSync('ldd', [join(home, 'chromium')], { encoding: 'utf8' });
  const alone = missing.status !== 0 || missing.stdout.includes('not found');
  if (alone && !process.env.LD_LIBRARY_PATH?.includes(libraries)) {
    process.env.LD_LIBRARY_PATH = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(delimiter);
  }
  if (!existsSync('/etc/fonts/fonts.conf')) process.env.FONTCONFIG_FILE ??= join(home, 'fonts.conf');
}

function fontSettings(home: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${home}/fonts</dir><cachedir>${home}/fonts-cache</cachedir></fontconfig>
`;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Only a start shows a missing library, a wrong architecture or a stub that wants to be installed first. */
function whyNot(path: string): string | undefined {
  const { status, error, stderr } = spawnSync(path, ['--version', '--no-sandbox'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (status === 0) return undefined;
  return error?.message ?? (stderr.trim().split('\n')[0] || `ended with ${status}`);
}
