import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findNpm } from './node24.mjs';
import { inProject, Stop } from './project.mjs';
import { runQuietly } from './run.mjs';

const STAMP = 'node_modules/.smooth-install';
const LISTS = ['', 'engine/', 'contract/', 'client/', 'server/', 'web/'].map((folder) => `${folder}package.json`);

/** Brings node_modules to what the lock file says; at once done when nothing changed since the last time. */
export async function install() {
  const wanted = fingerprint();
  if (read(STAMP) === wanted) return;
  console.error('Installing packages (a minute on a new machine, then only when they change)');
  const [program, ...args] = [...findNpm(), ...installArguments()];
  const { code, output, seconds } = await runQuietly(program, args, { waiting: 'still installing' });
  if (code !== 0)
    throw new Stop(`${output}\nnpm could not install the packages. Mend what it says above, then start again.`);
  writeFileSync(inProject(STAMP), wanted);
  console.error(`  installed in ${seconds.toFixed(1)} s`);
}

/**
 * `npm install` reading the lock file and not writing it: `npm ci` refuses where a registry does not carry the optional
 * packages of other platforms. Development packages are needed in production too, to build the web.
 */
function installArguments() {
  return ['install', '--no-save', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of ['package-lock.json', ...LISTS]) hash.update(`${file}\n${read(file)}`);
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

function read(file) {
  return existsSync(inProject(file)) ? readFileSync(inProject(file), 'utf8') : '';
}
