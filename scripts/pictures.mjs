import './node-version.mjs';
import { install } from './install.mjs';
import { findNode } from './node24.mjs';
import { inProject, runMain } from './project.mjs';
import { become } from './run.mjs';
import { buildWeb } from './web-build.mjs';

await runMain(async () => {
  await install();
  const node = findNode();
  await buildWeb(node);
  return become(node, [inProject('e2e/pictures.ts')]);
});
