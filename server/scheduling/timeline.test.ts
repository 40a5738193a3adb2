import { createAppointment, rescheduleAppointment } from '@smooth/contract/scheduling/appointments.ts';
import { clockOf } from '@smooth/engine/conflict.ts';
import { conflictTexts, type Language } from '@smooth/engine/words/all.ts';
import { createBlock } from '@smooth/contract/scheduling/blocks.ts';
import { getTimeline } from '@smooth/contract/scheduling/timeline.ts';
import type { Person } from '../testing/person.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

const timeline = async (person: Person, day: string, more: object = {}) =>
  (await person.call(getTimeline, { query: { from: day, to: day, ...more } })).body;

const booked = async (person: Person, salon: Salon, start: string, resource_ids: string[]) =>
  (
    await person.call(createAppointment, {
      body: { service_id: salon.services.haircut, customer_id: salon.customers.maya, start, resource_ids },
    })
  ).body;

test('the timeline tells resources, hours, bars and what somebody may do with them', async ({ salon, ana, marek }) => {
  const made = await booked(marek, salon, '2026-08-04T08:00:00Z', [salon.resources.ben]);
  const day = await timeline(ana, '2026-08-04');
  expect(day.resources.map(({ name }) => name).toSorted()).toEqual(['Ana', 'Ben', 'Chair']);
  expect(day.resources.find(({ id }) => id === salon.resources.ana)).toMatchObject({
    name: 'Ana',
    type: 'staff',
    open: ['2026-08-04T07:00:00Z', '2026-08-04T15:00:00Z'],
    can: { add_time_off: false },
  });
  const claim = { resource_id: salon.resources.ben, start: made.start, end: made.end, units: 1 };
  expect(day.bars).toMatchObject([{ id: made.id, customer: 'Maya', status: 'confirmed', claims: [claim], can: [] }]);
  const own = await timeline(marek, '2026-08-04');
  expect(own.bars[0]!.can).toEqual(['edit', 'reschedule', 'cancel']);
});

test('what has no resource or waits for an answer lies in the tray, whenever it is', async ({ salon, marek }) => {
  const loose = await booked(marek, salon, '2026-09-01T08:00:00Z', []);
  const { tray, bars } = await timeline(marek, '2026-08-05');
  expect(tray.map(({ id }) => id)).toContain(loose.id);
  expect(bars).toEqual([]);
});

test('time off and closed days come with their reasons, cancelled appointments only when asked for', async ({
  salon,
  marek,
}) => {
  const off = { start: '2026-08-06T08:00:00Z', end: '2026-08-06T10:00:00Z', reason: 'Dentist' };
  await marek.call(createBlock, { body: { resource_id: salon.resources.ana, ...off } });
  const place = { service_id: salon.services.haircut, resource_id: salon.resources.ben };
  const gone = await bookedRow(salon, { ...place, start: '2026-08-06T08:00:00Z', status: 'cancelled' });
  const lunch = { weekday: 4 as const, start: '12:00', end: '13:00', from_on: null, until_on: null };
  await marek.call(createBlock, { body: { resource_id: salon.resources.ben, recurring: lunch, reason: 'Lunch' } });
  const day = await timeline(marek, '2026-08-06');
  expect(day.blocks).toContainEqual(
    expect.objectContaining({ ...off, is_recurring: false, revision: 1, can: { edit: true, delete: true } }),
  );
  expect(day.blocks).toContainEqual(expect.objectContaining({ reason: 'Lunch', is_recurring: true }));
  expect(day.bars).toEqual([]);
  expect((await timeline(marek, '2026-08-06', { with_cancelled: 'true' })).bars).toMatchObject([{ id: gone }]);
});

test('a timeline is of 42 days at most', async ({ marek }) => {
  const ask = (from: string, to: string) => marek.get(`/api/v1/timeline?from=${from}&to=${to}`);
  expect(await ask('2026-08-01', '2026-09-12')).toBeRefused(400, 'malformed_request', '/query/to');
  expect(await ask('2026-08-02', '2026-08-01')).toBeRefused(400, 'malformed_request', '/query/to');
  expect((await ask('2026-08-01', '2026-09-11')).status).toBe(200);
});

test('an appointment made longer takes the time, and keeps its length when it is moved', async ({ salon, marek }) => {
  const { id, start } = await booked(marek, salon, '2026-08-07T08:00:00Z', [salon.resources.ana]);
  const move = (body: object) =>
    marek.call(rescheduleAppointment, { params: { id }, body: { revision: 1, start, ...body } });
  expect((await move({ duration_minutes: 90 })).body).toMatchObject({ revision: 2, end: '2026-08-07T09:30:00Z' });
  const moved = await move({ revision: 2, start: '2026-08-07T10:00:00Z' });
  expect(moved.body.end).toBe('2026-08-07T11:30:00Z');
  const [claim] = (await timeline(marek, '2026-08-07')).bars[0]!.claims;
  expect(claim).toMatchObject({ start: moved.body.start, end: moved.body.end });
});

test('a refused move says with whom and until when, and changes nothing', async ({ salon, marek }) => {
  const { id } = await booked(marek, salon, '2026-08-10T08:00:00Z', [salon.resources.ana]);
  await booked(marek, salon, '2026-08-10T10:00:00Z', [salon.resources.ben]);
  const before = await salon.mark();
  const body = { revision: 1, start: '2026-08-10T10:30:00Z', resource_ids: [salon.resources.ben] };
  const refused = await marek.call(rescheduleAppointment, { params: { id }, body });
  expect(refused).toBeRefused(409, 'slot_unavailable');
  expect(refused.problem.detail).toMatch(/^Ben is taken until 1:00\sPM by Haircut for Maya$/);
  expect(await salon.eventsSince(before)).toEqual([]);
});

test.for([
  ['en-US', '2026-08-24'],
  ['es-MX', '2026-08-25'],
  ['fr', '2026-08-26'],
  ['de-AT', '2026-08-28'],
] as const)('a refusal in %s has the words of the hint', async ([locale, on], { salon, marek }) => {
  const { id } = await booked(marek, salon, `${on}T08:00:00Z`, [salon.resources.ana]);
  await booked(marek, salon, `${on}T10:00:00Z`, [salon.resources.ben]);
  const body = { revision: 1, start: `${on}T10:30:00Z`, resource_ids: [salon.resources.ben] };
  const wishes = { 'accept-language': `pt;q=0.9, ${locale}` };
  const refused = await marek.call(rescheduleAppointment, { params: { id }, body }, wishes);
  const language = locale.slice(0, 2) as Language;
  const { booking, taken, until } = conflictTexts[language];
  const noon = clockOf(locale, 'Europe/Berlin')(Date.parse(`${on}T11:00:00Z`), Date.parse(body.start));
  expect(refused.problem.detail).toBe(taken('Ben', until(noon), booking('Haircut', 'Maya')));
  expect(refused.headers['content-language']).toBe(language);
});

test('languages that nobody speaks here are passed over, broken wishes too', async ({ marek }) => {
  for (const wish of ['pt-BR, ja;q=0.5', '*', ';;q=', 'de-!', 'x'.repeat(5000)]) {
    const missed = await marek.get('/api/v1/appointments/nothing', { 'accept-language': wish });
    expect([missed.status, missed.headers['content-language']]).toEqual([missed.status, 'en']);
    expect(missed.status).toBeLessThan(500);
  }
});

test('a customer does not change how long an appointment lasts', async ({ salon, marek, maya }) => {
  const { id, start } = await booked(marek, salon, '2026-08-11T08:00:00Z', [salon.resources.ana]);
  const body = { revision: 1, start, duration_minutes: 120 };
  const refused = await maya.call(rescheduleAppointment, { params: { id }, body });
  expect(refused).toBeRefused(400, 'malformed_request', '/body/duration_minutes');
});
