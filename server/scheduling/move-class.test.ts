import { createClass, rescheduleClass } from '@smooth/contract/scheduling/classes.ts';
import { createService } from '@smooth/contract/scheduling/services.ts';
import { getTimeline } from '@smooth/contract/scheduling/timeline.ts';
import { expectNothingSoldTwice } from '../testing/overlaps.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

/* Ana's class at ten moves with everybody in it; each test has a day of its own in August 2026, in Berlin. */

async function pilates(salon: Salon, day: string) {
  const ten = `2026-08-${day}T08:00:00Z`;
  const twelve = `2026-08-${day}T10:00:00Z`;
  const olga = salon.people.olga;
  const service = await olga.call(createService, {
    body: {
      name: 'Pilates',
      kind: 'class',
      duration_minutes: 60,
      capacity: 6,
      reminder_minutes: 60,
      requires: [{ resource_ids: [salon.resources.ana] }],
    },
  });
  const { body } = await olga.call(createClass, { body: { service_id: service.body.id, start: ten } });
  const join = async (name: string) => {
    const customer = { name, email: `${name.toLowerCase()}@example.com` };
    const answer = await salon.visitor.post('/api/booking/appointments', {
      service_id: service.body.id,
      start: ten,
      customer,
    });
    return (answer.body as { appointment: { id: string } }).appointment.id;
  };
  const move = (more: object) =>
    olga.call(rescheduleClass, { params: { id: body.id }, body: { revision: 1, start: twelve, ...more } });
  return { ten, twelve, id: body.id, service_id: service.body.id, join, move };
}

test('a class moves with its claims, its parties and their reminders, and each party hears of it', async ({
  salon,
  olga,
}) => {
  const { id, join, move, twelve } = await pilates(salon, '06');
  const parties = [await join('Nina'), await join('Omar')].toSorted();
  const before = await salon.mark();
  const moved = await move({ duration_minutes: 90 });
  expect(moved.body).toMatchObject({ id, revision: 2, start: twelve, end: '2026-08-06T11:30:00Z', seats_taken: 2 });
  for (const party of parties)
    expect((await olga.get(`/api/v1/appointments/${party}`)).body).toMatchObject({
      revision: 2,
      start: twelve,
      end: '2026-08-06T11:30:00Z',
    });
  const claims = await salon.rows('SELECT lower(during) AS start FROM claims WHERE class_id = $1', [id]);
  expect(claims).toEqual([{ start: Date.parse(twelve) }]);
  const due = await salon.rows('SELECT due_at FROM due WHERE appointment_id = ANY($1)', [parties]);
  expect(due).toEqual(parties.map(() => ({ due_at: Date.parse('2026-08-06T09:00:00Z') })));
  const events = await salon.eventsSince(before);
  expect(events.map(({ type, subject_id }) => [type, subject_id])).toEqual([
    ['class.rescheduled', id],
    ...parties.map((party) => ['appointment.rescheduled', party]),
  ]);
  await expectNothingSoldTwice(salon);
});

test('taken and closed time refuse a class in words, and it stays where it was', async ({ salon, olga }) => {
  const { id, move, ten, twelve } = await pilates(salon, '07');
  const customer = { name: 'Pia Sommer', email: 'pia@example.com' };
  const { haircut } = salon.services;
  const { ana } = salon.resources;
  await olga.post('/api/v1/appointments', { service_id: haircut, start: twelve, resource_ids: [ana], customer });
  const taken = await move({ resource_ids: [ana] });
  expect(taken).toBeRefused(409, 'slot_unavailable');
  expect(taken.problem.detail).toContain('Pia Sommer');
  expect(await move({ start: '2026-08-07T22:00:00Z' })).toBeRefused(422, 'closed');
  expect((await olga.get(`/api/v1/classes/${id}`)).body).toMatchObject({ revision: 1, start: ten });
});

test('who saw an older class is shown the newer one; a cancelled one and one that has begun stay', async ({
  salon,
  olga,
  at,
}) => {
  const { id, join, move, ten, twelve } = await pilates(salon, '10');
  const party = await join('Nina');
  expect((await move({})).status).toBe(200);
  const stale = await move({ start: ten });
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.problem.current).toMatchObject({ id, revision: 2, start: twelve });
  at('2026-08-10T09:50:00Z');
  await olga.post(`/api/v1/appointments/${party}/check_in`, { revision: 2 });
  expect(await move({ revision: 2, start: ten })).toBeRefused(409, 'wrong_status');
});

test('heads move classes in the timeline, staff do not', async ({ salon, ana, marek }) => {
  const { id, twelve } = await pilates(salon, '11');
  const barFor = async (person: typeof ana) =>
    (await person.call(getTimeline, { query: { from: '2026-08-11', to: '2026-08-11' } })).body.bars.find(
      (bar) => bar.id === id,
    )!;
  expect((await barFor(marek)).can).toEqual(['edit', 'reschedule', 'cancel']);
  expect((await barFor(ana)).can).toEqual([]);
  const call = { params: { id }, body: { revision: 1, start: twelve } };
  expect(await ana.call(rescheduleClass, call)).toBeRefused(403, 'forbidden');
});
