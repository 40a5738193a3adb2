import type { CallOf } from '@smooth/contract/core/endpoint.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/* Berlin, in summer: nine o'clock is 07:00 UTC. Open from nine to five. */

type Service = Partial<NonNullable<CallOf<typeof createService>['body']>>;
const serviceWith = async (salon: World, body: Service) =>
  (
    await salon.people['olga']!.call(createService, {
      body: { name: 'Wax', duration_minutes: 60, requires: [{ resource_ids: [salon.resources['ana']!] }], ...body },
    })
  ).body.id;
const book = (salon: World, service_id: string, start: string) =>
  salon.visitor.post('/api/booking/appointments', {
    service_id,
    start,
    customer: { name: 'Nina', email: 'nina@example.com' },
  });
const startsOn = async (salon: World, service_id: string, date: string) => {
  const answer = await salon.visitor.get(`/api/booking/availability?service_id=${service_id}&from=${date}&to=${date}`);
  expect(answer.status, JSON.stringify(answer.problem)).toBe(200);
  return (answer.body['data'] as { start: string }[]).map(({ start }) => start.slice(11, 16));
};
const claimsOn = (salon: World, resource: string) =>
  salon.rows<{ span: string }>(
    `SELECT to_char(lower(during) AT TIME ZONE 'UTC', 'HH24:MI') || '–' || to_char(upper(during) AT TIME ZONE 'UTC', 'HH24:MI') AS span
     FROM claims WHERE resource_id = $1 ORDER BY lower(during) DESC LIMIT 1`,
    [resource],
  );

test('before is before and after is after', async ({ salon }) => {
  const wax = await serviceWith(salon, { padding_before_minutes: 10, padding_after_minutes: 30 });
  expect((await book(salon, wax, '2026-08-03T09:00:00Z')).status).toBe(201);
  expect(await claimsOn(salon, salon.resources.ana)).toEqual([{ span: '08:50–10:30' }]);
});

test('the gap between neighbours is after the first plus before the second', async ({ salon }) => {
  const wax = await serviceWith(salon, { padding_before_minutes: 15, padding_after_minutes: 30 });
  await book(salon, wax, '2026-08-04T09:00:00Z');
  // An hour, thirty minutes after it, fifteen before the next.
  expect(await book(salon, wax, '2026-08-04T10:30:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await book(salon, wax, '2026-08-04T10:45:00Z')).status).toBe(201);
  // And towards the front: fifteen before the first, thirty after the one before it.
  expect(await book(salon, wax, '2026-08-04T07:30:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await book(salon, wax, '2026-08-04T07:15:00Z')).status).toBe(201);
});

test('the times on offer keep to the padding, so that each of them can be booked', async ({ salon }) => {
  const wax = await serviceWith(salon, { padding_before_minutes: 15, padding_after_minutes: 30 });
  await book(salon, wax, '2026-08-05T09:00:00Z');
  const offered = await startsOn(salon, wax, '2026-08-05');
  expect(offered).toEqual(expect.arrayContaining(['07:15', '10:45']));
  for (const start of ['07:30', '09:00', '10:15', '10:30']) expect(offered).not.toContain(start);
});

test('padding spills over the edge of the day, and the appointment does not', async ({ salon }) => {
  const wax = await serviceWith(salon, { padding_before_minutes: 20, padding_after_minutes: 20 });
  const offered = await startsOn(salon, wax, '2026-08-06');
  expect([offered[0], offered.at(-1)]).toEqual(['07:00', '14:00']);
  expect((await book(salon, wax, '2026-08-06T14:00:00Z')).status).toBe(201);
  expect(await book(salon, wax, '2026-08-06T14:15:00Z')).toBeRefused(422, 'closed');
});

test('a line has padding of its own: the room is cleaned, the person is free', async ({ salon }) => {
  const { ana, chair } = salon.resources;
  const wax = await serviceWith(salon, {
    padding_after_minutes: 30,
    requires: [
      { resource_ids: [ana], padding_after_minutes: 0 },
      { resource_ids: [chair], padding_before_minutes: 5 },
    ],
  });
  expect((await book(salon, wax, '2026-08-07T09:00:00Z')).status).toBe(201);
  expect(await claimsOn(salon, ana)).toEqual([{ span: '09:00–10:00' }]);
  expect(await claimsOn(salon, chair)).toEqual([{ span: '08:55–10:30' }]);
  // Ana's next one begins at once, elsewhere; in the chair it waits.
  expect((await book(salon, await serviceWith(salon, {}), '2026-08-07T10:00:00Z')).status).toBe(201);
  const inChair = await serviceWith(salon, { requires: [{ resource_ids: [chair] }] });
  expect(await book(salon, inChair, '2026-08-07T10:15:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await book(salon, inChair, '2026-08-07T10:30:00Z')).status).toBe(201);
});

test('whoever of several is chosen has the padding of the service', async ({ salon }) => {
  const wax = await serviceWith(salon, { padding_after_minutes: 60, requires: [{ type: 'staff' }] });
  for (const start of ['2026-08-10T08:00:00Z', '2026-08-10T08:00:00Z'])
    expect((await book(salon, wax, start)).status).toBe(201);
  expect(await book(salon, wax, '2026-08-10T09:00:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await book(salon, wax, '2026-08-10T10:00:00Z')).status).toBe(201);
});

test('no client sets padding, duration or end', async ({ salon, olga }) => {
  const wax = await serviceWith(salon, { padding_after_minutes: 60 });
  const body = {
    service_id: wax,
    start: '2026-08-11T08:00:00Z',
    customer: { name: 'Nina', email: 'nina@example.com' },
  };
  for (const extra of [{ padding_after_minutes: 0 }, { end: '2026-08-11T08:05:00Z' }])
    for (const [who, path] of [
      [salon.visitor, '/api/booking/appointments'],
      [olga, '/api/v1/appointments'],
    ] as const)
      expect(await who.post(path, { ...body, ...extra })).toBeRefused(
        400,
        'malformed_request',
        `/body/${Object.keys(extra)[0]}`,
      );
  expect(await salon.visitor.post('/api/booking/appointments', { ...body, duration_minutes: 5 })).toBeRefused(
    400,
    'malformed_request',
    '/body/duration_minutes',
  );
});

test('a grid that follows the previous appointment offers what follows it, and books it', async ({ salon }) => {
  const wax = await serviceWith(salon, { slot_anchor: 'previous', slot_step_minutes: 90, padding_before_minutes: 5 });
  const walkIn = { service_id: salon.services.haircut, start: '2026-08-12T08:20:00Z', customer: { name: 'Walk-in' } };
  const answer = await salon.people.olga.post('/api/v1/appointments', {
    ...walkIn,
    resource_ids: [salon.resources.ana],
  });
  expect(answer.status).toBe(201);
  // Until 09:20, and five minutes before the next.
  expect(await startsOn(salon, wax, '2026-08-12')).toContain('09:25');
  expect(await book(salon, wax, '2026-08-12T09:30:00Z')).toBeRefused(409, 'slot_unavailable');
  expect((await book(salon, wax, '2026-08-12T09:25:00Z')).status).toBe(201);
});
