import type { Core } from '../core/core.ts';
import { keepConnection } from '../core/db/kept.ts';
import { tenantsIn, WAKE_CHANNEL, type Waker } from '../core/events/wake.ts';
import type { Hub } from '../core/realtime/hub.ts';

/** Tells the hub of this process what is committed here and in the others. Answers how to stop. */
export async function connectHub(
  core: Core,
  { hub, waker, url }: { hub: Hub; waker: Waker; url: string },
): Promise<() => Promise<void>> {
  waker.hear(hub.heard);
  const kept = await keepConnection({
    url,
    name: 'smooth realtime',
    log: core.log,
    async opened(client) {
      client.on('notification', ({ payload = '', processId }) => {
        if (waker.sent(processId)) return;
        for (const tenant of tenantsIn(payload)) hub.heard(tenant);
      });
      await client.query(`LISTEN ${WAKE_CHANNEL}`);
      hub.heardAll();
    },
  });
  return () => kept.close();
}
