import { createService } from '@smooth/contract/scheduling/services.ts';
import { system } from '../core/actor.ts';
import { expectNothingSoldTwice } from '../testing/overlaps.ts';
import { expect, test as plain } from '../testing/test.ts';
import type { World } from '../testing/world.ts';
import { expireApproval } from './actions/change-status.ts';

/** Ana's perm needs approval: an hour of hers, with a quarter of an hour behind it. */
const test = plain.extend('perm', { scope: 'file' }, async ({ house, salon }) => {
  house.clock.set(Date.parse('2026-07-14T08:00:00Z'));
  const answer = await salon.people.olga.call(createService, {
    body: {
      name: 'Perm',
      duration_minutes: 60,
      padding_after_minutes: 15,
      needs_approval: true,
      requires: [{ resource_ids: [salon.resources.ana] }],
    },
  });
  return answer.body.id;
});

interface Asked {
  appointment: { id: string; status: string };
  manage_token: string;
}
const ask = async (salon: World, service_id: string, start: string): Promise<Asked> => {
  const customer = { name: 'Nina', email: 'nina@example.com' };
  const answer = await salon.visitor.post('/api/booking/appointments', { service_id, start, customer });
  expect(answer.status).toBe(201);
  return answer.body as unknown as Asked;
};
const move = (salon: World, { manage_token }: Asked, start: string) =>
  salon.visitor.post(`/api/booking/appointments/${manage_token}/reschedule`, { start });
const isFree = async (salon: World, start: string) => {
  const explained = await salon.people['olga']!.get(
    `/api/v1/availability/explain?service_id=${salon.services['haircut']}&start=${start}&resource_id=${salon.resources['ana']}&audience=business`,
  );
  return explained.body['bookable'];
};
const verb = (salon: World, name: string, { appointment }: Asked, revision: number) =>
  salon.people['olga']!.post(`/api/v1/appointments/${appointment.id}/${name}`, { revision });
const seen = async (salon: World, { appointment }: Asked) =>
  (await salon.people['olga']!.get(`/api/v1/appointments/${appointment.id}`)).body;

test('a request blocks its time like an appointment, and an approval keeps it', async ({ salon, perm }) => {
  const start = '2026-08-03T08:00:00Z';
  const asked = await ask(salon, perm, start);
  expect(asked.appointment).toMatchObject({ status: 'pending_approval' });
  expect(await isFree(salon, start)).toBe(false);
  expect(await isFree(salon, '2026-08-03T09:00:00Z')).toBe(false);
  expect((await verb(salon, 'approval', asked, 1)).body).toMatchObject({
    status: 'confirmed',
    revision: 2,
    expires_at: null,
  });
  expect(await isFree(salon, start)).toBe(false);
});

test('a declined request gives its time back', async ({ salon, perm }) => {
  const start = '2026-08-04T08:00:00Z';
  const asked = await ask(salon, perm, start);
  expect((await verb(salon, 'decline', asked, 1)).body).toMatchObject({ status: 'declined' });
  expect(await isFree(salon, start)).toBe(true);
});

test.for([
  ['2026-08-05T08:00:00Z', '2026-07-16T08:00:00Z', 'after 48 hours'],
  ['2026-07-15T08:00:00Z', '2026-07-15T08:00:00Z', 'at its start, where that is sooner'],
] as const)('a request for %s lapses at %s: %s', async ([start, lapses], { salon, perm, at }) => {
  const asked = await ask(salon, perm, start);
  expect(await seen(salon, asked)).toMatchObject({ expires_at: lapses });
  const due = await salon.rows('SELECT kind, due_at FROM due WHERE appointment_id = $1 ORDER BY kind', [
    asked.appointment.id,
  ]);
  expect(due).toContainEqual({ kind: 'approval_expiry', due_at: Date.parse(lapses) });
  const expire = () => salon.inside((tx) => expireApproval(tx, asked.appointment.id, system));
  at(new Date(Date.parse(lapses) - 1).toISOString());
  await expire();
  expect(await seen(salon, asked)).toMatchObject({ status: 'pending_approval' });
  at(lapses);
  const before = await salon.mark();
  await Promise.all([expire(), expire()]);
  await expire();
  expect(await seen(salon, asked)).toMatchObject({ status: 'expired', revision: 2 });
  expect(await salon.eventsSince(before)).toMatchObject([{ type: 'appointment.expired', actor: { kind: 'system' } }]);
  expect(await salon.rows('SELECT FROM claims WHERE appointment_id = $1', [asked.appointment.id])).toEqual([]);
  expect(await salon.rows('SELECT FROM due WHERE appointment_id = $1', [asked.appointment.id])).toEqual([]);
});

/** An approved perm at `from` that its customer wants to move to `to`. */
async function moved(salon: World, perm: string, from: string, to: string): Promise<Asked> {
  const asked = await ask(salon, perm, from);
  expect((await verb(salon, 'approval', asked, 1)).status).toBe(200);
  expect((await move(salon, asked, to)).body).toMatchObject({ status: 'pending_approval', start: to, revision: 3 });
  return asked;
}

test('the move of a customer waits for approval, and both times are theirs meanwhile', async ({ salon, perm }) => {
  await moved(salon, perm, '2026-08-10T08:00:00Z', '2026-08-10T12:00:00Z');
  expect(await isFree(salon, '2026-08-10T08:00:00Z')).toBe(false);
  expect(await isFree(salon, '2026-08-10T12:00:00Z')).toBe(false);
  await expectNothingSoldTwice(salon);
});

test('approved, the move gives the old time back', async ({ salon, perm }) => {
  const asked = await moved(salon, perm, '2026-08-11T08:00:00Z', '2026-08-11T12:00:00Z');
  expect((await verb(salon, 'approval', asked, 3)).body).toMatchObject({
    status: 'confirmed',
    start: '2026-08-11T12:00:00Z',
  });
  expect(await isFree(salon, '2026-08-11T08:00:00Z')).toBe(true);
  expect(await isFree(salon, '2026-08-11T12:00:00Z')).toBe(false);
  await expectNothingSoldTwice(salon);
});

test('declined, the move goes back to the old time, with its claims and its reminder', async ({ salon, perm }) => {
  const from = '2026-08-12T08:00:00Z';
  const asked = await moved(salon, perm, from, '2026-08-12T12:00:00Z');
  expect((await verb(salon, 'decline', asked, 3)).body).toMatchObject({
    status: 'confirmed',
    start: from,
    revision: 4,
  });
  expect(await isFree(salon, from)).toBe(false);
  expect(await isFree(salon, '2026-08-12T12:00:00Z')).toBe(true);
  const due = await salon.rows('SELECT kind, due_at FROM due WHERE appointment_id = $1', [asked.appointment.id]);
  expect(due).toEqual([{ kind: 'reminder', due_at: Date.parse('2026-08-11T08:00:00Z') }]);
  await expectNothingSoldTwice(salon);
});

test('lapsed, the move goes back as well', async ({ salon, perm, at }) => {
  const asked = await moved(salon, perm, '2026-08-13T08:00:00Z', '2026-08-13T12:00:00Z');
  at('2026-07-16T08:00:00Z');
  await salon.inside((tx) => expireApproval(tx, asked.appointment.id, system));
  expect(await seen(salon, asked)).toMatchObject({ status: 'confirmed', start: '2026-08-13T08:00:00Z' });
  await expectNothingSoldTwice(salon);
});

test('cancelled meanwhile, both times are free', async ({ salon, perm }) => {
  const asked = await moved(salon, perm, '2026-08-14T08:00:00Z', '2026-08-14T12:00:00Z');
  expect((await verb(salon, 'cancellation', asked, 3)).body).toMatchObject({ status: 'cancelled' });
  expect(await isFree(salon, '2026-08-14T08:00:00Z')).toBe(true);
  expect(await isFree(salon, '2026-08-14T12:00:00Z')).toBe(true);
  await expectNothingSoldTwice(salon);
});

test('a move into its own old time overlaps nobody, and goes back whole', async ({ salon, perm }) => {
  const from = '2026-08-17T08:00:00Z';
  const asked = await moved(salon, perm, from, '2026-08-17T08:30:00Z');
  expect(await isFree(salon, '2026-08-17T07:00:00Z')).toBe(true);
  expect(await isFree(salon, '2026-08-17T07:15:00Z')).toBe(false);
  expect(await isFree(salon, '2026-08-17T09:30:00Z')).toBe(false);
  await expectNothingSoldTwice(salon);
  expect((await verb(salon, 'decline', asked, 3)).body).toMatchObject({ start: from });
  expect(await isFree(salon, '2026-08-17T09:30:00Z')).toBe(true);
  await expectNothingSoldTwice(salon);
});

test('moved twice while waiting, what stays theirs is the confirmed time', async ({ salon, perm }) => {
  const from = '2026-08-18T08:00:00Z';
  const asked = await moved(salon, perm, from, '2026-08-18T10:00:00Z');
  expect((await move(salon, asked, '2026-08-18T12:00:00Z')).body).toMatchObject({
    status: 'pending_approval',
    revision: 4,
  });
  expect(await isFree(salon, '2026-08-18T10:00:00Z')).toBe(true);
  expect(await isFree(salon, from)).toBe(false);
  expect((await verb(salon, 'decline', asked, 4)).body).toMatchObject({ status: 'confirmed', start: from });
  await expectNothingSoldTwice(salon);
});

test('moved by the business while waiting, a refusal still leads back to the confirmed time', async ({
  salon,
  perm,
  olga,
}) => {
  const from = '2026-08-19T08:00:00Z';
  const asked = await moved(salon, perm, from, '2026-08-19T10:00:00Z');
  const body = { revision: 3, start: '2026-08-19T12:00:00Z' };
  const answer = await olga.post(`/api/v1/appointments/${asked.appointment.id}/reschedule`, body);
  expect(answer.body).toMatchObject({ start: '2026-08-19T12:00:00Z', status: 'pending_approval', revision: 4 });
  expect(await isFree(salon, from)).toBe(false);
  expect((await verb(salon, 'decline', asked, 4)).body).toMatchObject({ status: 'confirmed', start: from });
  await expectNothingSoldTwice(salon);
});

test('the business moves without asking itself', async ({ salon, perm, olga }) => {
  const asked = await ask(salon, perm, '2026-08-20T08:00:00Z');
  await verb(salon, 'approval', asked, 1);
  const body = { revision: 2, start: '2026-08-20T12:00:00Z' };
  const answer = await olga.post(`/api/v1/appointments/${asked.appointment.id}/reschedule`, body);
  expect(answer.body).toMatchObject({ status: 'confirmed', start: '2026-08-20T12:00:00Z' });
  expect(await isFree(salon, '2026-08-20T08:00:00Z')).toBe(true);
});

test('what the business books needs nobody to approve it', async ({ salon, perm, olga }) => {
  const body = { service_id: perm, start: '2026-08-21T08:00:00Z', customer: { name: 'Nina' } };
  expect((await olga.post('/api/v1/appointments', body)).body).toMatchObject({ status: 'confirmed', expires_at: null });
  expect(await isFree(salon, '2026-08-21T08:00:00Z')).toBe(false);
});
