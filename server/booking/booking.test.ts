import ical from 'ical.js';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

const guest = { name: 'Nina Park', email: 'nina@example.com' };
const haircutAt = (salon: World, start: string, extra = {}) => ({
  service_id: salon.services.haircut!,
  start,
  customer: guest,
  ...extra,
});

test('a visitor finds times, books one, and the owner sees the appointment', async ({ salon, olga }) => {
  const before = await salon.mark();
  const day = `service_id=${salon.services.haircut}&from=2026-07-15&to=2026-07-15`;
  const times = await salon.visitor.get(`/api/booking/availability?${day}&time_zone=Europe/Berlin`);
  expect(times.status).toBe(200);
  const offers = times.body['data'] as { start: string; resource_ids: string[] }[];
  expect(offers[0]).toMatchObject({ start: '2026-07-15T07:00:00Z' });
  const booked = await salon.visitor.post('/api/booking/appointments', haircutAt(salon, offers[0]!.start));
  expect(booked.status).toBe(201);
  const { appointment } = booked.body as { appointment: { id: string } };
  const seen = await olga.get(`/api/v1/appointments/${appointment.id}`);
  expect(seen.body).toMatchObject({ status: 'confirmed', source: 'public', customer: guest, can: { cancel: true } });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'customer.created' }, { type: 'appointment.booked' }]);
});

test('fifty visitors at once for one person at one time: one wins, the others hear of other times', async ({
  salon,
}) => {
  const start = '2026-07-16T08:00:00Z';
  const body = haircutAt(salon, start, { resource_id: salon.resources.ana });
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => salon.visitor.post('/api/booking/appointments', body)),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const refused = answers.filter(({ status }) => status === 409);
  expect(refused).toHaveLength(49);
  expect(refused[0]!.problem.code).toBe('slot_unavailable');
  expect(refused[0]!.problem.alternatives!.length).toBeGreaterThan(0);
});

test('the manage link moves and cancels, and nothing else opens with it', async ({ salon, clinic }) => {
  const booked = await salon.visitor.post('/api/booking/appointments', haircutAt(salon, '2026-07-17T08:00:00Z'));
  const { manage_token: token } = booked.body as { manage_token: string };
  const moved = await salon.visitor.post(`/api/booking/appointments/${token}/reschedule`, {
    start: '2026-07-17T10:00:00Z',
  });
  expect(moved.body).toMatchObject({ start: '2026-07-17T10:00:00Z', revision: 2, status: 'confirmed' });
  expect((await clinic.visitor.get(`/api/booking/appointments/${token}`)).status).toBe(404);
  expect((await salon.visitor.get(`/api/booking/appointments/${token.slice(0, -2)}xx`)).status).toBe(404);
  const cancelled = await salon.visitor.post(`/api/booking/appointments/${token}/cancellation`, {});
  expect(cancelled.body).toMatchObject({ status: 'cancelled', can: { cancel: false } });
  expect(await salon.visitor.post(`/api/booking/appointments/${token}/cancellation`, {})).toBeRefused(
    409,
    'already_ended',
  );
});

test('a hold keeps the time for its holder and for nobody else, until it runs out', async ({ salon, at }) => {
  const start = '2026-07-18T08:00:00Z';
  const wish = { service_id: salon.services.haircut, start, resource_id: salon.resources.ben };
  const hold = await salon.visitor.post('/api/booking/holds', wish);
  expect(hold.status).toBe(201);
  expect(await salon.visitor.post('/api/booking/holds', wish)).toBeRefused(409, 'slot_unavailable');
  const held = { ...haircutAt(salon, start), resource_id: salon.resources.ben, hold_id: hold.body['id'] };
  at('2026-07-14T08:11:00Z');
  expect(await salon.visitor.post('/api/booking/appointments', held)).toBeRefused(410, 'hold_expired');
  const again = await salon.visitor.post('/api/booking/holds', wish);
  expect(again.status).toBe(201);
  const booked = await salon.visitor.post('/api/booking/appointments', { ...held, hold_id: again.body['id'] });
  expect(booked.status).toBe(201);
});

test('the same key answers the same, another body with it is refused', async ({ salon }) => {
  const key = { 'idempotency-key': 'nina-1' };
  const body = haircutAt(salon, '2026-07-20T08:00:00Z');
  const twins = await Promise.all(
    Array.from({ length: 10 }, () => salon.visitor.post('/api/booking/appointments', body, key)),
  );
  expect(new Set(twins.map(({ status }) => status))).toEqual(new Set([201]));
  expect(new Set(twins.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
  const other = haircutAt(salon, '2026-07-20T10:00:00Z');
  expect(await salon.visitor.post('/api/booking/appointments', other, key)).toBeRefused(422, 'idempotency_key_reused');
});

test('the calendar file names the appointment for good and its time in UTC', async ({ salon }) => {
  const booked = await salon.visitor.post('/api/booking/appointments', haircutAt(salon, '2026-07-21T08:00:00Z'));
  const { manage_token: token, appointment } = booked.body as { manage_token: string; appointment: { id: string } };
  const file = await salon.visitor.get(`/api/booking/appointments/${token}/calendar.ics`);
  const event = new ical.Component(ical.parse(file.text) as unknown[]).getFirstSubcomponent('vevent')!;
  expect(event.getFirstPropertyValue('uid')).toBe(`${appointment.id}@localhost`);
  expect(String(event.getFirstPropertyValue('dtstart'))).toBe('2026-07-21T08:00:00Z');
});
