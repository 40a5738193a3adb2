import * as contract from '@smooth/contract/scheduling/blocks.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '../core/ids.ts';
import { send } from '../core/tenant/tenant.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';
import { lockBusy } from './queries/claims.ts';

const monday = { start: '2026-08-03T08:00:00Z', end: '2026-08-03T16:00:00Z' };
const lunch = { weekday: 3 as const, start: '12:00', end: '13:00', from_on: null, until_on: null };
const ids = (objects: { id: string }[]) => objects.map(({ id }) => id);
const addBlock = async (
  person: Person,
  body: { resource_id: string; start?: string; end?: string; recurring?: typeof lunch },
) => (await person.call(contract.createBlock, { body })).body;

test('a manager gives time off, changes it and takes it away', async ({ salon, marek }) => {
  const before = await salon.mark();
  const body = { resource_id: salon.resources.ana, ...monday, reason: 'Dentist' };
  const added = await marek.call(contract.createBlock, { body });
  expect(added.status).toBe(201);
  const { block } = added.body;
  expect(block).toEqual({ id: block.id, revision: 1, ...body, recurring: null, can: { edit: true, delete: true } });
  const params = { id: block.id };
  const change = { params, body: { revision: 1, end: '2026-08-03T12:00:00Z' } };
  const changed = await marek.call(contract.changeBlock, change);
  expect(changed.body.block).toMatchObject({
    revision: 2,
    start: monday.start,
    end: '2026-08-03T12:00:00Z',
    reason: 'Dentist',
  });
  const stale = await marek.call(contract.changeBlock, change);
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body.block);
  expect((await marek.call(contract.deleteBlock, { params })).status).toBe(204);
  expect(await marek.call(contract.deleteBlock, { params })).toBeRefused(404, 'not_found');
  const facts = await salon.eventsSince(before);
  expect(facts.map(({ type, subject_id, revision }) => [type, subject_id, revision])).toEqual([
    ['block.created', block.id, 1],
    ['block.changed', block.id, 2],
    ['block.deleted', block.id, null],
  ]);
});

test('time off goes over to somebody else, in whose calendar it is found', async ({ salon, marek }) => {
  const { block } = await addBlock(marek, { resource_id: salon.resources.ana, ...monday });
  const params = { id: block.id };
  const to = (resource_id: string) => marek.call(contract.changeBlock, { params, body: { revision: 1, resource_id } });
  expect(await to(newId())).toBeRefused(400, 'malformed_request', '/body/resource_id');
  expect((await to(salon.resources.ben)).body.block).toMatchObject({ resource_id: salon.resources.ben, revision: 2 });
  const listed = (resource_id: string) => marek.call(contract.listBlocks, { query: { resource_id } });
  expect((await listed(salon.resources.ana)).body.data).toEqual([]);
  expect(ids((await listed(salon.resources.ben)).body.data)).toEqual([block.id]);
});

test('staff do not give time off, not even to themselves', async ({ salon, ana, marek }) => {
  const body = { resource_id: salon.resources.ana, ...monday };
  const before = await salon.mark();
  expect(await ana.call(contract.createBlock, { body })).toBeRefused(403, 'forbidden');
  const { block } = await addBlock(marek, body);
  const params = { id: block.id };
  expect(await ana.call(contract.changeBlock, { params, body: { revision: 1 } })).toBeRefused(403, 'forbidden');
  expect(await ana.call(contract.deleteBlock, { params })).toBeRefused(403, 'forbidden');
  const listed = (await ana.call(contract.listBlocks, { query: { resource_id: body.resource_id } })).body.data;
  expect(listed).toMatchObject([{ id: block.id, can: { edit: false, delete: false } }]);
  expect((await marek.call(contract.deleteBlock, { params })).status).toBe(204);
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['block.created', 'block.deleted']);
});

test('what cannot be time off is refused with the field', async ({ salon, marek }) => {
  const before = await salon.mark();
  const refused = async (body: object, pointer: string) =>
    expect(await marek.post('/api/v1/blocks', { resource_id: salon.resources.ana, ...body })).toBeRefused(
      400,
      'malformed_request',
      pointer,
    );
  await refused({}, '/body/start');
  await refused({ start: monday.start }, '/body/end');
  await refused({ start: monday.end, end: monday.start }, '/body/end');
  await refused({ start: monday.start, end: monday.start }, '/body/end');
  await refused({ ...monday, recurring: lunch }, '/body/recurring');
  await refused({ recurring: { ...lunch, weekday: 8 } }, '/body/recurring/weekday');
  await refused({ recurring: { ...lunch, from_on: '2026-08-02', until_on: '2026-08-01' } }, '/body/recurring/until_on');
  await refused({ ...monday, start: '2026-02-30T08:00:00Z' }, '/body/start');
  await refused({ ...monday, resource_id: newId() }, '/body/resource_id');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('time off lists the living appointments in it, of that resource only', async ({ salon, marek }) => {
  const booked = { service_id: salon.services.haircut, resource_id: salon.resources.ana };
  const inside = await bookedRow(salon, { ...booked, start: '2026-09-07T08:00:00Z' });
  const over = await bookedRow(salon, { ...booked, start: '2026-09-07T15:30:00Z', status: 'pending_approval' });
  await bookedRow(salon, { ...booked, start: '2026-09-07T16:30:00Z' });
  await bookedRow(salon, { ...booked, start: '2026-09-07T10:00:00Z', status: 'cancelled' });
  await bookedRow(salon, { ...booked, resource_id: salon.resources.ben, start: '2026-09-07T10:00:00Z' });
  const span = { start: '2026-09-07T07:00:00Z', end: '2026-09-07T16:00:00Z' };
  const { affected } = await addBlock(marek, { resource_id: salon.resources.ana, ...span });
  expect(ids(affected)).toEqual([inside, over]);
  expect(affected[0]).toMatchObject({ status: 'confirmed', service: { name: 'Haircut' }, can: { cancel: true } });
});

test('weekly time off lists what lies in it from now on, in the wall time of the place', async ({
  salon,
  marek,
  at,
}) => {
  const booked = { service_id: salon.services.haircut, resource_id: salon.resources.chair };
  await bookedRow(salon, { ...booked, start: '2026-07-08T10:30:00Z' });
  const summer = await bookedRow(salon, { ...booked, start: '2026-10-21T10:30:00Z', minutes: 15 });
  const winter = await bookedRow(salon, { ...booked, start: '2026-10-28T11:30:00Z', minutes: 15 });
  await bookedRow(salon, { ...booked, start: '2026-10-28T10:30:00Z', minutes: 15 });
  await bookedRow(salon, { ...booked, start: '2026-10-27T11:30:00Z', minutes: 15 });
  at('2026-07-14T08:00:00Z');
  const { block, affected } = await addBlock(marek, { resource_id: salon.resources.chair, recurring: lunch });
  expect(block).toMatchObject({ start: null, end: null, recurring: lunch });
  expect(ids(affected)).toEqual([summer, winter]);
});

test('time off turns from once to weekly by naming it', async ({ salon, marek }) => {
  const { block } = await addBlock(marek, { resource_id: salon.resources.ben, ...monday });
  const answer = await marek.call(contract.changeBlock, {
    params: { id: block.id },
    body: { revision: 1, recurring: lunch },
  });
  expect(answer.body.block).toMatchObject({ start: null, end: null, recurring: lunch });
});

test('the list of time off is cut to a range', async ({ clinic }) => {
  const { carla } = clinic.people;
  const resource_id = clinic.resources.dora;
  const once = (await addBlock(carla, { resource_id, ...monday })).block;
  const weekly = (await addBlock(carla, { resource_id, recurring: { ...lunch, until_on: '2026-08-31' } as never }))
    .block;
  const within = async (query: { from?: string; to?: string }) =>
    ids((await carla.call(contract.listBlocks, { query })).body.data).sort();
  expect(await within({})).toEqual(ids([once, weekly]).sort());
  expect(await within({ from: '2026-08-03T15:00:00Z', to: '2026-08-04T00:00:00Z' })).toEqual(
    ids([once, weekly]).sort(),
  );
  expect(await within({ from: '2026-08-03T16:00:00Z' })).toEqual([weekly.id]);
  expect(await within({ from: '2026-09-05T00:00:00Z' })).toEqual([]);
  expect(await within({ to: '2026-08-03T08:00:00Z' })).toEqual([weekly.id]);
});

test('a closure lists what lies in it and deletes nothing', async ({ salon, olga }) => {
  const booked = { service_id: salon.services.haircut, resource_id: salon.resources.ben };
  const inside = await bookedRow(salon, { ...booked, start: '2026-12-24T09:00:00Z' });
  const before = await salon.mark();
  const body = { name: 'Christmas', start: '2026-12-24T00:00:00+01:00', end: '2026-12-27T00:00:00+01:00' };
  const added = await olga.call(contract.createClosure, { body });
  expect(added.status).toBe(201);
  const { closure, affected } = added.body;
  expect(closure).toMatchObject({
    name: 'Christmas',
    location_id: null,
    start: '2026-12-23T23:00:00Z',
    end: '2026-12-26T23:00:00Z',
    affected_count: 1,
    can: { edit: true, delete: true },
  });
  expect(ids(affected)).toEqual([inside]);
  const params = { id: closure.id };
  expect((await olga.call(contract.getClosure, { params })).body).toEqual(added.body);
  expect((await olga.call(contract.listClosures)).body.data).toContainEqual(closure);
  const change = { params, body: { revision: 1, start: '2026-12-25T00:00:00+01:00' } };
  const changed = await olga.call(contract.changeClosure, change);
  expect(changed.body).toMatchObject({ closure: { revision: 2, name: 'Christmas', affected_count: 0 }, affected: [] });
  const stale = await olga.call(contract.changeClosure, change);
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toEqual(changed.body.closure);
  expect((await olga.call(contract.deleteClosure, { params })).status).toBe(204);
  expect(await olga.call(contract.getClosure, { params })).toBeRefused(404, 'not_found');
  expect(await salon.rows('SELECT status FROM appointments WHERE id = $1', [inside])).toEqual([
    { status: 'confirmed' },
  ]);
  expect((await salon.eventsSince(before)).map(({ type, revision }) => [type, revision])).toEqual([
    ['closure.created', 1],
    ['closure.changed', 2],
    ['closure.deleted', null],
  ]);
});

test('a closure of one location leaves the others open', async ({ salon, olga }) => {
  const booked = {
    service_id: salon.services.haircut,
    resource_id: salon.resources.ben,
    start: '2026-11-02T09:00:00Z',
  };
  const here = await bookedRow(salon, booked);
  const [location] = await salon.rows<{ id: string }>(
    `INSERT INTO locations (id, name, time_zone, created_at, updated_at) VALUES ($1, 'Annex', 'Europe/Berlin', now(), now()) RETURNING id`,
    [newId()],
  );
  const there = await bookedRow(salon, { ...booked, start: '2026-11-02T11:00:00Z', location_id: location!.id });
  const span = { name: 'Works', start: '2026-11-02T00:00:00Z', end: '2026-11-03T00:00:00Z' };
  const affected = async (location_id: string | null) =>
    ids((await olga.call(contract.createClosure, { body: { ...span, location_id } })).body.affected);
  expect(await affected(location!.id)).toEqual([there]);
  expect(await affected(salon.location_id)).toEqual([here]);
  expect(await affected(null)).toEqual([here, there]);
});

test('what cannot be a closure is refused with the field', async ({ salon, clinic, salonTest, olga }) => {
  const before = await salon.mark();
  const refused = async (body: object, pointer: string) =>
    expect(await olga.post('/api/v1/closures', { name: 'X', ...monday, ...body })).toBeRefused(
      400,
      'malformed_request',
      pointer,
    );
  await refused({ end: monday.start }, '/body/end');
  await refused({ name: ' ' }, '/body/name');
  await refused({ start: 'tomorrow' }, '/body/start');
  for (const location_id of [newId(), clinic.location_id, salonTest.location_id])
    await refused({ location_id }, '/body/location_id');
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('closures that are over are left out from an instant on', async ({ clinic }) => {
  const { carla } = clinic.people;
  await carla.call(contract.createClosure, { body: { name: 'Past', ...monday } });
  const listed = async (from: string) =>
    (await carla.call(contract.listClosures, { query: { from } })).body.data.length;
  expect(await listed('2026-08-03T15:59:00Z')).toBe(1);
  expect(await listed('2026-08-03T16:00:00Z')).toBe(0);
});

test('a booking that is under way when the place is closed is listed', async ({ salon, olga, marek }) => {
  const resource_id = salon.resources.ana;
  const booking = { service_id: salon.services.haircut, resource_id, start: '2026-11-16T09:00:00Z' };
  const span = { start: '2026-11-16T00:00:00Z', end: '2026-11-17T00:00:00Z' };
  const { id, closing, blocking } = await salon.inside(async (tx) => {
    await send(tx, lockBusy([resource_id]));
    const closing = olga.call(contract.createClosure, { body: { name: 'Storm', ...span } });
    const blocking = marek.call(contract.createBlock, { body: { resource_id, ...span } });
    await sleep(50);
    return { id: await bookedRow(salon, booking), closing, blocking };
  });
  expect(ids((await closing).body.affected)).toEqual([id]);
  expect(ids((await blocking).body.affected)).toEqual([id]);
});
