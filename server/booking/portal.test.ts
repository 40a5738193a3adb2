import { listOwnAppointments } from '@smooth/contract/booking/portal.ts';
import { changeOwnProfile, getOwnProfile } from '@smooth/contract/customers/me.ts';
import { getAppointment } from '@smooth/contract/scheduling/appointments.ts';
import { bookedRow } from '../testing/rows.ts';
import { expect, test } from '../testing/test.ts';
import type { Salon } from '../testing/world.ts';

const booked = (salon: Salon, start: string, more: { status?: string; customer_id?: string } = {}) =>
  bookedRow(salon, {
    start,
    status: 'confirmed',
    service_id: salon.services.haircut,
    resource_id: salon.resources.ana,
    customer_id: salon.customers.maya,
    ...more,
  });

test('a customer sees what is ahead and what is over, and nothing of anybody else', async ({ salon, maya, olga }) => {
  const { body: other } = await olga.post('/api/v1/customers', { name: 'Somebody else' });
  const past = await booked(salon, '2026-07-01T08:00:00Z', { status: 'completed' });
  const soon = await booked(salon, '2026-07-16T08:00:00Z');
  const later = await booked(salon, '2026-07-17T08:00:00Z');
  const off = await booked(salon, '2026-07-20T08:00:00Z', { status: 'cancelled' });
  await booked(salon, '2026-07-18T08:00:00Z', { customer_id: String(other['id']) });
  const ids = async (when: 'upcoming' | 'past') =>
    (await maya.call(listOwnAppointments, { query: { when } })).body.data.map(({ id }) => id);
  expect(await ids('upcoming')).toEqual([soon, later]);
  expect(await ids('past')).toEqual([off, past]);
  const { body } = await maya.call(listOwnAppointments, { query: { limit: 1 } });
  expect(body.data[0]).toMatchObject({ can: { cancel: true, reschedule: true }, resources: [{ name: 'Ana' }] });
  const next = await maya.call(listOwnAppointments, { query: { limit: 1, cursor: body.next_cursor! } });
  expect(next.body.data.map(({ id }) => id)).toEqual([later]);
});

test('what an appointment of theirs opens is what its manage link opens', async ({ salon, maya }) => {
  const id = await booked(salon, '2026-07-21T08:00:00Z');
  const { body } = await maya.call(listOwnAppointments);
  const { manage_token } = body.data.find((one) => one.id === id)!;
  const answer = await salon.visitor.post(`/api/booking/appointments/${manage_token}/cancellation`, {});
  expect(answer.body).toMatchObject({ id, status: 'cancelled' });
});

test('what the team writes for itself is not told to the customer', async ({ salon, maya, olga }) => {
  const id = await booked(salon, '2026-07-22T08:00:00Z');
  await salon.rows("UPDATE appointments SET notes = 'always late', overlap_reason = 'friend' WHERE id = $1", [id]);
  const { body } = await maya.call(getAppointment, { params: { id } });
  expect(body).toMatchObject({ notes: '', overlap_reason: null, is_overlapping: false });
  expect((await olga.call(getAppointment, { params: { id } })).body.notes).toBe('always late');
});

test('a customer changes their own name and phone, and neither e-mail nor what the team decides', async ({
  salon,
  maya,
}) => {
  await salon.rows("UPDATE customers SET notes = 'secret' WHERE id = $1", [salon.customers.maya]);
  const { body: own } = await maya.call(getOwnProfile);
  expect(own).toMatchObject({ name: 'Maya', email: 'maya@salon.example' });
  expect(own).not.toHaveProperty('notes');
  const before = await salon.mark();
  const { revision } = own;
  const change = {
    revision,
    name: 'Maya Lopez',
    phone: '+49 30 222',
    locale: 'de' as const,
    time_zone: 'Europe/Paris',
  };
  expect((await maya.call(changeOwnProfile, { body: change })).body).toMatchObject({
    ...change,
    revision: revision + 1,
  });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'customer.changed', actor: { kind: 'customer' } }]);
  const stale = await maya.call(changeOwnProfile, { body: { revision, name: 'M' } });
  expect(stale).toBeRefused(409, 'stale_revision');
  expect(stale.text).not.toContain('secret');
  for (const field of ['email', 'is_blocked', 'notes', 'tags'])
    expect(await maya.patch('/api/v1/me/customer', { revision, [field]: 'x' })).toBeRefused(
      400,
      'malformed_request',
      `/body/${field}`,
    );
});

test('the rooms of a customer are not those of the team', async ({ ana, olga, salon }) => {
  for (const person of [ana, olga]) {
    expect(await person.call(getOwnProfile)).toBeRefused(403, 'forbidden');
    expect(await person.call(listOwnAppointments)).toBeRefused(403, 'forbidden');
  }
  expect(await salon.visitor.call(listOwnAppointments)).toBeRefused(401, 'unauthenticated');
});
