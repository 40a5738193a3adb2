import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inProject, Stop } from './project.mjs';

const NEEDED = 24;

/** The Node.js that everything but these scripts runs on. The project brings it as an npm package. */
export function findNode() {
  const brought = `node_modules/node-${process.platform}-${process.arch}/bin/node`;
  if (existsSync(inProject(brought))) return inProject(brought);
  if (Number(process.versions.node.split('.')[0]) >= NEEDED) return process.execPath;
  throw new Stop(
    `SmoothSchedule runs on Node.js ${NEEDED}, and npm found no package of it for ${process.platform}-${process.arch}.\n` +
      `Install Node.js ${NEEDED} or newer and start again (this is ${process.version}).`,
  );
}

/** npm as it was started; else the one on the path, leaving out what the project itself brings. */
export function findNpm() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js') && existsSync(script)) return [process.execPath, script];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    if (existsSync(join(folder, 'npm'))) return [join(folder, 'npm')];
  }
  throw new Stop('npm is not on the path: install Node.js together with npm.');
}
