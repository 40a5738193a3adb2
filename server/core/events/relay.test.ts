import { serviceEvents } from '@smooth/contract/scheduling/events.ts';
import { type House } from '../../testing/house.ts';
import { until } from '../../testing/post-office.ts';
import { expect, test } from '../../testing/test.ts';
import type { World } from '../../testing/world.ts';
import { system } from '../actor.ts';
import { dueRegistry } from '../jobs/due.ts';
import { jobRegistry } from '../jobs/registry.ts';
import { startWorker, type Worker } from '../jobs/worker.ts';
import { inTenant } from '../tenant/tenant.ts';
import { type Reaction, reactionRegistry } from './reactions.ts';
import { record } from './record.ts';
import { openWaker } from './wake.ts';

const worker = async (house: House, reaction: Reaction, extra: object = {}): Promise<Worker> => {
  const reactions = reactionRegistry();
  reactions.on(serviceEvents.changed, 'test.changed', reaction);
  return startWorker({
    core: house.core,
    urls: house.urls,
    jobs: jobRegistry(),
    dues: dueRegistry(),
    reactions,
    ...extra,
  });
};

const change = (world: World, count = 1) =>
  inTenant(world.tenant(), async (tx) => {
    for (let made = 0; made < count; made += 1) {
      const id = world.location_id;
      await record(tx, serviceEvents.changed, { subject_id: id, actor: system }, { id });
    }
  });

const outbox = async (world: World) => (await world.rows('SELECT FROM outbox')).length;

test('what was recorded while no worker lived is reacted to when one starts, once each', async ({
  house,
  salon,
  salonTest,
}) => {
  await change(salon, 250);
  await change(salonTest, 3);
  const seen: string[] = [];
  const ours = await worker(house, async ({ tenant, event }) => void seen.push(`${tenant.mode} ${event.id}`));
  await until(() => seen.length === 253);
  await ours.stop();
  expect(new Set(seen).size).toBe(253);
  expect(seen.filter((name) => name.startsWith('sandbox'))).toHaveLength(3);
  expect(await outbox(salon)).toBe(0);
});

test('a write in another process wakes the worker within a second', async ({ house, clinic }) => {
  const seen: string[] = [];
  const ours = await worker(house, async ({ event }) => void seen.push(event.subject_id));
  const waker = await openWaker({ url: house.urls.loginUrl, log: house.core.log });
  await ours.sweep();
  await change(clinic);
  waker.wake(clinic.tenant());
  await until(() => seen.length === 1, 1000);
  await waker.close();
  await ours.stop();
  expect(seen).toEqual([clinic.location_id]);
});

test('two workers share the work and double nothing', async ({ house, salon, clinic }) => {
  const seen: string[] = [];
  const react: Reaction = async ({ event }) => void seen.push(event.id);
  await change(salon, 300);
  await change(clinic, 300);
  const both = await Promise.all([worker(house, react), worker(house, react)]);
  await Promise.all(both.map((one) => one.sweep()));
  await until(() => seen.length >= 600);
  await Promise.all(both.map((one) => one.stop()));
  expect(seen).toHaveLength(600);
  expect(new Set(seen).size).toBe(600);
});

test('a reaction that fails for one business is tried again and keeps nobody waiting', async ({
  house,
  salon,
  clinic,
}) => {
  const seen: string[] = [];
  let failures = 0;
  const react: Reaction = async ({ tenant }) => {
    if (tenant.id === salon.tenant().id && failures < 20) {
      failures += 1;
      throw new Error('on purpose');
    }
    seen.push(tenant.row.subdomain);
  };
  await change(salon, 20);
  await change(clinic, 1);
  const ours = await worker(house, react);
  await until(() => seen.length === 21, 15_000);
  await ours.stop();
  expect(seen[0]).toBe('clinic');
  expect(failures).toBe(20);
});

test('events of a suspended business wait until it is active again', async ({ house, clinic }) => {
  const seen: string[] = [];
  await change(clinic);
  await house.rows('public', "UPDATE public.tenants SET status = 'suspended' WHERE subdomain = 'clinic'");
  const ours = await worker(house, async ({ event }) => void seen.push(event.id));
  await ours.sweep();
  expect(await outbox(clinic)).toBe(1);
  await house.rows('public', "UPDATE public.tenants SET status = 'active' WHERE subdomain = 'clinic'");
  await ours.sweep();
  await until(() => seen.length === 1);
  await ours.stop();
});

test('jobs that a killed worker had begun are taken over by the next', async ({ house, salon }) => {
  const seen: string[] = [];
  const { id, mode } = salon.tenant();
  const event = (await salon.rows<{ id: string }>('SELECT id FROM events LIMIT 1'))[0]!;
  const payload = { tenant_id: id, mode, event_id: event.id, reaction: 'test.changed' };
  await house.rows('public', "SELECT graphile_worker.add_job('reaction', $1::json)", [JSON.stringify(payload)]);
  const killed = "UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'pool-of-the-dead'";
  await house.rows('public', killed);
  const ours = await worker(house, async (happened) => void seen.push(happened.event.id), { buryEveryMs: 200 });
  await until(() => seen.length === 1, 10_000);
  await ours.stop();
  expect(seen).toEqual([event.id]);
});
