import { listAppointments } from '@smooth/contract/scheduling/appointments.ts';
import * as contract from '@smooth/contract/scheduling/services.ts';
import { newId } from '../core/ids.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';

const add = async (person: Person, body: object = {}) =>
  (await person.call(contract.createService, { body: { name: 'Wash', duration_minutes: 10, ...body } })).body;

test('a service is added with what was not said', async ({ salon, olga }) => {
  const before = await salon.mark();
  const requires = [{ type: 'staff', is_choosable: true }, { resource_ids: [salon.resources.chair] }];
  const questions = [{ key: 'colour', label: 'Colour', kind: 'choice' as const, choices: ['red'] }];
  const body = { name: 'Colour', duration_minutes: 90, price_minor: 8000, requires, questions };
  const answer = await olga.call(contract.createService, { body });
  expect(answer.status).toBe(201);
  const line = { quantity: 1, units: 1, padding_before_minutes: null, padding_after_minutes: null };
  expect(answer.body).toMatchObject({
    kind: 'appointment',
    price: { amount_minor: 8000, currency: 'EUR' },
    requires: [
      { ...line, type: 'staff', resource_ids: [], is_choosable: true },
      { ...line, type: null, resource_ids: [salon.resources.chair], is_choosable: false },
    ],
    questions: [{ ...questions[0], is_required: false }],
    window_days: 60,
    reminder_minutes: 1440,
    online: true,
    can: { edit: true, delete: true },
  });
  expect((await olga.call(contract.getService, { params: { id: answer.body.id } })).body).toEqual(answer.body);
  expect(await salon.eventsSince(before)).toMatchObject([
    { type: 'service.created', subject_id: answer.body.id, revision: 1 },
  ]);
});

test('a line keeps its id as long as it keeps its place', async ({ salon, olga }) => {
  const { id } = await add(olga, { requires: [{ type: 'staff' }] });
  const lines = async () =>
    (await salon.rows<{ requires: { id: string }[] }>('SELECT requires FROM services WHERE id = $1', [id]))[0]!
      .requires;
  const [first] = await lines();
  const requires = [{ type: 'staff', quantity: 2 }, { type: 'room' }];
  await olga.call(contract.changeService, { params: { id }, body: { revision: 1, requires } });
  const changed = await lines();
  expect(changed.map((line) => line.id === first!.id)).toEqual([true, false]);
});

test('what cannot be a service is refused with the field', async ({ salon, clinic, salonTest, olga }) => {
  const before = await salon.mark();
  const refused = async (body: object, pointer: string) =>
    expect(await olga.post('/api/v1/services', { name: 'X', duration_minutes: 30, ...body })).toBeRefused(
      400,
      'malformed_request',
      pointer,
    );
  await refused({ duration_minutes: 0 }, '/body/duration_minutes');
  await refused({ price_minor: -1 }, '/body/price_minor');
  await refused({ requires: [{}] }, '/body/requires/0');
  await refused({ requires: [{ type: 'robot' }] }, '/body/requires/0/type');
  for (const id of [newId(), clinic.resources.dora, salonTest.resources.ana])
    await refused(
      { requires: [{ type: 'staff' }, { resource_ids: [salon.resources.ana, id] }] },
      '/body/requires/1/resource_ids/1',
    );
  const question = { key: 'a', label: 'A', kind: 'text' };
  await refused({ questions: [question, question] }, '/body/questions/1/key');
  await refused({ questions: [{ ...question, kind: 'choice' }] }, '/body/questions/0/choices');
  await refused({ window_from_on: '2026-02-02', window_until_on: '2026-02-01' }, '/body/window_until_on');
  await refused({ description: 'half a pair: \uD800', questions: [{ ...question, label: '\uD800' }] }, '');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('a change is judged together with what stays', async ({ olga }) => {
  const { id } = await add(olga, { window_from_on: '2026-06-01' });
  const answer = await olga.patch(`/api/v1/services/${id}`, { revision: 1, window_until_on: '2026-05-01' });
  expect(answer).toBeRefused(400, 'malformed_request', '/body/window_until_on');
});

test('a change raises the revision; one based on an older state shows the present one', async ({ salon, marek }) => {
  const { id } = await add(marek);
  const before = await salon.mark();
  const change = { params: { id }, body: { revision: 1, online: false, price_minor: 100 } };
  const changed = await marek.call(contract.changeService, change);
  expect(changed.body).toMatchObject({ revision: 2, online: false, price: { amount_minor: 100, currency: 'EUR' } });
  const stale = await marek.call(contract.changeService, change);
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'service.changed', subject_id: id, revision: 2 }]);
});

test('a service that somebody is about to book is deleted when the ten minutes are over', async ({
  salon,
  olga,
  at,
}) => {
  const wish = { service_id: salon.services.haircut, start: '2026-07-15T08:00:00Z', resource_id: salon.resources.ana };
  expect((await salon.visitor.post('/api/booking/holds', wish)).status).toBe(201);
  const remove = () => olga.call(contract.deleteService, { params: { id: salon.services.haircut } });
  expect(await remove()).toBeRefused(409, 'in_use');
  at('2026-07-14T08:11:00Z');
  expect((await remove()).status).toBe(204);
  expect(await salon.rows('SELECT FROM holds')).toEqual([]);
});

test('a service that was booked is neither deleted nor turned into a class', async ({ salon, marek }) => {
  const booked = await add(marek);
  await bookedRow(salon, { service_id: booked.id, resource_id: salon.resources.chair, start: '2026-07-01T08:00:00Z' });
  const unused = await add(marek);
  const before = await salon.mark();
  const turn = { params: { id: booked.id }, body: { revision: 1, kind: 'class' as const } };
  expect(await marek.call(contract.changeService, turn)).toBeRefused(409, 'in_use');
  expect(await marek.call(contract.deleteService, { params: { id: booked.id } })).toBeRefused(409, 'in_use');
  expect((await marek.call(contract.deleteService, { params: { id: unused.id } })).status).toBe(204);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'service.deleted', subject_id: unused.id }]);
});

test('services come in their order, page by page', async ({ clinic }) => {
  const { carla } = clinic.people;
  for (const [name, position] of [
    ['last', 9],
    ['b', 1],
    ['A', 1],
  ] as const)
    await add(carla, { name, position });
  const seen: string[] = [];
  let query: { limit: number; cursor?: string } | null = { limit: 2 };
  while (query !== null) {
    const { body }: { body: { data: { name: string }[]; next_cursor: string | null } } = await carla.call(
      contract.listServices,
      { query },
    );
    seen.push(...body.data.map(({ name }) => name));
    query = body.next_cursor === null ? null : { limit: 2, cursor: body.next_cursor };
  }
  expect(seen).toEqual(['Checkup', 'A', 'b', 'last']);
  expect((await carla.call(contract.listServices, { query: { q: 'LAS' } })).body.data).toHaveLength(1);
});

test('a list of appointments has the new name of a service at once', async ({ salon, olga }) => {
  const { id, revision } = await add(olga);
  await bookedRow(salon, { service_id: id, resource_id: salon.resources.chair, start: '2026-07-01T12:00:00Z' });
  const listed = async () =>
    (await olga.call(listAppointments, { query: { service_id: id } })).body.data.map(({ service }) => service.name);
  expect(await listed()).toEqual(['Wash']);
  await olga.call(contract.changeService, { params: { id }, body: { revision, name: 'Trim' } });
  expect(await listed()).toEqual(['Trim']);
});
