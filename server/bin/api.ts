import { buildApi } from '../api/app.ts';
import { connectHub } from '../api/listening.ts';
import { startHere } from '../api/process.ts';

/** The API and the web without a worker. Any number of them may run. */
await startHere(async ({ core, urls, waker, onStop }) => {
  const { app, hub } = await buildApi(core);
  await app.listen({ host: core.config.host, port: core.config.port });
  onStop(() => app.close());
  onStop(await connectHub(core, { hub, waker, url: urls.loginUrl }));
});
