import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { customerEvents } from '@smooth/contract/scheduling/events.ts';
import { buildWorker } from '../../server/api/worker.ts';
import { system } from '../../server/core/actor.ts';
import { systemClock } from '../../server/core/clock.ts';
import { readConfig } from '../../server/core/config.ts';
import type { Core } from '../../server/core/core.ts';
import { openDatabase } from '../../server/core/db/database.ts';
import { record } from '../../server/core/events/record.ts';
import { openWaker } from '../../server/core/events/wake.ts';
import { newId } from '../../server/core/ids.ts';
import { makeLog } from '../../server/core/log.ts';
import { activeTenants } from '../../server/core/tenant/find.ts';
import { inTenant, tenantHandle } from '../../server/core/tenant/tenant.ts';
import { openReceiver, type Receiver } from '../../server/testing/receiver.ts';
import { createWebhook } from '../../server/webhooks/actions/change.ts';
import { makeBusiness } from '../business.ts';
import { allHold, aside, atMost, type Metric, quantile } from '../figures.ts';
import { type Ground, onGround } from '../ground.ts';

const BUSINESSES = 20;
const WEBHOOKS_EACH = 5;
const EVERY_MS = 2000;
/** The same load twice differs by about as much. */
const NOISE = 1.25;

/** A hundred receivers, and one of them never answers: what the other 99 wait for an event, against the same without it. */
export const webhooksFairness: Metric = {
  name: 'webhooks.fairness',
  measure: ({ quick }) =>
    onGround(async (ground) => {
      const rounds = quick ? 8 : 40;
      for (let index = 0; index < BUSINESSES; index += 1)
        await makeBusiness(ground.ownerUrl, `shop${index}`, { staff: 1, appointments: 0 });
      const receiver = await openReceiver();
      const { core, stop } = await sender(ground, receiver);
      try {
        await subscribe(core, receiver);
        await delays(core, receiver, 3);
        const before = await delays(core, receiver, rounds);
        receiver.answers.set(DEAD, () => undefined);
        const ours = await delays(core, receiver, rounds);
        receiver.answers.delete(DEAD);
        const after = await delays(core, receiver, rounds);
        // On both sides, since what a machine can do changes with what it has done.
        const floor = {
          p50: (before.p50 + after.p50) / 2,
          p95: (before.p95 + after.p95) / 2,
          lost: before.lost + after.lost,
        };
        return allHold([
          atMost('webhooks.fairness', floor.p95 * NOISE, { value: ours.p95, unit: 'ms', floor: floor.p95 }),
          atMost('webhooks.fairness.lost', 0, { value: ours.lost + floor.lost, unit: 'deliveries' }),
          aside('webhooks.fairness.p50', { value: ours.p50, unit: 'ms', floor: floor.p50 }),
        ]);
      } finally {
        await receiver.close();
        await stop();
      }
    }),
};

const pathOf = (business: number, webhook: number) => `/${business}/${webhook}`;
const DEAD = pathOf(0, 0);

/** Everything that reacts, in this process. */
async function sender({ ownerUrl, loginUrl, dataDir }: Ground, { place }: Receiver) {
  const config = readConfig({ NODE_ENV: 'test', SMOOTH_DATA: dataDir, LOG_LEVEL: 'error', EGRESS_ALLOW: place });
  const log = makeLog('error');
  const database = openDatabase({ url: loginUrl, poolSize: config.poolSize, log });
  const waker = await openWaker({ url: loginUrl, log });
  const key = randomBytes(32);
  const core: Core = { config, log, clock: systemClock, database, secret: 'bench', key, wake: waker.wake };
  const worker = await buildWorker({ core, urls: { ownerUrl, loginUrl }, waker });
  const stop = async () => {
    await worker.stop();
    await waker.close();
    await database.close();
  };
  return { core, stop };
}

/** In the order of their names, so that the number of a business says its paths. */
const shops = async (core: Core) =>
  (await activeTenants(core.database))
    .toSorted((a, b) => Number(a.subdomain.slice(4)) - Number(b.subdomain.slice(4)))
    .map((row) => () => tenantHandle(row, 'live', core.database, core.clock.now()));

async function subscribe(core: Core, receiver: Receiver): Promise<void> {
  for (const [business, tenant] of (await shops(core)).entries())
    await inTenant(tenant(), async (tx) => {
      for (let webhook = 0; webhook < WEBHOOKS_EACH; webhook += 1) {
        const url = receiver.url(pathOf(business, webhook));
        const values = { url, description: '', event_types: [customerEvents.created.type] };
        await createWebhook(tx, values, { key: core.key, actor: system });
      }
    });
}

/** From the commit of an event until each of the receivers that answer has it. */
async function delays(core: Core, receiver: Receiver, rounds: number) {
  receiver.received.length = 0;
  const since = new Map<string, number>();
  const tenants = await shops(core);
  for (let round = 0; round < rounds; round += 1) {
    for (const tenant of tenants) {
      const id = newId();
      await inTenant(tenant(), (tx) => record(tx, customerEvents.created, { subject_id: id, actor: system }, { id }));
      since.set(id, performance.now());
      core.wake(tenant());
    }
    await sleep(EVERY_MS);
  }
  const expected = rounds * (BUSINESSES * WEBHOOKS_EACH - 1);
  const alive = () => receiver.received.filter(({ path }) => path !== DEAD);
  for (let waited = 0; alive().length < expected && waited < 30_000; waited += 100) await sleep(100);
  const waits = alive()
    .map(({ body, at }) => at - since.get((JSON.parse(body) as { subject_id: string }).subject_id)!)
    .sort((a, b) => a - b);
  return { p50: quantile(waits, 0.5), p95: quantile(waits, 0.95), lost: Math.max(0, expected - waits.length) };
}
