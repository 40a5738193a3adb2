import { buildApi } from '../api/app.ts';
import { connectHub } from '../api/listening.ts';
import { startHere } from '../api/process.ts';
import { welcome } from '../api/welcome.ts';
import { buildWorker } from '../api/worker.ts';
import { seedDemo } from '../worlds/demo.ts';

/** API, worker and web in one process on one port: what `npm start` runs. */
await startHere(async ({ core, urls, waker, onStop, say }) => {
  const isDemo = !core.config.production && (await seedDemo({ ...core, ...urls, say }));
  const worker = await buildWorker({ core, urls, waker });
  onStop(() => worker.stop());
  const { app, hub } = await buildApi(core);
  await app.listen({ host: core.config.host, port: core.config.port });
  onStop(() => app.close());
  onStop(await connectHub(core, { hub, waker, url: urls.loginUrl }));
  say(welcome(core.config, isDemo));
});
