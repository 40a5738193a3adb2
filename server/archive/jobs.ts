import type { Core } from '../core/core.ts';
import { startRounds } from '../core/jobs/rounds.ts';
import { forgetOldExports, makeNextExport } from './actions/make.ts';
import { isAnyAskedFor } from './queries/exports.ts';

const FORGET_EVERY_MS = 60_000;

/** Makes archives as they are asked for, and takes them away when they have run out; answers how to stop. */
export function startExportRounds(core: Core, ownerUrl: string): () => Promise<void> {
  let forgottenAt = -FORGET_EVERY_MS;
  return startRounds({
    log: core.log,
    failed: 'a round of exports failed',
    async round(isStopping) {
      while (!isStopping() && (await isAnyAskedFor(core)) && (await makeNextExport(core, ownerUrl)));
      if (isStopping() || performance.now() - forgottenAt < FORGET_EVERY_MS) return;
      forgottenAt = performance.now();
      await forgetOldExports(core, ownerUrl);
    },
  });
}
