import { resendDeliveries, resendDelivery, testWebhook } from '@smooth/contract/webhooks/deliveries.ts';
import { getEvent, listEvents, listEventTypes } from '@smooth/contract/webhooks/recorded.ts';
import * as contract from '@smooth/contract/webhooks/webhooks.ts';
import { getBusiness } from '@smooth/contract/tenancy/business.ts';
import { openNameServer } from '../testing/name-server.ts';
import { expect, test as bare } from '../testing/test.ts';

const url = 'https://8.8.8.8/hooks';

const test = bare.extend('names', { scope: 'file' }, async ({ house }, { onCleanup }) => {
  const names = await openNameServer();
  house.core.config.dnsServers = [names.address];
  onCleanup(() => names.close());
  return names;
});

test('an owner adds a webhook, changes it, and deletes it', async ({ salon, olga }) => {
  const before = await salon.mark();
  const made = await olga.call(contract.createWebhook, { body: { url, event_types: ['appointment.booked'] } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ url, event_types: ['appointment.booked'], is_active: true, waiting: 0 });
  const params = { id: made.body.id };
  const changed = await olga.call(contract.changeWebhook, { params, body: { revision: 1, event_types: null } });
  expect(changed.body).toMatchObject({ revision: 2, event_types: null });
  const stale = await olga.call(contract.changeWebhook, { params, body: { revision: 1, is_active: false } });
  expect(stale).toBeRefused(409, 'stale_revision');
  expect((await olga.call(contract.deleteWebhook, { params })).status).toBe(204);
  expect(await olga.call(contract.getWebhook, { params })).toBeRefused(404, 'not_found');
  const types = (await salon.eventsSince(before)).map(({ type }) => type);
  expect(types).toEqual(['webhook.created', 'webhook.changed', 'webhook.deleted']);
});

test('without webhooks in its plan a business adds none, switches none on and tries none, and may end them', async ({
  house,
  salon,
  olga,
  onTestFinished,
}) => {
  const { body } = await olga.call(contract.createWebhook, { body: { url } });
  const params = { id: body.id };
  const row = house.tenants.get('salon')!;
  const override = async (webhooks: boolean) => {
    const overrides = JSON.stringify(webhooks ? {} : { permissions: { webhooks } });
    await house.rows('public', 'UPDATE tenants SET overrides = $1 WHERE id = $2', [overrides, row.id]);
    const enabled = async () => (await olga.call(getBusiness)).body.webhooks_enabled;
    await expect.poll(enabled, { timeout: 3000 }).toBe(webhooks);
  };
  await override(false);
  onTestFinished(() => override(true));
  expect(await olga.call(contract.createWebhook, { body: { url } })).toBeRefused(403, 'not_in_plan');
  expect(await olga.call(testWebhook, { params })).toBeRefused(403, 'not_in_plan');
  const off = await olga.call(contract.changeWebhook, { params, body: { revision: 1, is_active: false } });
  expect(off.body.is_active).toBe(false);
  const on = await olga.call(contract.changeWebhook, { params, body: { revision: 2, is_active: true } });
  expect(on).toBeRefused(403, 'not_in_plan');
  expect((await olga.call(contract.deleteWebhook, { params })).status).toBe(204);
  await salon.rows('DELETE FROM webhooks');
});

test('staff and customers see neither webhooks nor events', async ({ ana, maya, salon }) => {
  for (const person of [ana, maya]) {
    expect(await person.call(contract.listWebhooks)).toBeRefused(403, 'forbidden');
    expect(await person.call(contract.createWebhook, { body: { url } })).toBeRefused(403, 'forbidden');
    expect(await person.call(listEvents)).toBeRefused(403, 'forbidden');
  }
  expect(await salon.visitor.call(contract.listWebhooks)).toBeRefused(401, 'unauthenticated');
});

test('an address that nothing may be sent to is refused, and says why', async ({ house, olga, names, salon }) => {
  names.addresses.set('inside.example', () => ['10.0.0.1']);
  const before = await salon.mark();
  for (const [address, code] of [
    ['http://127.0.0.1/', 'not_public'],
    ['https://inside.example/', 'not_public'],
    ['https://169.254.169.254/latest/meta-data', 'not_public'],
    ['https://nobody.example/', 'unresolved'],
    ['https://8.8.8.8:25/', 'port_not_allowed'],
    ['8.8.8.8/hooks', 'malformed_address'],
  ]) {
    const { status, problem } = await olga.call(contract.createWebhook, { body: { url: address! } });
    expect([status, problem.errors]).toMatchObject([400, [{ pointer: '/body/url', code }]]);
  }
  house.core.config.production = true;
  const plain = await olga.call(contract.createWebhook, { body: { url: 'http://8.8.8.8/' } });
  house.core.config.production = false;
  expect(plain.problem.errors).toMatchObject([{ pointer: '/body/url', code: 'not_https' }]);
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('a secret is shown to those who may edit, is sealed in the database, and is of one mode', async ({
  salon,
  salonTest,
  olga,
}) => {
  const { body: made } = await olga.call(contract.createWebhook, { body: { url } });
  const params = { id: made.id };
  const { body: first } = await olga.call(contract.getWebhookSecret, { params });
  expect(first).toMatchObject({ secret: expect.stringMatching(/^whsec_[\w+/]{43}=$/), previous_secret: null });
  const { body: next } = await olga.call(contract.rotateWebhookSecret, {
    params,
    body: { revision: 1, keep_hours: 24 },
  });
  expect(next).toMatchObject({ previous_secret: first.secret, previous_until: '2026-07-15T08:00:00Z' });
  expect(next.secret).not.toBe(first.secret);
  const { body: over } = await olga.call(contract.rotateWebhookSecret, {
    params,
    body: { revision: 2, keep_hours: 0 },
  });
  expect(over).toMatchObject({ previous_secret: null, previous_until: null });
  const rows = JSON.stringify(await salon.rows('SELECT encode(secret, $1) AS secret FROM webhooks', ['base64']));
  expect(rows).not.toContain(over.secret!.slice('whsec_'.length));
  expect(await salonTest.people.olga.call(contract.getWebhookSecret, { params })).toBeRefused(404, 'not_found');
});

test('there are so many webhooks and no more', async ({ clinic }) => {
  const { carla } = clinic.people;
  for (let count = 0; count < 20; count += 1)
    expect((await carla.call(contract.createWebhook, { body: { url } })).status).toBe(201);
  expect(await carla.call(contract.createWebhook, { body: { url } })).toBeRefused(422, 'limit_reached');
});

test('what is switched off is neither tested nor sent again', async ({ salon, olga }) => {
  const { body: made } = await olga.call(contract.createWebhook, { body: { url } });
  const params = { id: made.id };
  const { body: tested } = await olga.call(testWebhook, { params });
  expect(tested).toMatchObject({ status: 'pending', event: { type: 'webhook.tested', subject_id: made.id } });
  await olga.call(contract.changeWebhook, { params, body: { revision: 1, is_active: false } });
  expect(await olga.call(testWebhook, { params })).toBeRefused(409, 'webhook_inactive');
  const since = '2026-07-14T00:00:00Z';
  expect(await olga.call(resendDeliveries, { params, body: { since } })).toBeRefused(409, 'webhook_inactive');
  const one = { ...params, delivery_id: tested.id };
  expect(await olga.call(resendDelivery, { params: one })).toBeRefused(409, 'webhook_inactive');
  expect(await salon.people.marek.call(contract.getWebhook, { params })).toMatchObject({ body: { is_active: false } });
});

test('events are listed by type, subject and time, without what the contract does not name', async ({
  salon,
  olga,
  at,
}) => {
  at('2026-07-20T08:00:00Z');
  const first = await olga.post('/api/v1/customers', { name: 'Nina' });
  at('2026-07-20T09:00:00Z');
  await olga.post('/api/v1/customers', { name: 'Oskar' });
  await salon.rows(`UPDATE events SET payload = payload || '{"internal": true}'`);
  const list = async (query: object) => (await olga.call(listEvents, { query })).body.data;
  const mine = await list({ subject_id: String(first.body['id']) });
  expect(mine).toMatchObject([
    { type: 'customer.created', mode: 'live', business: { subdomain: 'salon' }, revision: 1 },
  ]);
  expect(mine[0]!.data).toEqual({ id: first.body['id'] });
  const span = { type: 'customer.created', since: '2026-07-20T08:30:00Z', until: '2026-07-20T09:00:01Z' };
  expect(await list(span)).toHaveLength(1);
  expect(await list({ ...span, until: '2026-07-20T09:00:00Z' })).toHaveLength(0);
  const page = await olga.call(listEvents, { query: { type: 'customer.created', limit: 1 } });
  const next = await olga.call(listEvents, {
    query: { type: 'customer.created', limit: 1, cursor: page.body.next_cursor! },
  });
  expect(next.body.data[0]!.id).not.toBe(page.body.data[0]!.id);
  expect((await olga.call(getEvent, { params: { id: mine[0]!.id } })).body).toEqual(mine[0]);
  expect(await olga.get('/api/v1/events?type=nothing.happened')).toBeRefused(400, 'malformed_request', '/query/type');
  expect((await olga.call(listEventTypes)).body.data.length).toBeGreaterThan(30);
});
