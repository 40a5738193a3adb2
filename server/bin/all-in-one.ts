import { buildApi } from '../api/app.ts';
import { startHere } from '../api/process.ts';

/** API, worker and web in one process on one port: what `npm start` runs. */
await startHere(async ({ core, onStop }) => {
  const { app } = await buildApi(core);
  await app.listen({ host: core.config.host, port: core.config.port });
  onStop(() => app.close());
});
