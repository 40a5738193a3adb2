import { listTenants } from '@smooth/contract/platform/tenants.ts';
import { createTenant } from '../tenancy/actions/create.ts';
import { expect, test } from '../testing/test.ts';

const names = (answer: { body: { data: { name: string }[] } }) => answer.body.data.map(({ name }) => name);

test('people of the platform see every business with its schemas', async ({ platform }) => {
  for (const person of [platform.root, platform.petra, platform.uma]) {
    const answer = await person.call(listTenants);
    expect(answer.status).toBe(200);
    expect(names(answer)).toEqual(['Clinic', 'Salon']);
    expect(answer.body.data[1]).toMatchObject({
      subdomain: 'salon',
      status: 'active',
      time_zone: 'Europe/Berlin',
      address: 'http://salon.localhost:3000',
      schemas: [
        { mode: 'live', status: 'ready', error: null },
        { mode: 'sandbox', status: 'ready', error: null },
      ],
      usage: { staff: 2, locations: 1, services: 1, appointments_per_month: 0, domains: 0 },
    });
    expect(Object.keys(answer.body.data[1]!)).not.toContain('schema_name');
  }
});

test('a visitor is asked to sign in, and a business has no such address', async ({ platform, salon }) => {
  expect(await platform.visitor.call(listTenants)).toBeRefused(401, 'unauthenticated');
  expect(await salon.visitor.call(listTenants)).toBeRefused(404, 'not_found');
  for (const person of Object.values(salon.people)) {
    expect(await person.call(listTenants)).toBeRefused(404, 'not_found');
    const there = await person.call(listTenants, {}, { host: 'platform.localhost:3000', 'x-sandbox-mode': 'false' });
    expect(there).toBeRefused(401, 'unauthenticated');
  }
});

test('a search finds parts of name and address; a broken page is refused', async ({ platform }) => {
  expect(names(await platform.root.call(listTenants, { query: { q: 'SAL' } }))).toEqual(['Salon']);
  expect(names(await platform.root.call(listTenants, { query: { q: '_' } }))).toEqual([]);
  expect(await platform.root.get('/api/platform/tenants?cursor=x')).toBeRefused(
    400,
    'malformed_request',
    '/query/cursor',
  );
  expect(await platform.root.get('/api/platform/tenants?limit=0')).toBeRefused(
    400,
    'malformed_request',
    '/query/limit',
  );
});

test('pages follow each other', async ({ platform }) => {
  const first = await platform.root.call(listTenants, { query: { limit: 1 } });
  const cursor = first.body.next_cursor!;
  const second = await platform.root.call(listTenants, { query: { limit: 1, cursor } });
  expect([names(first), names(second), second.body.next_cursor]).toEqual([['Clinic'], ['Salon'], null]);
});

test('sales sees demo accounts only', async ({ house, platform }) => {
  expect(names(await platform.sam.call(listTenants))).toEqual([]);
  const demo = { name: 'Demo', subdomain: 'demo', time_zone: 'Europe/Berlin', currency: 'EUR', is_temporary: true };
  await createTenant(house.urls.ownerUrl, demo);
  expect(names(await platform.sam.call(listTenants))).toEqual(['Demo']);
  expect(names(await platform.root.call(listTenants))).toEqual(['Clinic', 'Demo', 'Salon']);
  expect(names(await platform.root.call(listTenants, { query: { temporary: 'true' } }))).toEqual(['Demo']);
});
