import { expectNothingSoldTwice } from '../testing/overlaps.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

const over = (salon: World, person: 'olga' | 'ana' | 'ben', start: string, extra: object = {}, resource = 'ana') =>
  salon.people[person]!.post('/api/v1/appointments', {
    service_id: salon.services['haircut'],
    start,
    resource_ids: [salon.resources[resource]],
    customer: { name: 'Walk-in' },
    ...extra,
  });
const onPurpose = { allow_overlap: true, overlap_reason: 'Regular in a hurry' };
const visits = (salon: World, start: string) =>
  salon.visitor.post('/api/booking/appointments', {
    service_id: salon.services['haircut'],
    start,
    resource_id: salon.resources['ana'],
    customer: { name: 'Nina', email: 'nina@example.com' },
  });

test('an overlap is refused, asked for without a reason is told so, and with one is made and marked', async ({
  salon,
  olga,
}) => {
  const start = '2026-08-03T08:00:00Z';
  await over(salon, 'olga', start);
  expect(await over(salon, 'olga', start)).toBeRefused(409, 'slot_unavailable');
  expect(await over(salon, 'olga', start, { allow_overlap: true })).toBeRefused(
    422,
    'overlap_reason_missing',
    '/body/overlap_reason',
  );
  const made = await over(salon, 'olga', start, onPurpose);
  expect(made.body).toMatchObject({ is_overlapping: true, overlap_reason: 'Regular in a hurry' });
  const history = await olga.get(`/api/v1/appointments/${String(made.body['id'])}/history`);
  expect(history.body).toMatchObject({
    data: [{ kind: 'booked', reason: 'Regular in a hurry', by: { name: 'Olga' } }],
  });
  await expectNothingSoldTwice(salon);
});

test('what was laid over others is still busy to everybody else, also when the one below is gone', async ({
  salon,
  olga,
}) => {
  const start = '2026-08-04T08:00:00Z';
  const below = await over(salon, 'olga', start);
  await over(salon, 'olga', '2026-08-04T08:30:00Z', onPurpose);
  await olga.post(`/api/v1/appointments/${String(below.body['id'])}/cancellation`, { revision: 1 });
  expect(await visits(salon, '2026-08-04T09:00:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await visits(salon, '2026-08-04T09:30:00Z')).status).toBe(201);
  await expectNothingSoldTwice(salon);
});

test('staff overlap at their own chair and at no other', async ({ salon }) => {
  const start = '2026-08-05T08:00:00Z';
  await over(salon, 'olga', start);
  expect(await over(salon, 'ben', start, onPurpose)).toBeRefused(403, 'forbidden');
  expect((await over(salon, 'ana', start, onPurpose)).status).toBe(201);
});

test('staff cannot push an appointment of theirs over somebody else’s', async ({ salon, ben }) => {
  const start = '2026-08-06T08:00:00Z';
  await over(salon, 'olga', start);
  const own = await over(salon, 'ben', '2026-08-06T12:00:00Z', {}, 'ben');
  const body = { revision: 1, start, resource_ids: [salon.resources.ana], ...onPurpose };
  expect(await ben.post(`/api/v1/appointments/${String(own.body['id'])}/reschedule`, body)).toBeRefused(
    403,
    'forbidden',
  );
});

test('a customer cannot ask for it', async ({ salon, maya }) => {
  const start = '2026-08-07T08:00:00Z';
  await over(salon, 'olga', start);
  const body = {
    service_id: salon.services.haircut,
    start,
    customer: { name: 'N', email: 'n@example.com' },
    ...onPurpose,
  };
  expect(await salon.visitor.post('/api/booking/appointments', body)).toBeRefused(
    400,
    'malformed_request',
    '/body/allow_overlap',
  );
  const own = await over(salon, 'olga', '2026-08-07T12:00:00Z', {
    customer: undefined,
    customer_id: salon.customers.maya,
  });
  const move = { revision: 1, start, resource_ids: [salon.resources.ana], ...onPurpose };
  expect(await maya.post(`/api/v1/appointments/${String(own.body['id'])}/reschedule`, move)).toBeRefused(
    409,
    'slot_unavailable',
  );
});

test('a reason is asked for closed time too, and not for time that is free', async ({ salon }) => {
  const sunday = '2026-08-09T08:00:00Z';
  expect(await over(salon, 'olga', sunday)).toBeRefused(422, 'closed');
  expect(await over(salon, 'olga', sunday, { allow_overlap: true })).toBeRefused(422, 'overlap_reason_missing');
  expect((await over(salon, 'olga', sunday, onPurpose)).status).toBe(201);
  expect((await over(salon, 'olga', '2026-08-10T08:00:00Z', { allow_overlap: true })).status).toBe(201);
});

test('time off and closures are busy, and may lie over what is there', async ({ salon, olga }) => {
  await over(salon, 'olga', '2026-08-11T08:00:00Z');
  const body = { resource_id: salon.resources.ana, start: '2026-08-11T07:00:00Z', end: '2026-08-11T15:00:00Z' };
  const block = await olga.post('/api/v1/blocks', body);
  expect(block.body['affected']).toMatchObject([{ start: '2026-08-11T08:00:00Z', status: 'confirmed' }]);
  expect((await visits(salon, '2026-08-11T10:00:00Z')).status).toBe(422);
});
