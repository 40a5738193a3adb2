import { changeService, createService } from '@smooth/contract/scheduling/services.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

/* What was agreed stays agreed: policies, price and history of an appointment. Berlin, 14 July 2026, ten o'clock. */

interface Booked {
  appointment: { id: string };
  manage_token: string;
}
const book = async (salon: World, service_id: string, start: string, extra: object = {}): Promise<Booked> => {
  const customer = { name: 'Nina', email: 'nina@example.com' };
  const answer = await salon.visitor.post('/api/booking/appointments', { service_id, start, customer, ...extra });
  expect(answer.status, JSON.stringify(answer.problem)).toBe(201);
  return answer.body as unknown as Booked;
};
const seen = async (salon: World, { appointment }: Booked) =>
  (await salon.people['olga']!.get(`/api/v1/appointments/${appointment.id}`)).body;
const byLink = (salon: World, { manage_token }: Booked, verb: string, body: object = {}) =>
  salon.visitor.post(`/api/booking/appointments/${manage_token}/${verb}`, body);
const serviceOf = async (salon: World, body: object) =>
  (
    await salon.people['olga']!.call(createService, {
      body: { name: 'Cut', duration_minutes: 60, requires: [{ type: 'staff', is_choosable: true }], ...body },
    })
  ).body;

test('price and notice of the booking stay, whatever becomes of the service', async ({ salon, olga, at }) => {
  const service = await serviceOf(salon, { price_minor: 3000, cancel_notice_minutes: 60 });
  const booked = await book(salon, service.id, '2026-07-15T08:00:00Z');
  const body = { revision: 1, price_minor: 9900, cancel_notice_minutes: 60 * 24 * 7 };
  expect((await olga.call(changeService, { params: { id: service.id }, body })).status).toBe(200);
  expect(await seen(salon, booked)).toMatchObject({
    price: { amount_minor: 3000, currency: 'EUR' },
    policy: { cancel_notice_minutes: 60 },
  });
  at('2026-07-15T07:00:00Z');
  expect((await byLink(salon, booked, 'cancellation')).status).toBe(200);
});

test('notice binds the customer to the minute, and the business never', async ({ salon, olga, at }) => {
  const service = await serviceOf(salon, { cancel_notice_minutes: 120, reschedule_notice_minutes: 180 });
  const booked = await book(salon, service.id, '2026-07-16T12:00:00Z');
  at('2026-07-16T09:00:00.001Z');
  const later = { start: '2026-07-17T12:00:00Z' };
  expect(await byLink(salon, booked, 'reschedule', later)).toBeRefused(422, 'policy_notice', { required_minutes: 180 });
  at('2026-07-16T10:00:00.001Z');
  expect(await byLink(salon, booked, 'cancellation')).toBeRefused(422, 'policy_notice', { required_minutes: 120 });
  const mark = await salon.mark();
  const path = `/api/v1/appointments/${booked.appointment.id}`;
  expect((await olga.post(`${path}/reschedule`, { revision: 1, ...later })).status).toBe(200);
  at('2026-07-17T11:59:00Z');
  expect((await olga.post(`${path}/cancellation`, { revision: 2 })).status).toBe(200);
  expect(await salon.eventsSince(mark)).toMatchObject([
    { type: 'appointment.rescheduled' },
    { type: 'appointment.cancelled', payload: { late: true } },
  ]);
});

test('the least notice and the window bind the customer where they move to, too', async ({ salon, olga }) => {
  const service = await serviceOf(salon, { min_notice_minutes: 24 * 60, window_days: 7 });
  const booked = await book(salon, service.id, '2026-07-17T08:00:00Z');
  const to = (start: string) => byLink(salon, booked, 'reschedule', { start });
  expect(await to('2026-07-15T07:45:00Z')).toBeRefused(422, 'policy_notice');
  expect(await to('2026-07-22T08:00:00Z')).toBeRefused(422, 'policy_window');
  expect((await to('2026-07-21T08:00:00Z')).status).toBe(200);
  const body = { revision: 2, start: '2026-07-14T12:00:00Z' };
  expect((await olga.post(`/api/v1/appointments/${booked.appointment.id}/reschedule`, body)).status).toBe(200);
});

test('a hold keeps its right when the notice lapses meanwhile', async ({ salon, at }) => {
  const service = await serviceOf(salon, { min_notice_minutes: 60 });
  const start = '2026-07-14T12:00:00Z';
  at('2026-07-14T11:00:00Z');
  const hold = await salon.visitor.post('/api/booking/holds', { service_id: service.id, start });
  at('2026-07-14T11:05:00Z');
  const body = { service_id: service.id, start, customer: { name: 'Nina', email: 'nina@example.com' } };
  expect(await salon.visitor.post('/api/booking/appointments', body)).toBeRefused(422, 'policy_notice');
  await book(salon, service.id, start, { hold_id: hold.body['id'] });
});

test('a stale revision is told the state as it is, on every verb', async ({ salon, olga, at }) => {
  const booked = await book(salon, salon.services.haircut, '2026-07-20T08:00:00Z');
  const path = `/api/v1/appointments/${booked.appointment.id}`;
  await olga.patch(path, { revision: 1, notes: 'Allergic to lavender' });
  at('2026-07-20T08:30:00Z');
  const mark = await salon.mark();
  for (const verb of [
    'cancellation',
    'approval',
    'decline',
    'check_in',
    'completion',
    'no_show',
    'no_show_reversal',
    'reschedule',
  ]) {
    const body = { revision: 1, ...(verb === 'reschedule' && { start: '2026-07-21T08:00:00Z' }) };
    const answer = await olga.post(`${path}/${verb}`, body);
    expect(answer, verb).toBeRefused(409, 'stale_revision');
    expect(answer.problem.current).toMatchObject({ revision: 2, notes: 'Allergic to lavender' });
  }
  expect(await olga.patch(path, { revision: 1, notes: 'x' })).toBeRefused(409, 'stale_revision');
  expect(await salon.eventsSince(mark)).toEqual([]);
});

test('the history tells who, when, from where, to where and why, one line and one event each', async ({
  salon,
  olga,
  at,
}) => {
  const mark = await salon.mark();
  const booked = await book(salon, salon.services.haircut, '2026-07-22T08:00:00Z');
  const path = `/api/v1/appointments/${booked.appointment.id}`;
  await byLink(salon, booked, 'reschedule', { start: '2026-07-22T10:00:00Z' });
  await olga.patch(path, { revision: 2, notes: 'Window seat' });
  at('2026-07-22T10:00:00Z');
  await olga.post(`${path}/check_in`, { revision: 3 });
  await olga.post(`${path}/completion`, { revision: 4, reason: 'On time' });
  const history = (await olga.get(`${path}/history`)).body['data'];
  expect(history).toMatchObject([
    { revision: 1, kind: 'booked', by: { kind: 'customer', name: 'Nina' }, to: { start: '2026-07-22T08:00:00Z' } },
    {
      revision: 2,
      kind: 'rescheduled',
      from: { start: '2026-07-22T08:00:00Z' },
      to: { start: '2026-07-22T10:00:00Z' },
    },
    { revision: 3, kind: 'changed', by: { kind: 'user', name: 'Olga' }, to: { notes: 'Window seat' } },
    { revision: 4, kind: 'checked_in', occurred_at: '2026-07-22T10:00:00Z' },
    { revision: 5, kind: 'completed', reason: 'On time' },
  ]);
  const types = (await salon.eventsSince(mark))
    .filter(({ subject_id }) => subject_id === booked.appointment.id)
    .map(({ type }) => type);
  expect(types).toEqual(
    ['booked', 'rescheduled', 'changed', 'checked_in', 'completed'].map((kind) => `appointment.${kind}`),
  );
});

test('a move keeps the person where they are free, drops the old reminder and sets the new one', async ({ salon }) => {
  const booked = await book(salon, salon.services.haircut, '2026-07-23T08:00:00Z', {
    resource_id: salon.resources.ben,
  });
  const moved = await byLink(salon, booked, 'reschedule', { start: '2026-07-24T08:00:00Z' });
  expect(moved.body).toMatchObject({ resources: [{ id: salon.resources.ben }] });
  const due = await salon.rows('SELECT kind, due_at FROM due WHERE appointment_id = $1', [booked.appointment.id]);
  expect(due).toEqual([]);
  const service = await serviceOf(salon, { reminder_minutes: 60 });
  const reminded = await book(salon, service.id, '2026-07-23T12:00:00Z');
  await byLink(salon, reminded, 'reschedule', { start: '2026-07-24T12:00:00Z' });
  expect(await salon.rows('SELECT kind, due_at FROM due WHERE appointment_id = $1', [reminded.appointment.id])).toEqual(
    [{ kind: 'reminder', due_at: Date.parse('2026-07-24T11:00:00Z') }],
  );
});

test('among equals the least booked is chosen, always the same one, and the reason is written down', async ({
  salon,
}) => {
  const chosen = [];
  for (const hour of ['07', '09', '11', '13']) {
    const booked = await book(salon, salon.services.haircut, `2026-09-07T${hour}:00:00Z`);
    const { resource_ids, assignment_reason } = await seen(salon, booked);
    expect(assignment_reason).toBeTruthy();
    chosen.push((resource_ids as string[])[0]);
  }
  const [first, second] = [salon.resources.ana, salon.resources.ben].sort();
  expect(chosen).toEqual([first, second, first, second]);
});

test('a cancelled appointment does not count for fairness', async ({ salon }) => {
  const [first] = [salon.resources.ana, salon.resources.ben].sort();
  const booked = await book(salon, salon.services.haircut, '2026-09-14T07:00:00Z', { resource_id: first });
  await byLink(salon, booked, 'cancellation');
  const next = await book(salon, salon.services.haircut, '2026-09-14T09:00:00Z');
  expect(await seen(salon, next)).toMatchObject({ resource_ids: [first] });
});

test.for([
  ['2026-10-24T07:00:00Z', '2026-10-24 09:00:00', 'the day before the clocks go back'],
  ['2026-10-26T08:00:00Z', '2026-10-26 09:00:00', 'the day after'],
  ['2027-03-27T08:00:00Z', '2027-03-27 09:00:00', 'the day before they go forward'],
  ['2027-03-29T07:00:00Z', '2027-03-29 09:00:00', 'the day after'],
] as const)('the intended wall time is kept beside the instant: %s is %s, %s', async ([start, wall], { salon }) => {
  const booked = await book(salon, salon.services.haircut, start, { time_zone: 'Asia/Kathmandu' });
  const [row] = await salon.rows(
    'SELECT wall_start::text AS wall, time_zone, customer_time_zone, ends_at - starts_at AS lasts FROM appointments WHERE id = $1',
    [booked.appointment.id],
  );
  expect(row).toMatchObject({
    wall,
    time_zone: 'Europe/Berlin',
    customer_time_zone: 'Asia/Kathmandu',
    lasts: { hours: 1 },
  });
});

test('least notice on the day of a clock change is counted in instants and shifts no other day', async ({
  salon,
  at,
}) => {
  const service = await serviceOf(salon, { min_notice_minutes: 24 * 60 });
  at('2026-10-24T07:30:00Z');
  const query = `service_id=${service.id}&from=2026-10-24&to=2026-10-27`;
  const answer = await salon.visitor.get(`/api/booking/availability?${query}`);
  const starts = (answer.body['data'] as { start: string }[]).map(({ start }) => start);
  // Sunday is closed; on Monday nine o'clock is an hour later in UTC than on Saturday.
  expect(starts[0]).toBe('2026-10-26T08:00:00Z');
  expect(starts.filter((start) => start.startsWith('2026-10-26'))).toHaveLength(29);
});

test('a closure deletes nothing: it tells whom it concerns, and is busy from then on', async ({ salon, olga }) => {
  const inside = await book(salon, salon.services.haircut, '2026-09-21T08:00:00Z');
  const cancelled = await book(salon, salon.services.haircut, '2026-09-21T10:00:00Z');
  await byLink(salon, cancelled, 'cancellation');
  await book(salon, salon.services.haircut, '2026-09-22T08:00:00Z');
  const mark = await salon.mark();
  const body = { name: 'Fair', start: '2026-09-21T00:00:00Z', end: '2026-09-22T00:00:00Z' };
  const closed = await olga.post('/api/v1/closures', body);
  expect(closed.body).toMatchObject({ affected: [{ id: inside.appointment.id }], closure: { affected_count: 1 } });
  expect(await seen(salon, inside)).toMatchObject({ status: 'confirmed', revision: 1 });
  expect((await salon.eventsSince(mark)).map(({ type }) => type)).toEqual(['closure.created']);
  const wish = {
    service_id: salon.services.haircut,
    start: '2026-09-21T12:00:00Z',
    customer: { name: 'N', email: 'n@example.com' },
  };
  expect(await salon.visitor.post('/api/booking/appointments', wish)).toBeRefused(422, 'closed');
});

test('the first and the last party of a class are told and kept the same', async ({ salon, olga }) => {
  const course = await serviceOf(salon, {
    kind: 'class',
    capacity: 3,
    padding_after_minutes: 15,
    requires: [{ type: 'room' }],
  });
  const start = '2026-08-31T08:00:00Z';
  const session = await olga.post('/api/v1/classes', { service_id: course.id, start });
  const parties = [];
  for (let n = 0; n < 3; n += 1) {
    const mark = await salon.mark();
    parties.push(await book(salon, course.id, start, { customer: { name: `P${n}`, email: `p${n}@example.com` } }));
    expect((await salon.eventsSince(mark)).map(({ type }) => type)).toEqual(['customer.created', 'appointment.booked']);
  }
  expect(await salon.rows('SELECT FROM claims WHERE appointment_id IS NOT NULL AND class_id IS NOT NULL')).toEqual([]);
  expect(await salon.rows('SELECT FROM claims WHERE class_id = $1', [session.body['id']])).toHaveLength(1);
  for (const party of parties) expect((await byLink(salon, party, 'cancellation')).status).toBe(200);
  expect((await olga.get(`/api/v1/classes/${String(session.body['id'])}`)).body).toMatchObject({
    status: 'scheduled',
    seats_taken: 0,
  });
});

test('a customer without an e-mail is added once, also when the rules have just changed', async ({ salon, olga }) => {
  await book(salon, salon.services.haircut, '2026-10-05T08:00:00Z');
  await serviceOf(salon, {});
  const mark = await salon.mark();
  const body = { service_id: salon.services.haircut, start: '2026-10-05T12:00:00Z', customer: { name: 'Walk-in' } };
  expect((await olga.post('/api/v1/appointments', body)).status).toBe(201);
  expect((await salon.eventsSince(mark)).map(({ type }) => type)).toEqual(['customer.created', 'appointment.booked']);
});
