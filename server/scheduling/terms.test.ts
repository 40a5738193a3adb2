import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { rescheduleAppointment } from '@smooth/contract/scheduling/appointments.ts';
import { deleteResource } from '@smooth/contract/scheduling/resources.ts';
import { changeService, createService, getService } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/* Ana cuts in half an hour for 38, everybody else in 45 minutes for 45. Berlin, in summer: nine o'clock is 07:00 UTC. */

type Service = Partial<NonNullable<CallOf<typeof createService>['body']>>;
const cut = async (salon: World, body: Service = {}) => {
  const { ana, ben } = salon.resources as { ana: string; ben: string };
  const answer = await salon.people['olga']!.call(createService, {
    body: {
      name: 'Quick cut',
      duration_minutes: 45,
      price_minor: 4500,
      slot_step_minutes: 60,
      requires: [{ resource_ids: [ana, ben], is_choosable: true }],
      resource_terms: [{ resource_id: ana, duration_minutes: 30, price_minor: 3800 }],
      ...body,
    },
  });
  return answer.body.id;
};
const post = (salon: World, path: string, body: object) => salon.visitor.post(`/api/booking/${path}`, body);
const customer = { name: 'Nina', email: 'nina@example.com' };
const book = async (salon: World, service_id: string, start: string, extra: object = {}) => {
  const answer = await post(salon, 'appointments', { service_id, start, customer, ...extra });
  expect(answer.status, JSON.stringify(answer.problem)).toBe(201);
  return answer.body as unknown as { manage_token: string; appointment: { id: string; end: string } };
};
const offersAt = async (salon: World, service_id: string, start: string) => {
  const date = start.slice(0, 10);
  const answer = await salon.visitor.get(`/api/booking/availability?service_id=${service_id}&from=${date}&to=${date}`);
  return (answer.body['data'] as { start: string; end: string; resource_ids: string[] }[])
    .filter((offer) => offer.start === start)
    .map(({ end, resource_ids }) => [end.slice(11, 16), ...resource_ids]);
};

test('a start is offered with each end, and a booking takes the time and price of the person', async ({ salon }) => {
  const service = await cut(salon);
  const { ana, ben } = salon.resources;
  const start = '2026-08-03T07:00:00Z';
  expect(await offersAt(salon, service, start)).toEqual([
    ['07:30', ana],
    ['07:45', ben],
  ]);
  const byAna = await book(salon, service, start, { resource_id: ana });
  expect(byAna.appointment).toMatchObject({ end: '2026-08-03T07:30:00Z', price: { amount_minor: 3800 } });
  expect(await offersAt(salon, service, start)).toEqual([['07:45', ben]]);
  const byBen = await book(salon, service, start);
  expect(byBen.appointment).toMatchObject({ end: '2026-08-03T07:45:00Z', price: { amount_minor: 4500 } });
});

test('who books sees the least of each, and what each person asks for', async ({ salon }) => {
  const id = await cut(salon);
  const money = (amount_minor: number) => ({ amount_minor, currency: 'EUR' });
  const { body } = await salon.visitor.get('/api/booking/services');
  const shown = (body['data'] as { id: string; resources: { id: string }[] }[]).find((one) => one.id === id)!;
  expect(shown).toMatchObject({
    price: money(4500),
    range: {
      least: { duration_minutes: 30, price: money(3800) },
      most: { duration_minutes: 45, price: money(4500) },
    },
  });
  expect(shown.resources.find((one) => one.id === salon.resources.ana)).toMatchObject({
    terms: { duration_minutes: 30, price: money(3800) },
  });
});

test('a hold says whose time and price it is, and the booking of it keeps them', async ({ salon }) => {
  const service = await cut(salon);
  const start = '2026-08-04T07:00:00Z';
  // Ben is busy that week, so Ana is next.
  await book(salon, service, '2026-08-04T13:00:00Z', { resource_id: salon.resources.ben });
  const hold = await post(salon, 'holds', { service_id: service, start });
  expect(hold.body).toMatchObject({ end: '2026-08-04T07:30:00Z', price: { amount_minor: 3800 } });
  await book(salon, service, '2026-08-05T07:00:00Z', { resource_id: salon.resources.ana });
  await book(salon, service, '2026-08-05T09:00:00Z', { resource_id: salon.resources.ana });
  const { appointment } = await book(salon, service, start, { hold_id: hold.body['id'] });
  expect(appointment).toMatchObject({ end: '2026-08-04T07:30:00Z', price: { amount_minor: 3800 } });
});

test('a move to somebody else changes what was usual, and leaves what was agreed', async ({ salon, olga }) => {
  const service = await cut(salon);
  const { ana, ben } = salon.resources as { ana: string; ben: string };
  const start = '2026-08-06T07:00:00Z';
  const { appointment } = await book(salon, service, start, { resource_id: ana });
  const move = async (revision: number, body: object) =>
    (
      await olga.call(rescheduleAppointment, {
        params: { id: appointment.id },
        body: { revision, start, ...body },
      })
    ).body;
  expect(await move(1, { resource_ids: [ben] })).toMatchObject({
    end: '2026-08-06T07:45:00Z',
    price: { amount_minor: 4500 },
  });
  expect(await move(2, { resource_ids: [ben], duration_minutes: 60 })).toMatchObject({ end: '2026-08-06T08:00:00Z' });
  expect(await move(3, { resource_ids: [ana] })).toMatchObject({
    end: '2026-08-06T08:00:00Z',
    price: { amount_minor: 3800 },
  });
  await salon.rows(`UPDATE appointments SET price_minor = 1000 WHERE id = $1 RETURNING id`, [appointment.id]);
  expect(await move(4, { resource_ids: [ben] })).toMatchObject({ price: { amount_minor: 1000 } });
});

test('a move that is declined falls back to the old price, too', async ({ salon, olga }) => {
  const service = await cut(salon, { needs_approval: true });
  const { ana, ben } = salon.resources;
  const { appointment, manage_token } = await book(salon, service, '2026-08-07T07:00:00Z', { resource_id: ana });
  const path = `/api/v1/appointments/${appointment.id}`;
  expect((await olga.post(`${path}/approval`, { revision: 1 })).status).toBe(200);
  const moved = await post(salon, `appointments/${manage_token}/reschedule`, {
    start: '2026-08-07T10:00:00Z',
    resource_id: ben,
  });
  expect(moved.body).toMatchObject({ end: '2026-08-07T10:45:00Z', price: { amount_minor: 4500 } });
  const declined = await olga.post(`${path}/decline`, { revision: 3 });
  expect(declined.body).toMatchObject({ end: '2026-08-07T07:30:00Z', price: { amount_minor: 3800 } });
});

test('a service says at saving what cannot be', async ({ salon, olga }) => {
  const id = await cut(salon);
  const change = async (body: object) => {
    const { revision } = (await olga.call(getService, { params: { id } })).body;
    return olga.call(changeService, { params: { id }, body: { revision, ...body } });
  };
  const { ben } = salon.resources as { ben: string };
  expect(await change({ requires: [{ resource_ids: [ben] }] })).toBeRefused(
    400,
    'malformed_request',
    '/body/resource_terms/0/resource_id',
  );
  const requires = [{ resource_ids: [ben] }];
  expect((await change({ requires, resource_terms: [] })).body).toMatchObject({ resource_terms: [] });
  const terms = [{ resource_id: ben, duration_minutes: null, price_minor: 5000 }];
  expect((await change({ resource_terms: terms })).body).toMatchObject({ resource_terms: terms });
  expect(await change({ resource_terms: [{ resource_id: ben, duration_minutes: 0 }] })).toBeRefused(
    400,
    'malformed_request',
    '/body/resource_terms/0/duration_minutes',
  );
});

test('a resource with terms of its own is not deleted beneath its services', async ({ salon, olga }) => {
  const body = { name: 'Cleo', type: 'staff', location_id: undefined };
  const cleo = (await olga.post('/api/v1/resources', body)).body['id'] as string;
  await cut(salon, {
    name: 'Perm',
    requires: [{ type: 'staff' }],
    resource_terms: [{ resource_id: cleo, price_minor: 1 }],
  });
  expect(await olga.call(deleteResource, { params: { id: cleo } })).toBeRefused(409, 'in_use', { services: ['Perm'] });
});
