import './node-version.mjs';
import { install } from './install.mjs';
import { findNode } from './node24.mjs';
import { inProject, runMain } from './project.mjs';
import { become } from './run.mjs';

await runMain(async () => {
  await install();
  return become(findNode(), [inProject('server/bin/smooth.ts'), ...process.argv.slice(2)]);
});
