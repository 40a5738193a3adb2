import {
  changeCustomer,
  createCustomer,
  deleteCustomer,
  getCustomer,
  listCustomers,
} from '@smooth/contract/customers/customers.ts';
import { system } from '../core/actor.ts';
import { newId } from '../core/ids.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';
import { findOrAddCustomer } from './actions/find-or-add.ts';

const add = async (person: World['visitor'], name: string, more: { email?: string; phone?: string } = {}) =>
  (await person.call(createCustomer, { body: { name, ...more } })).body;

test('a visitor is asked to sign in, a customer may do none of it', async ({ salon, maya }) => {
  const body = { name: 'Zoe' };
  for (const [person, status, code] of [
    [salon.visitor, 401, 'unauthenticated'],
    [maya, 403, 'forbidden'],
  ] as const) {
    expect(await person.call(listCustomers)).toBeRefused(status, code);
    const params = { id: salon.customers.maya };
    expect(await person.call(getCustomer, { params })).toBeRefused(status, code);
    expect(await person.call(createCustomer, { body })).toBeRefused(status, code);
    expect(await person.call(changeCustomer, { params, body: { revision: 1 } })).toBeRefused(status, code);
    expect(await person.call(deleteCustomer, { params })).toBeRefused(status, code);
  }
});

test('staff add a customer, and the e-mail is kept in small letters', async ({ salon, ana }) => {
  const before = await salon.mark();
  const answer = await ana.call(createCustomer, {
    body: { name: ' Zoe ', email: 'Zoe@Mail.example', phone: '+49 30 123' },
  });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({ name: 'Zoe', email: 'zoe@mail.example', appointment_count: 0, next_start: null });
  expect(answer.body.can).toEqual({
    edit: true,
    block: false,
    merge: false,
    delete: false,
    export: false,
    erase: false,
  });
  expect(await salon.eventsSince(before)).toEqual([
    {
      type: 'customer.created',
      subject_id: answer.body.id,
      revision: 1,
      payload: { id: answer.body.id },
      actor: { kind: 'user', id: salon.users.ana, name: 'Ana' },
    },
  ]);
});

test('what cannot be a customer is refused with the field', async ({ salon, ana }) => {
  const before = await salon.mark();
  expect(await ana.post('/api/v1/customers', {})).toBeRefused(400, 'malformed_request', '/body/name');
  expect(await ana.post('/api/v1/customers', { name: 'A', email: 'no' })).toBeRefused(
    400,
    'malformed_request',
    '/body/email',
  );
  expect(await ana.post('/api/v1/customers', { name: 'A', time_zone: 'Mars/Base' })).toBeRefused(
    400,
    'malformed_request',
    '/body/time_zone',
  );
  expect(await ana.post('/api/v1/customers', { name: 'A', is_admin: true })).toBeRefused(
    400,
    'malformed_request',
    '/body/is_admin',
  );
  expect(await ana.get('/api/v1/customers?cursor=nonsense')).toBeRefused(400, 'malformed_request', '/query/cursor');
  expect(await ana.get('/api/v1/customers/nobody')).toBeRefused(400, 'malformed_request', '/params/id');
  expect(await ana.post('/api/v1/customers', { name: 'Nul\u0000' })).toBeRefused(400, 'malformed_request');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('an e-mail belongs to one customer', async ({ salon, marek }) => {
  const before = await salon.mark();
  const taken = { email: 'MAYA@salon.example' };
  expect(await marek.call(createCustomer, { body: { name: 'Maya', ...taken } })).toBeRefused(
    409,
    'duplicate',
    '/body/email',
  );
  const other = await add(marek, 'Other');
  const change = { params: { id: other.id }, body: { revision: 1, ...taken } };
  expect(await marek.call(changeCustomer, change)).toBeRefused(409, 'duplicate', '/body/email');
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['customer.created']);
});

test('a change raises the revision; one based on an older state shows the present one', async ({ salon, marek }) => {
  const { id } = await add(marek, 'Paul');
  const before = await salon.mark();
  const change = { params: { id }, body: { revision: 1, notes: 'Likes tea', is_blocked: true } };
  const changed = await marek.call(changeCustomer, change);
  expect(changed.status).toBe(200);
  expect(changed.body).toMatchObject({ revision: 2, notes: 'Likes tea', is_blocked: true });
  const stale = await marek.call(changeCustomer, change);
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'customer.changed', subject_id: id, revision: 2 }]);
});

test('staff change customers, and neither block nor delete them', async ({ salon, ana, marek }) => {
  const { id } = await add(marek, 'Quentin');
  const before = await salon.mark();
  const params = { id };
  expect(await ana.call(changeCustomer, { params, body: { revision: 1, is_blocked: true } })).toBeRefused(
    403,
    'forbidden',
  );
  expect(await ana.call(deleteCustomer, { params })).toBeRefused(403, 'forbidden');
  expect((await ana.call(changeCustomer, { params, body: { revision: 1, phone: '030 999' } })).status).toBe(200);
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['customer.changed']);
});

test('a customer without appointments is deleted', async ({ salon, marek }) => {
  const { id } = await add(marek, 'Rosa');
  const before = await salon.mark();
  expect((await marek.call(deleteCustomer, { params: { id } })).status).toBe(204);
  expect(await marek.call(getCustomer, { params: { id } })).toBeRefused(404, 'not_found');
  expect(await marek.call(deleteCustomer, { params: { id } })).toBeRefused(404, 'not_found');
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'customer.deleted', subject_id: id }]);
});

test('appointments are counted, and keep their customer from being deleted', async ({ salon, marek, at }) => {
  const { id } = await add(marek, 'Sven');
  for (const [start, status] of [
    ['2026-07-01T10:00Z', 'completed'],
    ['2026-07-20T10:00Z', 'confirmed'],
    ['2026-07-27T10:00Z', 'confirmed'],
    ['2026-07-16T10:00Z', 'cancelled'],
  ] as const) {
    await salon.rows(
      `INSERT INTO appointments (id, status, service_id, customer_id, starts_at, ends_at, time_zone, wall_start,
         price_minor, currency, cancel_notice_minutes, reschedule_notice_minutes, source, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $5::timestamptz + interval '1 hour', 'Europe/Berlin', '2026-07-01T12:00', 0, 'EUR', 0, 0, 'staff', $5, $5)`,
      [newId(), status, salon.services.haircut, id, start],
    );
  }
  const params = { id };
  const counts = { appointment_count: 3, next_start: '2026-07-20T10:00:00Z', last_start: '2026-07-01T10:00:00Z' };
  expect((await marek.call(getCustomer, { params })).body).toMatchObject(counts);
  at('2026-07-21T10:00Z');
  expect((await marek.call(getCustomer, { params })).body).toMatchObject({ last_start: '2026-07-20T10:00:00Z' });
  expect(await marek.call(deleteCustomer, { params })).toBeRefused(409, 'in_use');
});

test('a search finds parts of name, e-mail and phone, whatever characters they have', async ({ marek }) => {
  await add(marek, '100% Tom', { email: 'under_score@mail.example', phone: '(030) 44-55-66' });
  const names = async (q: string) =>
    (await marek.call(listCustomers, { query: { q } })).body.data.map(({ name }) => name);
  expect(await names('tom')).toEqual(['100% Tom']);
  expect(await names('0% t')).toEqual(['100% Tom']);
  expect(await names('R_SC')).toEqual(['100% Tom']);
  expect(await names('304455')).toEqual(['100% Tom']);
  expect(await names('% %')).toEqual([]);
  expect(await names('\\')).toEqual([]);
});

test('pages follow each other without gap or repetition', async ({ clinic }) => {
  const { chen } = clinic.people;
  for (const name of ['beta', 'Alpha', 'alpha', 'Gamma']) await add(chen, name);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: { limit: number; cursor?: string } = { limit: 2, ...(cursor !== null && { cursor }) };
    const { body } = await chen.call(listCustomers, { query });
    seen.push(...body.data.map(({ name }) => name.toLowerCase()));
    cursor = body.next_cursor;
  } while (cursor !== null);
  expect(seen).toEqual(['alpha', 'alpha', 'beta', 'gamma', 'noah']);
});

test('customers of another business and of the other mode are not found', async ({
  salon,
  salonTest,
  clinic,
  marek,
}) => {
  for (const id of [clinic.customers.noah, salonTest.customers.maya]) {
    const params = { id };
    expect(await marek.call(getCustomer, { params })).toBeRefused(404, 'not_found');
    expect(await marek.call(changeCustomer, { params, body: { revision: 1 } })).toBeRefused(404, 'not_found');
    expect(await marek.call(deleteCustomer, { params })).toBeRefused(404, 'not_found');
  }
  const inTest = await salonTest.people.marek.call(getCustomer, { params: { id: salonTest.customers.maya } });
  expect(inTest.status).toBe(200);
  expect(await salon.rows('SELECT FROM customers WHERE id = $1', [salonTest.customers.maya])).toEqual([]);
});

test('a guest with a known e-mail is attached and overwrites nothing', async ({ salon }) => {
  const before = await salon.mark();
  const guest = { name: 'Somebody Else', email: 'Maya@Salon.example', phone: '123456' };
  const customer = await salon.inside((tx) => findOrAddCustomer(tx, guest, system));
  expect(customer).toMatchObject({ id: salon.customers.maya, name: 'Maya', phone: null, revision: 1 });
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('twenty bookings of the same new guest at once find one record', async ({ salon }) => {
  const before = await salon.mark();
  const guest = { name: 'Twin', email: 'twin@mail.example' };
  const all = await Promise.all(
    Array.from({ length: 20 }, () => salon.inside((tx) => findOrAddCustomer(tx, guest, system))),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['customer.created']);
});

test('a guest without an e-mail is somebody new each time', async ({ salon }) => {
  const guest = { name: 'Walk-in', phone: '030 1234' };
  const [first, second] = await salon.inside(async (tx) => [
    await findOrAddCustomer(tx, guest, system),
    await findOrAddCustomer(tx, guest, system),
  ]);
  expect(first.id).not.toBe(second.id);
});
