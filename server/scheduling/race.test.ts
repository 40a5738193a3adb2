import { cancelClass, createClass } from '@smooth/contract/scheduling/classes.ts';
import { createResource } from '@smooth/contract/scheduling/resources.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import { atOnce, statuses } from '../testing/many.ts';
import { expectNothingSoldTwice } from '../testing/overlaps.ts';
import type { Answer } from '../testing/person.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/*
 * Fifty writers on each way time is taken. Exactly one wins, nobody is answered 5xx, and what the losers hear is the
 * reason. The clock stands at Tuesday, 14 July 2026, ten o'clock in Berlin.
 */

const WRITERS = 50;
const guest = (n: number) => ({ name: `Guest ${n}`, email: `guest${n}@example.com` });
const book = (salon: World, start: string, n: number, extra: object = {}) =>
  salon.visitor.post('/api/booking/appointments', {
    service_id: salon.services['haircut'],
    start,
    resource_id: salon.resources['ana'],
    customer: guest(n),
    ...extra,
  });
type Booked = { appointment: { id: string; revision: number }; manage_token: string };
const oneWins = (answers: readonly Answer<unknown>[], won = 201) => {
  expect(statuses(answers)).toEqual({ [won]: 1, 409: answers.length - 1 });
};

test('fifty visitors want one hour of Ana', async ({ salon }) => {
  const before = await salon.mark();
  oneWins(await atOnce(WRITERS, (n) => book(salon, '2026-07-15T08:00:00Z', n)));
  const events = await salon.eventsSince(before);
  expect(events.filter(({ type }) => type === 'appointment.booked')).toHaveLength(1);
  // The losers' customers went with their transactions.
  expect(events.filter(({ type }) => type === 'customer.created')).toHaveLength(1);
  await expectNothingSoldTwice(salon);
});

test('fifty visitors want starts that overlap in part', async ({ salon }) => {
  const answers = await atOnce(WRITERS, (n) => book(salon, `2026-07-16T08:${['00', '15', '30', '45'][n % 4]}:00Z`, n));
  oneWins(answers);
  await expectNothingSoldTwice(salon);
});

test('fifty visitors of any one of two: two win, and not the same person twice', async ({ salon }) => {
  const answers = await atOnce(WRITERS, (n) => book(salon, '2026-07-17T08:00:00Z', n, { resource_id: undefined }));
  expect(statuses(answers)).toEqual({ 201: 2, 409: WRITERS - 2 });
  const rows = await salon.rows(
    `SELECT DISTINCT resource_ids FROM appointments WHERE starts_at = '2026-07-17T08:00:00Z'`,
  );
  expect(rows).toHaveLength(2);
  await expectNothingSoldTwice(salon);
});

test('fifty visitors hold one hour', async ({ salon }) => {
  const wish = { service_id: salon.services.haircut, start: '2026-07-18T08:00:00Z', resource_id: salon.resources.ana };
  oneWins(await atOnce(WRITERS, () => salon.visitor.post('/api/booking/holds', wish)));
  await expectNothingSoldTwice(salon);
});

test('fifty visitors confirm one hold', async ({ salon }) => {
  const wish = { service_id: salon.services.haircut, start: '2026-07-18T10:00:00Z', resource_id: salon.resources.ana };
  const hold_id = (await salon.visitor.post('/api/booking/holds', wish)).body['id'];
  const answers = await atOnce(WRITERS, (n) => book(salon, wish.start, n, { hold_id }));
  expect(statuses(answers)).toEqual({ 201: 1, 410: WRITERS - 1 });
  await expectNothingSoldTwice(salon);
});

test('twenty visitors with holds on any of two confirm at once, and nobody stands in the way of another', async ({
  salon,
}) => {
  const holds: { start: string; hold_id: unknown }[] = [];
  for (let n = 0; n < 20; n += 1) {
    const start = `2026-08-${String(3 + Math.floor(n / 4)).padStart(2, '0')}T${String(8 + (n % 4)).padStart(2, '0')}:00:00Z`;
    const wish = { service_id: salon.services.haircut, start, resource_id: salon.resources[n % 2 ? 'ana' : 'ben'] };
    const hold = await salon.visitor.post('/api/booking/holds', wish);
    expect(hold.status).toBe(201);
    holds.push({ start, hold_id: hold.body['id'] });
  }
  const began = performance.now();
  const answers = await atOnce(20, (n) =>
    book(salon, holds[n]!.start, n, { hold_id: holds[n]!.hold_id, resource_id: undefined }),
  );
  expect(statuses(answers)).toEqual({ 201: 20 });
  // A deadlock would be found by the database after a second; there is none to find.
  expect(await deadlocks(salon)).toBe(0);
  expect(performance.now() - began).toBeLessThan(10_000);
});

const deadlocks = async (salon: World) => {
  // A connection tells what it has counted after a second.
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const [row] = await salon.rows<{ deadlocks: number }>(
    'SELECT deadlocks::int AS deadlocks FROM pg_stat_database WHERE datname = current_database()',
  );
  return row!.deadlocks;
};

test('fifty people of the business want one hour', async ({ salon, olga, marek }) => {
  const answers = await atOnce(WRITERS, (n) =>
    (n % 2 ? olga : marek).post('/api/v1/appointments', {
      service_id: salon.services.haircut,
      start: '2026-07-20T08:00:00Z',
      resource_ids: [salon.resources.ana],
      customer: guest(n),
    }),
  );
  oneWins(answers);
  await expectNothingSoldTwice(salon);
});

test('a visitor, a hold, the owner and a move want the same hour', async ({ salon, olga }) => {
  const start = '2026-07-21T08:00:00Z';
  const other = (await book(salon, '2026-07-21T12:00:00Z', 0)).body as unknown as Booked;
  const resource_ids = [salon.resources.ana];
  const service_id = salon.services.haircut;
  const answers = await atOnce(WRITERS, (n): Promise<Answer> => {
    if (n % 4 === 0) return book(salon, start, n);
    if (n % 4 === 1)
      return salon.visitor.post('/api/booking/holds', { service_id, start, resource_id: resource_ids[0] });
    if (n % 4 === 2) return olga.post('/api/v1/appointments', { service_id, start, resource_ids, customer: guest(n) });
    return salon.visitor.post(`/api/booking/appointments/${other.manage_token}/reschedule`, {
      start,
      resource_id: salon.resources.ana,
    });
  });
  const won = answers.filter(({ status }) => status < 300);
  // The move is the same one each time: once it is there, coming there again is no second sale.
  const moved = won.every(({ body }) => body['id'] === other.appointment.id);
  expect(won.length === 1 || moved).toBe(true);
  expect(Object.keys(statuses(answers)).every((status) => ['200', '201', '409'].includes(status))).toBe(true);
  await expectNothingSoldTwice(salon);
});

test('fifty manage links move to one hour', async ({ salon }) => {
  const links: string[] = [];
  for (let n = 0; n < 16; n += 1) {
    const start = `2026-07-${22 + Math.floor(n / 8)}T${String(7 + (n % 8)).padStart(2, '0')}:00:00Z`;
    links.push(
      ((await book(salon, start, n, { resource_id: salon.resources.ben })).body as unknown as Booked).manage_token,
    );
  }
  const answers = await atOnce(16, (n) =>
    salon.visitor.post(`/api/booking/appointments/${links[n]}/reschedule`, {
      start: '2026-07-27T08:00:00Z',
      resource_id: salon.resources.ana,
    }),
  );
  oneWins(answers, 200);
  await expectNothingSoldTwice(salon);
});

test('fifty moves of one appointment from one state: one is made, the others see the new state', async ({
  salon,
  olga,
}) => {
  const { appointment } = (await book(salon, '2026-07-28T08:00:00Z', 0)).body as unknown as Booked;
  const before = await salon.mark();
  const answers = await atOnce(WRITERS, (n) =>
    olga.post(`/api/v1/appointments/${appointment.id}/reschedule`, {
      revision: 1,
      start: `2026-07-29T${String(7 + (n % 8)).padStart(2, '0')}:00:00Z`,
    }),
  );
  oneWins(answers, 200);
  expect(answers.find(({ status }) => status === 409)!.problem).toMatchObject({
    code: 'stale_revision',
    current: { revision: 2 },
  });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'appointment.rescheduled', revision: 2 }]);
});

test('fifty cancellations by the link: one event, the others hear that it is over', async ({ salon }) => {
  const { manage_token } = (await book(salon, '2026-07-30T08:00:00Z', 0)).body as unknown as Booked;
  const before = await salon.mark();
  const answers = await atOnce(WRITERS, () =>
    salon.visitor.post(`/api/booking/appointments/${manage_token}/cancellation`, {}),
  );
  oneWins(answers, 200);
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'appointment.cancelled' }]);
});

test('two requests for one time: the first one blocks it, and only that one can be approved', async ({
  salon,
  olga,
}) => {
  const service = await olga.call(createService, {
    body: {
      name: 'Perm',
      duration_minutes: 60,
      needs_approval: true,
      requires: [{ type: 'staff', is_choosable: true }],
    },
  });
  const answers = await atOnce(WRITERS, (n) => book(salon, '2026-07-31T08:00:00Z', n, { service_id: service.body.id }));
  oneWins(answers);
  const { appointment } = answers.find(({ status }) => status === 201)!.body as unknown as Booked;
  const approvals = await atOnce(WRITERS, () =>
    olga.post(`/api/v1/appointments/${appointment.id}/approval`, { revision: 1 }),
  );
  oneWins(approvals, 200);
  await expectNothingSoldTwice(salon);
});

test('an approval and a withdrawal at once end in one of the two', async ({ salon, olga }) => {
  const service = await olga.call(createService, {
    body: { name: 'Dye', duration_minutes: 60, needs_approval: true, requires: [{ type: 'staff' }] },
  });
  for (let round = 0; round < 5; round += 1) {
    const start = `2026-08-2${4 + round}T08:00:00Z`;
    const booked = await book(salon, start, round, { service_id: service.body.id, resource_id: undefined });
    const { appointment, manage_token } = booked.body as unknown as Booked;
    const [approved, cancelled] = await Promise.all([
      olga.post(`/api/v1/appointments/${appointment.id}/approval`, { revision: 1 }),
      salon.visitor.post(`/api/booking/appointments/${manage_token}/cancellation`, {}),
    ]);
    expect([200, 409]).toContain(approved.status);
    expect(cancelled.status).toBe(200);
  }
  await expectNothingSoldTwice(salon);
});

test('parties of three want the last four seats: one gets in', async ({ salon, olga }) => {
  const { classId, service_id } = await aClass(salon, '2026-08-31T08:00:00Z', 4);
  const answers = await atOnce(WRITERS, (n) =>
    salon.visitor.post('/api/booking/appointments', {
      service_id,
      start: '2026-08-31T08:00:00Z',
      party_size: 3,
      customer: guest(n),
    }),
  );
  oneWins(answers);
  expect(answers.find(({ status }) => status === 409)!.problem).toMatchObject({
    code: 'capacity',
    facts: { seats_left: 1 },
  });
  expect((await olga.get(`/api/v1/classes/${classId}`)).body).toMatchObject({ seats: 4, seats_taken: 3 });
  await expectNothingSoldTwice(salon);
});

test('fifty want ten seats one by one, some by holds: ten sit', async ({ salon }) => {
  const start = '2026-09-01T08:00:00Z';
  const { service_id } = await aClass(salon, start, 10);
  const answers = await atOnce(WRITERS, (n) =>
    n % 5 === 0
      ? salon.visitor.post('/api/booking/holds', { service_id, start })
      : salon.visitor.post('/api/booking/appointments', { service_id, start, customer: guest(n) }),
  );
  expect(statuses(answers)).toEqual({ 201: 10, 409: WRITERS - 10 });
  await expectNothingSoldTwice(salon);
});

test('parties leave and join while the class is called off: nobody is left in it', async ({ salon, olga }) => {
  const start = '2026-09-02T08:00:00Z';
  const { service_id, classId } = await aClass(salon, start, 30);
  const parties = await atOnce(10, async (n) => {
    const answer = await salon.visitor.post('/api/booking/appointments', { service_id, start, customer: guest(n) });
    return (answer.body as unknown as Booked).manage_token;
  });
  const before = await salon.mark();
  const answers = await Promise.all([
    olga.call(cancelClass, { params: { id: classId }, body: { revision: 1 } }),
    ...parties.map((token) => salon.visitor.post(`/api/booking/appointments/${token}/cancellation`, {})),
    ...Array.from({ length: 10 }, (_, n) =>
      salon.visitor.post('/api/booking/appointments', { service_id, start, customer: guest(100 + n) }),
    ),
  ]);
  expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  expect(answers[0].status).toBe(200);
  const living = await salon.rows(`SELECT id FROM appointments WHERE class_id = $1 AND status <> 'cancelled'`, [
    classId,
  ]);
  expect(living).toEqual([]);
  const cancelled = (await salon.eventsSince(before)).filter(({ type }) => type === 'appointment.cancelled');
  expect(new Set(cancelled.map(({ subject_id }) => subject_id)).size).toBe(cancelled.length);
  await expectNothingSoldTwice(salon);
});

test('fifty want one of three places in a van: three ride', async ({ salon, olga }) => {
  const van = await olga.call(createResource, { body: { name: 'Van', type: 'equipment', capacity: 3 } });
  const ride = await olga.call(createService, {
    body: { name: 'Ride', duration_minutes: 30, requires: [{ resource_ids: [van.body.id] }] },
  });
  const answers = await atOnce(WRITERS, (n) =>
    book(salon, '2026-09-03T08:00:00Z', n, { service_id: ride.body.id, resource_id: undefined }),
  );
  expect(statuses(answers)).toEqual({ 201: 3, 409: WRITERS - 3 });
  await expectNothingSoldTwice(salon);
});

test('an appointment without a resource is given one by fifty at once', async ({ salon, olga }) => {
  const start = '2026-09-04T08:00:00Z';
  const tray = await atOnce(10, (n) =>
    olga.post('/api/v1/appointments', {
      service_id: salon.services.haircut,
      start,
      resource_ids: [],
      customer: guest(n),
    }),
  );
  expect(statuses(tray)).toEqual({ 201: 10 });
  const answers = await atOnce(WRITERS, (n) =>
    olga.post(`/api/v1/appointments/${String(tray[n % 10]!.body['id'])}/reschedule`, {
      revision: 1,
      start,
      resource_ids: [salon.resources.ana],
    }),
  );
  oneWins(answers, 200);
  await expectNothingSoldTwice(salon);
});

test('twins with one key: one effect, and fifty equal answers', async ({ salon }) => {
  const before = await salon.mark();
  const answers = await atOnce(WRITERS, () =>
    salon.visitor.post(
      '/api/booking/appointments',
      { service_id: salon.services.haircut, start: '2026-09-05T08:00:00Z', customer: guest(1) },
      { 'idempotency-key': 'the same' },
    ),
  );
  const made = answers.filter(({ status }) => status === 201);
  expect(answers.every(({ status, problem }) => status === 201 || problem.code === 'request_in_progress')).toBe(true);
  expect(new Set(made.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect((await salon.eventsSince(before)).filter(({ type }) => type === 'appointment.booked')).toHaveLength(1);
});

test('the database itself refuses what the code above would have to forget', async ({ salon }) => {
  const booked = await book(salon, '2026-09-07T08:00:00Z', 1);
  expect(booked.status).toBe(201);
  const again = `INSERT INTO claims (resource_id, lane, during, appointment_id)
    SELECT resource_id, lane, during, appointment_id FROM claims LIMIT 1`;
  await expect(salon.rows(again)).rejects.toMatchObject({ code: '23P01' });
  await aClass(salon, '2026-09-08T08:00:00Z', 2);
  for (const seats of [3, -1])
    await expect(salon.rows('UPDATE classes SET seats_taken = $1', [seats])).rejects.toMatchObject({ code: '23514' });
});

async function aClass(salon: World<never> | World, start: string, seats: number) {
  const { olga } = salon.people as Record<'olga', World['people'][string]>;
  const service = await olga.call(createService, {
    body: { name: 'Course', kind: 'class', duration_minutes: 60, capacity: 30, requires: [{ type: 'room' }] },
  });
  const answer = await olga.call(createClass, { body: { service_id: service.body.id, start, seats } });
  expect(answer.status).toBe(201);
  return { classId: answer.body.id, service_id: service.body.id };
}

test('whoever looks while others book is answered, whatever dates they look at', async ({ salon }) => {
  const look = (n: number) => {
    const month = String(1 + (n % 12)).padStart(2, '0');
    const dates = `from=2027-${month}-01&to=2027-${month}-${n % 2 ? '02' : '28'}`;
    return salon.visitor.get(`/api/booking/availability?service_id=${salon.services.haircut}&${dates}`);
  };
  for (let round = 0; round < 5; round += 1) {
    const answers = await atOnce(60, (n) => {
      const hour = String(8 + (n % 6)).padStart(2, '0');
      return n % 3 ? look(n + round) : book(salon, `2027-0${1 + (n % 9)}-0${5 + round}T${hour}:00:00Z`, n);
    });
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
  }
});
