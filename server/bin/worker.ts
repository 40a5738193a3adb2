import { startHere } from '../api/process.ts';
import { buildWorker } from '../api/worker.ts';

/** The worker alone: reactions, messages, what is due. Any number of them may run. */
await startHere(async ({ core, urls, waker, onStop }) => {
  const worker = await buildWorker({ core, urls, waker });
  onStop(() => worker.stop());
});
