import './node-version.mjs';
import { install } from './install.mjs';
import { findNode } from './node24.mjs';
import { inProject, runMain } from './project.mjs';
import { serve } from './serve.mjs';
import { buildWeb } from './web-build.mjs';

await runMain(async () => {
  await install();
  const node = findNode();
  await buildWeb(node);
  return serve(node, [inProject('server/bin/all-in-one.ts'), ...process.argv.slice(2)]);
});
