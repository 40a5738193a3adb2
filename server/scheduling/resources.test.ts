import { createLocation, changeLocation, listLocations } from '@smooth/contract/scheduling/locations.ts';
import * as contract from '@smooth/contract/scheduling/resources.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import { newId } from '../core/ids.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';

const add = async (person: Person, body: Parameters<typeof addBody>[0] = {}) =>
  (await person.call(contract.createResource, { body: addBody(body) })).body;
const addBody = (body: Partial<contract.Resource>) => ({ name: 'Basin', type: 'room', ...body });

test('a location is added and changed, with one event each', async ({ salon, olga }) => {
  const before = await salon.mark();
  const weekly_hours = [{ weekday: 6 as const, start: '20:00', end: '02:00' }];
  const body = { name: 'Harbour', time_zone: 'America/New_York', weekly_hours };
  const added = await olga.call(createLocation, { body });
  expect(added.status).toBe(201);
  expect(added.body).toEqual({
    id: added.body.id,
    revision: 1,
    address: null,
    ...body,
    can: { edit: true, delete: true },
  });
  const params = { id: added.body.id };
  const changed = await olga.call(changeLocation, { params, body: { revision: 1, address: 'Quay 1' } });
  expect(changed.body).toMatchObject({ revision: 2, address: 'Quay 1', weekly_hours });
  const stale = await olga.call(changeLocation, { params, body: { revision: 1, name: 'Other' } });
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body);
  expect((await olga.call(listLocations)).body.data.map(({ name }) => name)).toEqual(['Main street', 'Harbour']);
  expect(await salon.eventsSince(before)).toMatchObject([
    { type: 'location.created', subject_id: params.id, revision: 1, payload: { id: params.id } },
    { type: 'location.changed', subject_id: params.id, revision: 2 },
  ]);
});

test('hours that overlap and zones that do not exist are refused with their field', async ({ salon, olga }) => {
  const before = await salon.mark();
  const good = { name: 'Harbour', time_zone: 'Europe/Berlin' };
  const twice = { weekday: 1, start: '09:00', end: '12:00' };
  const post = (body: object) => olga.post('/api/v1/locations', body);
  expect(await post({ ...good, weekly_hours: [twice, twice] })).toBeRefused(
    400,
    'malformed_request',
    '/body/weekly_hours/1',
  );
  expect(await post({ ...good, weekly_hours: [], time_zone: 'CEST' })).toBeRefused(
    400,
    'malformed_request',
    '/body/time_zone',
  );
  expect(await post({ ...good, weekly_hours: [{ ...twice, start: '9' }] })).toBeRefused(
    400,
    'malformed_request',
    '/body/weekly_hours/0/start',
  );
  const breaks = { name: 'Basin', type: 'room', weekly_breaks: [twice, twice] };
  expect(await olga.post('/api/v1/resources', breaks)).toBeRefused(400, 'malformed_request', '/body/weekly_breaks/1');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('a resource is added at the first location, linked to a person', async ({ salon, olga }) => {
  const before = await salon.mark();
  const body = { name: 'Marek', type: 'staff', user_id: salon.users.marek };
  const answer = await olga.call(contract.createResource, { body });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    ...body,
    location_id: salon.location_id,
    capacity: 1,
    is_active: true,
    weekly_hours: [],
    can: { edit: true, delete: true, add_time_off: true, open_feed: true },
  });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'resource.created', subject_id: answer.body.id }]);
  expect(await salon.rows('SELECT version FROM resource_busy WHERE resource_id = $1', [answer.body.id])).toHaveLength(
    1,
  );
});

test('what a resource refers to has to exist in this business and mode', async ({ salon, salonTest, clinic, olga }) => {
  const before = await salon.mark();
  const post = (body: object) => olga.post('/api/v1/resources', { name: 'X', type: 'staff', ...body });
  expect(await post({ type: 'robot' })).toBeRefused(400, 'malformed_request', '/body/type');
  for (const location_id of [newId(), clinic.location_id, salonTest.location_id])
    expect(await post({ location_id })).toBeRefused(400, 'malformed_request', '/body/location_id');
  for (const user_id of [newId(), clinic.users.dora, salonTest.users.ana, salon.users.maya])
    expect(await post({ user_id })).toBeRefused(400, 'malformed_request', '/body/user_id');
  const room = { type: 'room', user_id: salon.users.ana };
  expect(await post(room)).toBeRefused(400, 'malformed_request', '/body/user_id');
  const change = await olga.patch(`/api/v1/resources/${salon.resources.ana}`, { revision: 1, type: 'room' });
  expect(change).toBeRefused(400, 'malformed_request', '/body/user_id');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('staff see what they may: a calendar address for themselves only', async ({ salon, ana }) => {
  const can = async (id: string) => (await ana.call(contract.getResource, { params: { id } })).body.can;
  expect(await can(salon.resources.ana)).toEqual({ edit: false, delete: false, add_time_off: false, open_feed: true });
  expect(await can(salon.resources.ben)).toEqual({ edit: false, delete: false, add_time_off: false, open_feed: false });
});

test('a change raises the revision; one based on an older state shows the present one', async ({ salon, marek }) => {
  const { id } = await add(marek);
  const before = await salon.mark();
  const change = { params: { id }, body: { revision: 1, name: 'Basin 2', is_active: false } };
  const changed = await marek.call(contract.changeResource, change);
  expect(changed.body).toMatchObject({ revision: 2, name: 'Basin 2', is_active: false, type: 'room' });
  const stale = await marek.call(contract.changeResource, change);
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'resource.changed', subject_id: id, revision: 2 }]);
});

test('of two changes at once one wins', async ({ marek }) => {
  const { id } = await add(marek);
  const change = (name: string) => marek.call(contract.changeResource, { params: { id }, body: { revision: 1, name } });
  const answers = await Promise.all(['a', 'b', 'c', 'd'].map(change));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(3);
});

test('a capacity below what is booked from now on is refused', async ({ salon, marek }) => {
  const { id } = await add(marek, { capacity: 5 });
  const booked = { resource_id: id, service_id: salon.services.haircut };
  for (const lane of [0, 1, 2]) await bookedRow(salon, { ...booked, start: '2026-07-10T08:00:00Z', lane });
  await bookedRow(salon, { ...booked, start: '2026-07-20T08:00:00Z', lane: 0 });
  await bookedRow(salon, { ...booked, start: '2026-07-20T08:30:00Z', lane: 1 });
  await bookedRow(salon, { ...booked, start: '2026-07-20T09:00:00Z', lane: 2 });
  const before = await salon.mark();
  const to = (revision: number, capacity: number) =>
    marek.call(contract.changeResource, { params: { id }, body: { revision, capacity } });
  expect(await to(1, 1)).toBeRefused(409, 'capacity', { claimed: 2, capacity: 1 });
  expect((await to(1, 2)).body).toMatchObject({ capacity: 2, revision: 2 });
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['resource.changed']);
});

test('a resource that was never used is deleted, any other stays', async ({ salon, marek }) => {
  const booked = await add(marek);
  await bookedRow(salon, {
    resource_id: booked.id,
    service_id: salon.services.haircut,
    start: '2026-07-01T08:00:00Z',
    status: 'cancelled',
  });
  const named = await add(marek);
  const requires = [{ resource_ids: [named.id] }];
  await marek.call(createService, { body: { name: 'Wash', duration_minutes: 10, requires } });
  const unused = await add(marek);
  const before = await salon.mark();
  const remove = (id: string) => marek.call(contract.deleteResource, { params: { id } });
  expect(await remove(booked.id)).toBeRefused(409, 'in_use');
  expect(await remove(named.id)).toBeRefused(409, 'in_use', { services: ['Wash'] });
  expect((await remove(unused.id)).status).toBe(204);
  expect(await remove(unused.id)).toBeRefused(404, 'not_found');
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'resource.deleted', subject_id: unused.id }]);
});

test('a list is filtered, and its pages follow each other', async ({ clinic }) => {
  const { chen } = clinic.people;
  for (const name of ['beta', 'Alpha', 'alpha']) await add(chen, { name });
  const seen: string[] = [];
  let query: { limit: number; cursor?: string } | null = { limit: 2 };
  while (query !== null) {
    const { body }: { body: { data: { name: string }[]; next_cursor: string | null } } = await chen.call(
      contract.listResources,
      { query },
    );
    seen.push(...body.data.map(({ name }) => name.toLowerCase()));
    query = body.next_cursor === null ? null : { limit: 2, cursor: body.next_cursor };
  }
  expect(seen).toEqual(['alpha', 'alpha', 'beta', 'dora', 'surgery']);
  const names = async (query: object) =>
    (await chen.call(contract.listResources, { query })).body.data.map(({ name }) => name);
  expect(await names({ type: 'staff' })).toEqual(['Dora']);
  expect(await names({ q: 'SURG' })).toEqual(['Surgery']);
  expect(await names({ q: '%' })).toEqual([]);
  for (const forged of ['e30', Buffer.from('["a","b"]').toString('base64url'), '%00'])
    expect(await chen.get(`/api/v1/resources?cursor=${forged}`)).toBeRefused(400, 'malformed_request', '/query/cursor');
});

test('a business defines types of its own, each once', async ({ salon, marek }) => {
  const body = { key: 'boat', name: 'Boat' };
  const added = await marek.call(contract.createResourceType, { body });
  expect(added.status).toBe(201);
  const { id, ...about } = added.body;
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  expect(about).toEqual({ ...body, revision: 1, is_builtin: false, can: { edit: true, delete: true } });
  expect(await marek.call(contract.createResourceType, { body })).toBeRefused(409, 'duplicate', '/body/key');
  expect(await marek.post('/api/v1/resource_types', { key: 'A b', name: 'x' })).toBeRefused(
    400,
    'malformed_request',
    '/body/key',
  );
  const types = (await marek.call(contract.listResourceTypes)).body.data.map(({ key }) => key);
  expect(types).toEqual(['equipment', 'room', 'staff', 'boat']);
  expect((await add(marek, { type: 'boat' })).type).toBe('boat');
  expect(await salon.rows("SELECT FROM resource_types WHERE key = 'boat'")).toHaveLength(1);
});

test('what becomes of a type of its own is told, with its key', async ({ salon, marek }) => {
  const before = await salon.mark();
  const { id, key } = (await marek.call(contract.createResourceType, { body: { key: 'kayak', name: 'Kayak' } })).body;
  const params = { key };
  await marek.call(contract.changeResourceType, { params, body: { revision: 1, name: 'Canoe' } });
  expect(await marek.call(contract.createResourceType, { body: { key, name: 'Other' } })).toBeRefused(409, 'duplicate');
  await marek.call(contract.deleteResourceType, { params });
  const about = { subject_id: id, payload: { id, key } };
  expect(await salon.eventsSince(before)).toMatchObject([
    { type: 'resource_type.created', revision: 1, ...about },
    { type: 'resource_type.changed', revision: 2, ...about },
    { type: 'resource_type.deleted', ...about },
  ]);
});

test('hours of one date are set, set again, and taken back', async ({ salon, marek }) => {
  const { id } = await add(marek);
  const before = await salon.mark();
  const params = { id, on: '2026-12-24' };
  const put = (windows: { start: string; end: string }[], reason?: string) =>
    marek.call(contract.putOverride, { params, body: { windows, ...(reason && { reason }) } });
  expect((await put([], 'Christmas')).body).toMatchObject({
    on: params.on,
    resource_id: id,
    windows: [],
    reason: 'Christmas',
  });
  const windows = [{ start: '09:00', end: '12:00' }];
  expect((await put(windows)).body).toMatchObject({ windows, reason: null });
  expect((await marek.call(contract.listOverrides, { params })).body.data).toMatchObject([
    { on: '2026-12-24', windows },
  ]);
  expect((await marek.call(contract.deleteOverride, { params })).status).toBe(204);
  expect(await marek.call(contract.deleteOverride, { params })).toBeRefused(404, 'not_found');
  const facts = await salon.eventsSince(before);
  expect(facts.map(({ type, subject_id }) => [type, subject_id])).toEqual(
    Array.from({ length: 3 }, () => ['resource.changed', id]),
  );
});

test('an override is of a date that exists, with windows that do not overlap', async ({ salon, marek }) => {
  const path = `/api/v1/resources/${salon.resources.chair}/overrides`;
  const windows = [
    { start: '09:00', end: '12:00' },
    { start: '11:00', end: '13:00' },
  ];
  expect(await marek.put(`${path}/2026-12-24`, { windows })).toBeRefused(400, 'malformed_request', '/body/windows/1');
  expect(await marek.put(`${path}/2026-02-30`, { windows: [] })).toBeRefused(400, 'malformed_request', '/params/on');
  expect(await marek.put(`/api/v1/resources/${newId()}/overrides/2026-12-24`, { windows: [] })).toBeRefused(
    404,
    'not_found',
  );
});
