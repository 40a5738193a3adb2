import type { Core } from '../core/core.ts';
import { writeLogs } from './actions/log.ts';
import { seal } from './actions/seal.ts';

const EVERY_MS = 1000;

export interface Sealing {
  /** Seals and writes what there is, now. */
  now(): Promise<void>;
  stop(): Promise<void>;
}

/** Keeps the audit sealed and the logs written; what fails is told and done with the next round. */
export function startSealing(core: Core, everyMs = EVERY_MS): Sealing {
  const once = async () => {
    while ((await seal(core)) > 0);
    await writeLogs(core);
  };
  let round: Promise<void> = Promise.resolve();
  const now = () => {
    round = round.then(once);
    return round;
  };
  const safely = () => {
    round = now().catch((error: unknown) =>
      core.log.error({ err: error }, 'the audit could not be sealed, or its logs not be written; it is tried again'),
    );
  };
  const timer = setInterval(safely, everyMs);
  return {
    now,
    async stop() {
      clearInterval(timer);
      safely();
      await round;
    },
  };
}
