import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject, root, Stop } from './project.mjs';
import { environment, runQuietly } from './run.mjs';

const SOURCES = ['web', 'contract', 'engine', 'docs/api', 'package-lock.json'];
const STAMP = 'web/dist/.stamp';
const IGNORED = /(^|\/)(node_modules|dist)$|\.test\.tsx?$/;

/** Builds the web when its sources changed since the last build. */
export async function buildWeb(node) {
  if (!existsSync(inProject('web/vite.config.ts'))) return;
  const wanted = fingerprint();
  if (existsSync(inProject(STAMP)) && readFileSync(inProject(STAMP), 'utf8') === wanted) return;
  console.error('Building the web pages (only when they change)');
  const options = { cwd: inProject('web'), env: environment(node), waiting: 'still building' };
  const { code, output, seconds } = await runQuietly(
    node,
    [inProject('node_modules/vite/bin/vite.js'), 'build'],
    options,
  );
  if (code !== 0)
    throw new Stop(`${output}\nThe web pages could not be built. Mend what is said above, then start again.`);
  writeFileSync(inProject(STAMP), wanted);
  console.error(`  built in ${seconds.toFixed(1)} s`);
}

/** Names, sizes and times, not contents: a thousand files in a few milliseconds at every start. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, source);
  return `${hash.digest('hex')}\n`;
}

function addTo(hash, path) {
  if (IGNORED.test(path)) return;
  const facts = statSync(join(root, path), { throwIfNoEntry: false });
  if (!facts) return;
  if (!facts.isDirectory()) {
    hash.update(`${path} ${facts.size} ${facts.mtimeMs}\n`);
    return;
  }
  for (const entry of readdirSync(join(root, path)).sort()) addTo(hash, `${path}/${entry}`);
}
