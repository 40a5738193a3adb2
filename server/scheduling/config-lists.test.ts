import * as appointments from '@smooth/contract/scheduling/appointments.ts';
import * as blocks from '@smooth/contract/scheduling/blocks.ts';
import * as holds from '@smooth/contract/scheduling/holds.ts';
import * as locations from '@smooth/contract/scheduling/locations.ts';
import * as resources from '@smooth/contract/scheduling/resources.ts';
import { listServices } from '@smooth/contract/scheduling/services.ts';
import { getStaffMember } from '@smooth/contract/identity/staff.ts';
import { listCustomers } from '@smooth/contract/customers/customers.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';

const annex = { name: 'Annex', time_zone: 'Europe/Berlin', weekly_hours: [] };
const week = { start: '2027-08-02T08:00:00Z', end: '2027-08-06T16:00:00Z' };

test('a location goes when nothing is at it, and says before what is', async ({ salon, marek }) => {
  const { id } = (await marek.call(locations.createLocation, { body: annex })).body;
  expect((await marek.call(locations.getLocation, { params: { id } })).body).toMatchObject({
    id,
    can: { delete: true },
  });
  const lamp = (
    await marek.call(resources.createResource, { body: { name: 'Lamp', type: 'equipment', location_id: id } })
  ).body;
  const remove = () => marek.call(locations.deleteLocation, { params: { id } });
  const withLamp = await remove();
  expect(withLamp).toBeRefused(409, 'in_use');
  expect(withLamp.problem).toMatchObject({
    detail: expect.stringContaining('Lamp') as string,
    facts: { resources: ['Lamp'] },
  });
  await marek.call(resources.deleteResource, { params: { id: lamp.id } });
  const closed = (await marek.call(blocks.createClosure, { body: { name: 'Moving in', location_id: id, ...week } }))
    .body;
  expect((await remove()).problem).toMatchObject({ code: 'in_use', facts: { closures: ['Moving in'] } });
  await marek.call(blocks.deleteClosure, { params: { id: closed.closure.id } });
  const before = await salon.mark();
  expect((await remove()).status).toBe(204);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'location.deleted', subject_id: id }]);
  expect(await remove()).toBeRefused(404, 'not_found');
});

test('a location where somebody was served stays, and so does the only one', async ({
  salon,
  salonTest,
  marek,
  ana,
}) => {
  const { id } = (await marek.call(locations.createLocation, { body: annex })).body;
  const start = '2026-08-03T10:00:00Z';
  const { haircut: service_id } = salon.services;
  const booked = await bookedRow(salon, {
    start,
    service_id,
    resource_id: salon.resources.ana,
    customer_id: salon.customers.maya,
  });
  await salon.rows('UPDATE appointments SET location_id = $1 WHERE id = $2', [id, booked]);
  expect((await marek.call(locations.deleteLocation, { params: { id } })).problem).toMatchObject({
    code: 'in_use',
    facts: { was_booked: true },
  });
  expect(await ana.call(locations.deleteLocation, { params: { id } })).toBeRefused(403, 'forbidden');
  await salonTest.rows('TRUNCATE locations CASCADE');
  const { marek: inTest } = salonTest.people;
  const only = (await inTest.call(locations.createLocation, { body: annex })).body;
  const refused = await inTest.call(locations.deleteLocation, { params: { id: only.id } });
  expect(refused.problem).toMatchObject({ code: 'in_use', facts: { is_only: true } });
});

test('a kind of resource of one’s own gets another name and goes when nothing is of it', async ({ marek, ana }) => {
  const made = (await marek.call(resources.createResourceType, { body: { key: 'boat', name: 'Boat' } })).body;
  expect(made).toEqual({
    id: made.id,
    key: 'boat',
    revision: 1,
    name: 'Boat',
    is_builtin: false,
    can: { edit: true, delete: true },
  });
  const params = { key: 'boat' };
  const renamed = await marek.call(resources.changeResourceType, { params, body: { revision: 1, name: 'Ship' } });
  expect(renamed.body).toMatchObject({ revision: 2, name: 'Ship' });
  const stale = await marek.call(resources.changeResourceType, { params, body: { revision: 1, name: 'Raft' } });
  expect(stale.problem).toMatchObject({ code: 'stale_revision', current: { revision: 2, name: 'Ship' } });
  expect((await ana.call(resources.getResourceType, { params })).body).toMatchObject({
    name: 'Ship',
    can: { edit: false, delete: false },
  });
  const dora = (await marek.call(resources.createResource, { body: { name: 'Dora', type: 'boat' } })).body;
  const used = await marek.call(resources.deleteResourceType, { params });
  expect(used.problem).toMatchObject({ code: 'in_use', facts: { resources: ['Dora'], services: [] } });
  await marek.call(resources.deleteResource, { params: { id: dora.id } });
  expect(await ana.call(resources.deleteResourceType, { params })).toBeRefused(403, 'forbidden');
  expect((await marek.call(resources.deleteResourceType, { params })).status).toBe(204);
  expect(await marek.call(resources.getResourceType, { params })).toBeRefused(404, 'not_found');
});

test('staff, room and equipment keep their names and stay', async ({ marek }) => {
  const params = { key: 'room' };
  expect((await marek.call(resources.getResourceType, { params })).body.can).toEqual({ edit: false, delete: false });
  const body = { revision: 1, name: 'Cabin' };
  expect(await marek.call(resources.changeResourceType, { params, body })).toBeRefused(409, 'in_use');
  expect(await marek.call(resources.deleteResourceType, { params })).toBeRefused(409, 'in_use');
});

test('a hold is shown while it counts, with its price, and not a moment longer', async ({ salon, ana, maya, at }) => {
  const { haircut: service_id } = salon.services;
  const made = await ana.call(holds.createHold, { body: { service_id, start: '2026-07-20T10:00:00Z' } });
  expect(made.status).toBe(201);
  const params = { id: made.body.id };
  expect((await ana.call(holds.getHold, { params })).body).toEqual(made.body);
  expect((await ana.call(holds.listHolds, { query: { service_id } })).body.data).toEqual([made.body]);
  expect((await ana.call(holds.listHolds, { query: { service_id: params.id } })).body.data).toEqual([]);
  expect(await maya.call(holds.listHolds)).toBeRefused(403, 'forbidden');
  at('2026-07-14T08:10:00Z');
  expect(await ana.call(holds.getHold, { params })).toBeRefused(404, 'not_found');
  expect((await ana.call(holds.listHolds)).body.data).toEqual([]);
});

test('one time off and one person are found by their ids', async ({ salon, marek, ana }) => {
  const body = { resource_id: salon.resources.ana, ...week };
  const made = (await marek.call(blocks.createBlock, { body })).body;
  const shown = await ana.call(blocks.getBlock, { params: { id: made.block.id } });
  expect(shown.body).toMatchObject({ block: { id: made.block.id, can: { edit: false } }, affected: [] });
  const { body: olga } = await marek.call(getStaffMember, { params: { id: salon.users.olga } });
  expect(olga).toMatchObject({ id: salon.users.olga, role: 'TENANT_OWNER' });
  expect(await marek.call(getStaffMember, { params: { id: salon.users.maya } })).toBeRefused(404, 'not_found');
});

test('lists are cut down by what is asked for', async ({ salon, olga }) => {
  const names = async (path: string) => {
    const { body, text } = await olga.get(path);
    return (body['data'] as { name: string }[] | undefined)?.map(({ name }) => name) ?? text;
  };
  await olga.call(resources.createResource, { body: { name: 'Old lamp', type: 'equipment', is_active: false } });
  expect(await names('/api/v1/resources?is_active=false')).toEqual(['Old lamp']);
  expect(await names(`/api/v1/resources?is_active=false&location_id=${salon.users.olga}`)).toEqual([]);
  await salon.rows("UPDATE services SET category = 'Hair', online = false, is_active = false WHERE id = $1", [
    salon.services.haircut,
  ]);
  const [cut] = (
    await olga.call(listServices, {
      query: { category: 'Hair', online: 'false', is_active: 'false', kind: 'appointment' },
    })
  ).body.data;
  expect(cut?.id).toBe(salon.services.haircut);
  expect((await olga.call(listServices, { query: { category: 'Hair', online: 'true' } })).body.data).toEqual([]);
  await salon.rows("UPDATE customers SET email = 'maya@x.example', updated_at = '2026-07-20T10:00:00Z' WHERE id = $1", [
    salon.customers.maya,
  ]);
  const mayas = [{ email: 'MAYA@x.example' }, { updated_since: '2026-07-20T10:00:00Z' }];
  for (const query of mayas)
    expect((await olga.call(listCustomers, { query })).body.data.map(({ id }) => id)).toEqual([salon.customers.maya]);
  await olga.call(blocks.createClosure, { body: { name: 'Fair', location_id: salon.location_id, ...week } });
  const closures = (query: string) => names(`/api/v1/closures?from=2027-01-01T00:00:00Z&${query}`);
  expect(await closures(`location_id=${salon.location_id}`)).toEqual(['Fair']);
  expect(await closures(`location_id=${salon.users.olga}`)).toEqual([]);
  expect(await closures('to=2027-02-01T00:00:00Z')).toEqual([]);
  expect(await olga.get('/api/v1/closures?colour=red')).toBeRefused(400, 'malformed_request', '/query/colour');
});

test('whoever keeps a copy hears what is new or changed since', async ({ salon, olga }) => {
  const about = {
    service_id: salon.services.haircut,
    resource_id: salon.resources.ben,
    customer_id: salon.customers.maya,
  };
  const early = await bookedRow(salon, { start: '2026-09-01T10:00:00Z', ...about });
  const late = await bookedRow(salon, { start: '2026-09-02T10:00:00Z', ...about });
  const change = 'UPDATE appointments SET updated_at = $1, source = $2 WHERE id = $3';
  await salon.rows(change, ['2030-07-30T10:00:00Z', 'api', early]);
  await salon.rows(change, ['2030-07-29T10:00:00Z', 'public', late]);
  const ids = async (query: Parameters<typeof olga.call<typeof appointments.listAppointments>>[1]) =>
    (await olga.call(appointments.listAppointments, query)).body.data.map(({ id }) => id);
  const updated_since = '2030-07-29T10:00:00Z';
  expect(await ids({ query: { updated_since, order: 'updated_at' } })).toEqual([late, early]);
  expect(await ids({ query: { updated_since, order: 'start' } })).toEqual([early, late]);
  expect(await ids({ query: { updated_since: '2030-07-29T10:00:01Z' } })).toEqual([early]);
  expect(await ids({ query: { updated_since, source: 'public' } })).toEqual([late]);
  expect(await ids({ query: { updated_since, location_id: salon.users.olga } })).toEqual([]);
});
