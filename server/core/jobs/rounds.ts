import type { Log } from '../log.ts';

const EVERY_MS = 1000;

export interface Rounds {
  log: Log;
  /** Said when a round fails; the next one tries again. */
  failed: string;
  round: (isStopping: () => boolean) => Promise<unknown>;
}

/** Does a round of work every second, never two at a time. Answers how to stop, which waits for the one under way. */
export function startRounds({ log, failed, round }: Rounds): () => Promise<void> {
  let isStopping = false;
  const safely = () =>
    round(() => isStopping).then(
      () => undefined,
      (error: unknown) => log.warn({ err: error }, failed),
    );
  let running = safely();
  const timer = setInterval(() => {
    running = running.then(safely);
  }, EVERY_MS);
  return async () => {
    isStopping = true;
    clearInterval(timer);
    await running;
  };
}
