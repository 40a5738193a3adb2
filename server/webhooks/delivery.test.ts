import { setTimeout as sleep } from 'node:timers/promises';
import {
  getDelivery,
  listDeliveries,
  resendDeliveries,
  resendDelivery,
  testWebhook,
} from '@smooth/contract/webhooks/deliveries.ts';
import * as contract from '@smooth/contract/webhooks/webhooks.ts';
import { DAY, HOUR } from '@smooth/engine/instant.ts';
import { Webhook as Verifier } from 'standardwebhooks';
import { readMailbox } from '../core/mail/mailbox.ts';
import type { Person } from '../testing/person.ts';
import { type Background, startBackground, until } from '../testing/post-office.ts';
import { openReceiver, type Received } from '../testing/receiver.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

const test = bare
  .extend('receiver', { scope: 'file' }, async ({ house }, { onCleanup }) => {
    const receiver = await openReceiver();
    house.core.config.egressAllow = [receiver.place];
    onCleanup(() => receiver.close());
    return receiver;
  })
  .extend('background', { scope: 'file' }, async ({ house, receiver }, { onCleanup }): Promise<Background> => {
    void receiver;
    const background = await startBackground(house);
    onCleanup(() => background.stop());
    return background;
  })
  // The queue goes by the clock of the machine: what waits for seconds is not asked for all the time.
  .extend('now', { auto: true }, ({ house, background }) => {
    void background;
    house.clock.set(Date.now());
    return {
      pass: async (ms: number) => {
        house.clock.set(house.clock.now() + ms);
        await background.worker.sweep();
      },
    };
  });

/** A webhook of this path alone; those of other tests are gone. */
async function hook(world: World, person: Person, url: string, event_types: string[] | null = ['customer.created']) {
  await world.rows('DELETE FROM webhooks');
  const made = await person.call(contract.createWebhook, { body: { url, event_types } });
  expect(made.status, JSON.stringify(made.problem)).toBe(201);
  const params = { id: made.body.id };
  const { secret } = (await person.call(contract.getWebhookSecret, { params })).body;
  return { params, secret: secret! };
}

let customers = 0;
async function happen(world: World, person: Person, background: Background): Promise<string> {
  const { status, body } = await person.post('/api/v1/customers', { name: `Nina ${(customers += 1)}` });
  expect(status).toBe(201);
  background.core.wake(world.tenant());
  return String(body['id']);
}

const verified = (secret: string, { body, headers }: Received) =>
  new Verifier(secret).verify(body, headers as Record<string, string>) as { id: string; type: string; mode: string };
const stateOf = async (person: Person, params: { id: string }) =>
  (await person.call(listDeliveries, { params })).body.data.map(({ status, attempts }) => ({ status, attempts }));

test('an event is told once, with a signature that the public library verifies', async ({
  salon,
  olga,
  receiver,
  background,
}) => {
  const { params, secret } = await hook(salon, olga, receiver.url('/good'));
  const id = await happen(salon, olga, background);
  await until(() => receiver.of('/good').length === 1);
  const [got] = receiver.of('/good');
  const event = verified(secret, got!);
  expect(event).toMatchObject({ type: 'customer.created', mode: 'live', subject_id: id, data: { id } });
  expect(got!.headers['webhook-id']).toBe(event.id);
  expect(() => verified(`whsec_${Buffer.from('another').toString('base64')}`, got!)).toThrow();
  await until(async () => (await stateOf(olga, params))[0]?.status === 'delivered');
  // Reacted to again, it is not told again.
  await salon.rows('INSERT INTO outbox SELECT id FROM events WHERE subject_id = $1', [id]);
  await background.worker.sweep();
  await until(async () => (await salon.rows('SELECT FROM outbox')).length === 0);
  await happen(salon, olga, background);
  await until(() => receiver.of('/good').length === 2);
  expect(new Set(receiver.of('/good').map(({ headers }) => headers['webhook-id'])).size).toBe(2);
});

test('nothing is sent for a business whose plan has no webhooks, until it has them again', async ({
  house,
  salon,
  olga,
  receiver,
  background,
}) => {
  const { params } = await hook(salon, olga, receiver.url('/without'));
  const override = async (overrides: object) => {
    const { id } = salon.tenant();
    await house.rows('public', 'UPDATE tenants SET overrides = $1 WHERE id = $2', [JSON.stringify(overrides), id]);
    // A business is remembered for a second.
    await sleep(1100);
  };
  await override({ permissions: { webhooks: false } });
  await happen(salon, olga, background);
  await background.worker.sweep();
  await until(async () => (await salon.rows('SELECT FROM outbox')).length === 0);
  await override({});
  const later = await happen(salon, olga, background);
  await until(async () => (await stateOf(olga, params))[0]?.status === 'delivered');
  expect(receiver.of('/without').map(({ body }) => (JSON.parse(body) as { subject_id: string }).subject_id)).toEqual([
    later,
  ]);
});

test('while a secret is replaced both sign', async ({ salon, olga, receiver, background, now }) => {
  const { params, secret } = await hook(salon, olga, receiver.url('/rotated'));
  const { body: next } = await olga.call(contract.rotateWebhookSecret, { params, body: { revision: 1 } });
  await happen(salon, olga, background);
  await until(() => receiver.of('/rotated').length === 1);
  const [got] = receiver.of('/rotated');
  expect(verified(secret, got!).id).toBe(verified(next.secret!, got!).id);
  await now.pass(25 * HOUR);
  await happen(salon, olga, background);
  await until(() => receiver.of('/rotated').length === 2);
  const signatures = String(receiver.of('/rotated')[1]!.headers['webhook-signature']).split(' ');
  expect(signatures).toHaveLength(1);
});

test('receivers that fail, redirect, break off or send megabytes are written down, and tried again', async ({
  salon,
  olga,
  receiver,
  background,
}) => {
  receiver.answers.set('/fails', (response) => response.writeHead(500, { 'x-why': 'tired' }).end('not today'));
  receiver.answers.set('/redirects', (response) =>
    response.writeHead(302, { location: receiver.url('/elsewhere') }).end(),
  );
  receiver.answers.set('/breaks', (response) => response.write('half', () => response.destroy()));
  receiver.answers.set('/large', (response) => response.end('\0' + 'x'.repeat(3_000_000)));
  const outcomes: Record<string, unknown> = {};
  for (const path of ['/fails', '/redirects', '/breaks', '/large']) {
    const { params } = await hook(salon, olga, receiver.url(path));
    await happen(salon, olga, background);
    await until(async () => ((await stateOf(olga, params))[0]?.attempts ?? 0) === 1);
    const [one] = (await olga.call(listDeliveries, { params })).body.data;
    const { log } = (await olga.call(getDelivery, { params: { ...params, delivery_id: one!.id } })).body;
    outcomes[path] = {
      status: one!.status,
      error: log[0]!.error,
      response: log[0]!.response?.status,
      size: log[0]!.response?.body.length,
    };
  }
  expect(outcomes).toEqual({
    '/fails': { status: 'pending', error: 'status_500', response: 500, size: 9 },
    '/redirects': { status: 'pending', error: 'status_302', response: 302, size: 0 },
    '/breaks': { status: 'pending', error: 'broken_off', response: undefined, size: undefined },
    '/large': { status: 'delivered', error: null, response: 200, size: 8000 },
  });
  expect(receiver.of('/elsewhere')).toEqual([]);
});

test('a receiver that comes back after two days gets everything, with the ids it had', async ({
  salon,
  olga,
  receiver,
  background,
  now,
}) => {
  receiver.answers.set('/away', (response) => response.writeHead(503).end());
  const { params } = await hook(salon, olga, receiver.url('/away'));
  const subjects = [];
  for (let count = 0; count < 5; count += 1) subjects.push(await happen(salon, olga, background));
  await until(() => receiver.of('/away').length > 0);
  const first = receiver.of('/away')[0]!.headers['webhook-id'];
  for (let hours = 0; hours < 48; hours += 6) await now.pass(6 * HOUR);
  receiver.answers.delete('/away');
  const before = receiver.of('/away').length;
  await now.pass(6 * HOUR);
  await until(async () => (await stateOf(olga, params)).every(({ status }) => status === 'delivered'));
  const told = receiver.of('/away').slice(before);
  expect(told.map(({ body }) => (JSON.parse(body) as { subject_id: string }).subject_id).toSorted()).toEqual(
    subjects.toSorted(),
  );
  expect(told.map(({ headers }) => headers['webhook-id'])).toContain(first);
  expect((await olga.call(contract.getWebhook, { params })).body).toMatchObject({ failing_since: null, waiting: 0 });
});

test('after three days a delivery is given up, after five the webhook is switched off and the owners hear of it', async ({
  salon,
  olga,
  receiver,
  background,
  now,
}) => {
  receiver.answers.set('/dead', (response) => response.writeHead(500).end());
  const { params } = await hook(salon, olga, receiver.url('/dead'));
  const states = () => stateOf(olga, params);
  await happen(salon, olga, background);
  await until(async () => (await states())[0]?.attempts === 1);
  await now.pass(3 * DAY);
  await until(async () => (await states())[0]?.status === 'failed');
  // Left alone for the moment, so the next one waits; five days after the first failure it is the last.
  await happen(salon, olga, background);
  await now.pass(HOUR);
  await until(async () => (await states())[0]?.attempts === 1);
  await now.pass(2 * DAY);
  await until(async () => !(await olga.call(contract.getWebhook, { params })).body.is_active);
  const { body: off } = await olga.call(contract.getWebhook, { params });
  expect(off.disabled_at).not.toBeNull();
  await until(async () => {
    const mails = await readMailbox(background.core.config.dataDir);
    return mails.some(
      ({ subject, to }) => /webhook/i.test(subject) && JSON.stringify(to).includes('olga@salon.example'),
    );
  });
  // Nothing more is sent, and what waited is as soon as it is on again.
  receiver.answers.delete('/dead');
  const count = receiver.of('/dead').length;
  await now.pass(HOUR);
  expect(receiver.of('/dead')).toHaveLength(count);
  await olga.call(contract.changeWebhook, { params, body: { revision: off.revision, is_active: true } });
  background.core.wake(salon.tenant());
  await until(async () => (await states())[0]?.status === 'delivered');
  const since = new Date(0).toISOString();
  const resent = await olga.call(resendDeliveries, { params, body: { since, failed_only: true } });
  expect(resent.body).toEqual({ resent: 1 });
  background.core.wake(salon.tenant());
  await until(async () => (await states()).every(({ status }) => status === 'delivered'));
});

test('a resend has the same id, a test goes to the one webhook, and a deleted one gets nothing', async ({
  salon,
  olga,
  receiver,
  background,
}) => {
  const { params, secret } = await hook(salon, olga, receiver.url('/again'));
  await happen(salon, olga, background);
  await until(async () => (await stateOf(olga, params))[0]?.status === 'delivered');
  const [one] = (await olga.call(listDeliveries, { params })).body.data;
  await olga.call(resendDelivery, { params: { ...params, delivery_id: one!.id } });
  background.core.wake(salon.tenant());
  await until(() => receiver.of('/again').length === 2);
  const [first, second] = receiver.of('/again');
  expect(first!.headers['webhook-id']).toBe(second!.headers['webhook-id']);
  expect(first!.body).toBe(second!.body);
  expect((await olga.call(testWebhook, { params })).status).toBe(201);
  background.core.wake(salon.tenant());
  await until(() => receiver.of('/again').length === 3);
  expect(verified(secret, receiver.of('/again')[2]!).type).toBe('webhook.tested');
  await olga.call(contract.deleteWebhook, { params });
  await happen(salon, olga, background);
  await background.worker.sweep();
  await until(async () => (await salon.rows('SELECT FROM outbox')).length === 0);
  expect(receiver.of('/again')).toHaveLength(3);
});

test('what happens in the sandbox is told to its webhooks alone, and outlives a reset', async ({
  salon,
  salonTest,
  olga,
  receiver,
  background,
}) => {
  const { olga: tester } = salonTest.people;
  const live = await hook(salon, olga, receiver.url('/live'));
  const trial = await hook(salonTest, tester, receiver.url('/trial'), ['customer.created', 'sandbox.reset']);
  await happen(salonTest, tester, background);
  await happen(salon, olga, background);
  await until(() => receiver.of('/live').length === 1 && receiver.of('/trial').length === 1);
  const [told] = receiver.of('/trial');
  expect(verified(trial.secret, told!).mode).toBe('sandbox');
  expect(() => verified(live.secret, told!)).toThrow();
  expect(verified(live.secret, receiver.of('/live')[0]!).mode).toBe('live');
  expect((await tester.post('/api/sandbox/reset')).status).toBe(200);
  background.core.wake(salonTest.tenant());
  await until(() => receiver.of('/trial').length === 2);
  expect(verified(trial.secret, receiver.of('/trial')[1]!).type).toBe('sandbox.reset');
});

test('a receiver that hangs delays nobody else, of its own business or of another', async ({
  salon,
  clinic,
  olga,
  receiver,
  background,
}) => {
  receiver.answers.set('/hangs', () => undefined);
  await hook(salon, olga, receiver.url('/hangs'));
  await olga.call(contract.createWebhook, { body: { url: receiver.url('/neighbour') } });
  await hook(clinic, clinic.people.carla, receiver.url('/stranger'));
  for (let count = 0; count < 20; count += 1) await happen(salon, olga, background);
  for (let count = 0; count < 20; count += 1) await happen(clinic, clinic.people.carla, background);
  const since = performance.now();
  await until(() => receiver.of('/stranger').length === 20 && receiver.of('/neighbour').length >= 20);
  expect(performance.now() - since).toBeLessThan(9000);
  // One at the beginning finds out; nobody else is sent there meanwhile.
  expect(receiver.of('/hangs').length).toBeLessThanOrEqual(4);
});
