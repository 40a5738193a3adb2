import {
  changeCustomer,
  createCustomer,
  getCustomer,
  listCustomers,
  listCustomerTags,
} from '@smooth/contract/customers/customers.ts';
import { listDuplicates, mergeCustomer, previewMerge } from '@smooth/contract/customers/merge.ts';
import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';

const add = async (person: Person, body: CallOf<typeof createCustomer>['body']) =>
  (await person.call(createCustomer, { body })).body;

test('tags are kept once however they are spelled, and the list is narrowed by them', async ({ ana, salon }) => {
  const zoe = await add(ana, { name: 'Zoe Tagged', tags: [' Regular ', 'colour', 'COLOUR'] });
  expect(zoe.tags).toEqual(['Regular', 'COLOUR']);
  await add(ana, { name: 'Yan Tagged', tags: ['Regular'] });
  const { body } = await ana.call(listCustomers, { query: { tag: 'COLOUR' } });
  expect(body.data.map(({ name }) => name)).toEqual(['Zoe Tagged']);
  const { body: tags } = await ana.call(listCustomerTags);
  expect(tags.data).toEqual([
    { tag: 'COLOUR', count: 1 },
    { tag: 'Regular', count: 2 },
  ]);
  expect(await ana.post('/api/v1/customers', { name: 'X', tags: ['a,b'] })).toBeRefused(
    400,
    'malformed_request',
    '/body/tags/0',
  );
  expect(await salon.rows("SELECT tags FROM customers WHERE name = 'Yan Tagged'")).toEqual([{ tags: ['Regular'] }]);
});

test('the block list is those who are blocked', async ({ olga }) => {
  const zoe = await add(olga, { name: 'Blocked Zoe' });
  await olga.call(changeCustomer, { params: { id: zoe.id }, body: { revision: 1, is_blocked: true } });
  const { body } = await olga.call(listCustomers, { query: { blocked: 'true' } });
  expect(body.data.map(({ name }) => name)).toEqual(['Blocked Zoe']);
});

test('records with the same number, name or e-mail are suggested, likelier ones first', async ({ olga, ana, at }) => {
  const old = await add(olga, { name: 'Mia Lang', phone: '+49 (30) 555-1234', email: 'mia@lang.example' });
  at('2026-07-14T08:00:01Z');
  const twin = await add(olga, { name: 'mia  lang', phone: '030 555 1234', email: 'mia+book@lang.example' });
  await add(olga, { name: 'Mia Lang' });
  const { body } = await olga.call(listDuplicates, { query: { customer_id: old.id } });
  expect(body.data.map(({ same }) => same)).toEqual([['email', 'name', 'phone'], ['name']]);
  expect(body.data[0]!.customers.map(({ id }) => id)).toEqual([old.id, twin.id]);
  expect(await ana.call(listDuplicates)).toBeRefused(403, 'forbidden');
});

test('a merge does what its preview says: appointments move, gaps are filled, one event', async ({ olga, salon }) => {
  const from = await add(olga, { name: 'Z. Brandt', phone: '030 9876543', notes: 'Tea', tags: ['vip'] });
  const into = await add(olga, { name: 'Zoe Brandt', email: 'zoe@brandt.example', tags: ['regular'] });
  const appointment = await bookedRow(salon, {
    start: '2026-07-16T08:00:00Z',
    status: 'confirmed',
    service_id: salon.services.haircut,
    resource_id: salon.resources.ana,
    customer_id: from.id,
  });
  const preview = await olga.call(previewMerge, { params: { id: from.id }, query: { into: into.id } });
  expect(preview.body.moved_appointments).toBe(1);
  const before = await salon.mark();
  const answer = await olga.call(mergeCustomer, {
    params: { id: from.id },
    body: { revision: 1, into: into.id, into_revision: 1 },
  });
  expect(answer.body).toMatchObject({
    ...preview.body.result,
    id: into.id,
    revision: 2,
    name: 'Zoe Brandt',
    email: 'zoe@brandt.example',
    phone: '030 9876543',
    notes: 'Tea\n\nAlso: Z. Brandt',
    tags: ['regular', 'vip'],
    appointment_count: 1,
  });
  expect(await salon.eventsSince(before)).toMatchObject([
    { type: 'customer.merged', subject_id: into.id, revision: 2, payload: { id: into.id, merged_id: from.id } },
  ]);
  expect(await olga.call(getCustomer, { params: { id: from.id } })).toBeRefused(404, 'not_found');
  expect(await salon.rows('SELECT customer_id FROM appointments WHERE id = $1', [appointment])).toEqual([
    { customer_id: into.id },
  ]);
});

test('a merge on an older state shows the newer one, and nothing changes', async ({ olga, salon }) => {
  const from = await add(olga, { name: 'Stale A' });
  const into = await add(olga, { name: 'Stale B' });
  await olga.call(changeCustomer, { params: { id: into.id }, body: { revision: 1, notes: 'Newer' } });
  const before = await salon.mark();
  const body = { revision: 1, into: into.id, into_revision: 1 };
  const answer = await olga.call(mergeCustomer, { params: { id: from.id }, body });
  expect(answer).toBeRefused(409, 'stale_revision');
  expect(answer.problem.current).toMatchObject({ id: into.id, notes: 'Newer' });
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('who signs in keeps their record; nobody is merged into themselves or into nobody', async ({ olga, salon }) => {
  const twin = await add(olga, { name: 'Maya' });
  const id = salon.customers.maya;
  const [{ revision } = { revision: 0 }] = await salon.rows<{ revision: number }>(
    'SELECT revision FROM customers WHERE id = $1',
    [id],
  );
  const merge = (from: string, body: { revision: number; into: string; into_revision: number }) =>
    olga.call(mergeCustomer, { params: { id: from }, body });
  expect(await merge(id, { revision, into: twin.id, into_revision: 1 })).toBeRefused(409, 'in_use');
  expect(await olga.call(previewMerge, { params: { id }, query: { into: twin.id } })).toBeRefused(409, 'in_use');
  expect(await merge(twin.id, { revision: 1, into: twin.id, into_revision: 1 })).toBeRefused(
    400,
    'malformed_request',
    '/body/into',
  );
  expect(await merge(twin.id, { revision: 1, into: salon.users.olga, into_revision: 1 })).toBeRefused(
    400,
    'malformed_request',
    '/body/into',
  );
  expect((await merge(twin.id, { revision: 1, into: id, into_revision: revision })).status).toBe(200);
});

test('ten people who merge the same pair at once merge it once', async ({ olga, salon }) => {
  const from = await add(olga, { name: 'Race A' });
  const into = await add(olga, { name: 'Race B' });
  const before = await salon.mark();
  const body = { revision: 1, into: into.id, into_revision: 1 };
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => olga.call(mergeCustomer, { params: { id: from.id }, body })),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'customer.merged' }]);
});
