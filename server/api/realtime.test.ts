import { setTimeout as sleep } from 'node:timers/promises';
import { me } from '@smooth/contract/identity/auth.ts';
import { deactivateStaff, reactivateStaff } from '@smooth/contract/identity/invitations.ts';
import { startMasquerade, stopMasquerade } from '@smooth/contract/identity/masquerade.ts';
import { changePassword, resetPassword } from '@smooth/contract/identity/passwords.ts';
import { listSessions, revokeOtherSessions, revokeSession } from '@smooth/contract/identity/sessions.ts';
import type { RealtimeMessage } from '@smooth/contract/realtime/messages.ts';
import { listAppointments } from '@smooth/contract/scheduling/appointments.ts';
import { HOUR } from '@smooth/engine/instant.ts';
import { WebSocket } from 'ws';
import { inGate } from '../core/tenant/gate.ts';
import { issuePass } from '../identity/actions/passes.ts';
import { PASSWORD } from '../testing/cast.ts';
import type { House } from '../testing/house.ts';
import { expect, test } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

type Event = Extract<RealtimeMessage, { type: 'event' }>;

/** Somebody who listens on a real socket. */
async function listening(house: House, who: { cookie: string; host: string }, query = '') {
  if (!house.app.server.listening) await house.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = house.app.server.address() as { port: number };
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/ws${query}`, {
    headers: { cookie: who.cookie, host: who.host },
  });
  const messages: RealtimeMessage[] = [];
  let closed: number | null = null;
  let refused: number | null = null;
  socket.on('message', (text: Buffer) => void messages.push(JSON.parse(text.toString()) as RealtimeMessage));
  socket.on('close', (code) => void (closed = code));
  socket.on('unexpected-response', (_request, response) => void (refused = response.statusCode ?? 0));
  socket.on('error', () => undefined);
  await until(() => messages.length > 0 || closed !== null || refused !== null);
  const events = () => messages.filter((message): message is Event => message.type === 'event');
  return { messages, events, closed: () => closed, refused: () => refused, end: () => socket.terminate() };
}

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; waited < 5000 && !condition(); waited += 10) await sleep(10);
  expect(condition()).toBe(true);
}

async function book(salon: World, start: string): Promise<string> {
  const customer = { name: 'Nina Park', email: 'nina@example.com' };
  const answer = await salon.visitor.post('/api/booking/appointments', {
    service_id: salon.services['haircut'],
    start,
    customer,
  });
  return (answer.body as { appointment: { id: string } }).appointment.id;
}

test('what a visitor books reaches the people of that business and mode, and nobody else', async ({
  house,
  salon,
  clinic,
  salonTest,
}) => {
  const olga = await listening(house, await salon.people.olga.signedIn());
  const test = await listening(house, await salonTest.people.olga.signedIn(), '?mode=sandbox');
  const carla = await listening(house, await clinic.people.carla.signedIn());
  const id = await book(salon, '2026-07-15T08:00:00Z');
  house.hub.heard({ id: salon.tenant().id, mode: 'live' });
  await until(() => olga.events().some((event) => event.id === id));
  expect(olga.events().find((event) => event.id === id)).toMatchObject({ event: 'appointment.booked', revision: 1 });
  for (const other of [test, carla]) expect(other.events()).toEqual([]);
});

test('a customer hears of their own appointments and of nothing else, live and after coming back', async ({
  house,
  salon,
  salonTest,
  olga,
  maya,
}) => {
  const first = await listening(house, await maya.signedIn());
  const test = await listening(house, await salonTest.people.maya.signedIn());
  const { cursor } = first.messages[0]!;
  const { haircut } = salon.services;
  const own = await olga.post('/api/v1/appointments', {
    service_id: haircut,
    start: '2026-07-20T08:00:00Z',
    customer_id: salon.customers.maya,
  });
  const id = String(own.body['id']);
  const others = await book(salon, '2026-07-20T12:00:00Z');
  await olga.post('/api/v1/customers', { name: 'Somebody else' });
  await olga.post(`/api/v1/appointments/${others}/cancellation`, { revision: 1 });
  house.hub.heard({ id: salon.tenant().id, mode: 'live' });
  await olga.post(`/api/v1/appointments/${id}/reschedule`, { revision: 1, start: '2026-07-21T08:00:00Z' });
  house.hub.heard({ id: salon.tenant().id, mode: 'live' });
  const told = [
    ['appointment.booked', id, 1],
    ['appointment.rescheduled', id, 2],
  ];
  const names = (heard: Event[]) => heard.map((one) => [one.event, one.id, one.revision]);
  await until(() => first.events().length >= 2);
  const again = await listening(house, await maya.signedIn(), `?since=${cursor}`);
  await until(() => again.events().length >= 2);
  expect(names(first.events())).toEqual(told);
  expect(names(again.events())).toEqual(told);
  expect(test.events()).toEqual([]);
});

test('strangers are kept out before the upgrade', async ({ house, salon, clinic }) => {
  expect((await listening(house, { cookie: '', host: salon.host })).refused()).toBe(401);
  const { cookie } = await clinic.people.carla.signedIn();
  expect((await listening(house, { cookie, host: salon.host })).refused()).toBe(401);
});

const MOST_MS = 2000;

/** Somebody listens in the salon, something happens, and the connection is over. */
async function expectEnd(house: House, who: { cookie: string; host: string }, happens: () => Promise<unknown>) {
  const heard = await listening(house, who);
  expect(heard.closed()).toBe(null);
  await happens();
  const since = performance.now();
  await until(() => heard.closed() !== null);
  expect(heard.closed()).toBe(4401);
  expect(performance.now() - since).toBeLessThan(MOST_MS);
}

test('a connection ends within two seconds of its session', async ({ house, salon }) => {
  const signedIn = await salon.people.marek.signedIn();
  await expectEnd(house, signedIn, () =>
    house.app.inject({ method: 'POST', url: '/api/auth/logout', headers: signedIn }),
  );
});

test('it ends when the session is signed out from another one, alone or with all others', async ({ house, salon }) => {
  const { visitor, people } = salon;
  const here = await people.marek.signedIn();
  const there = await people.marek.signedIn();
  const own = { cookie: here.cookie };
  const { body } = await visitor.call(listSessions, {}, { cookie: there.cookie });
  const { id } = body.data.find(({ is_current }) => is_current)!;
  await expectEnd(house, there, () => visitor.call(revokeSession, { params: { id } }, own));
  await expectEnd(house, await people.marek.signedIn(), () => visitor.call(revokeOtherSessions, {}, own));
  expect((await visitor.call(me, {}, own)).status).toBe(200);
});

test('it ends when the account is switched off', async ({ house, salon, olga }) => {
  const params = { id: salon.users.ben };
  await expectEnd(house, await salon.people.ben.signedIn(), () => olga.call(deactivateStaff, { params }));
  await olga.call(reactivateStaff, { params });
});

test('it ends with the masquerade', async ({ house, salon, olga }) => {
  const body = { user_id: salon.users.ana, reason: 'Her calendar does not open' };
  const started = await salon.visitor.call(startMasquerade, { body }, { cookie: (await olga.signedIn()).cookie });
  const cookie = String(started.headers['set-cookie']).split(';')[0]!;
  expect((await salon.visitor.call(me, {}, { cookie })).body.user.email).toBe('ana@salon.example');
  await expectEnd(house, { cookie, host: salon.host }, () => salon.visitor.call(stopMasquerade, {}, { cookie }));
});

test('it ends when the password is set anew, by a link or by hand', async ({ house, salon }) => {
  const { visitor, people, users } = salon;
  const { id: tenant_id, now } = salon.tenant();
  const pass = {
    purpose: 'password_reset',
    user_id: users.marek,
    tenant_id,
    mode: 'live',
    now,
    lastsMs: HOUR,
  } as const;
  const detail = { email: 'marek@salon.example' };
  const reset_token = await inGate(house.core.database, (tx) => issuePass(tx, { ...pass, detail }));
  const body = { new_password: PASSWORD };
  await expectEnd(house, await people.marek.signedIn(), () =>
    visitor.call(resetPassword, { params: { reset_token }, body }),
  );
  const { cookie } = await people.marek.signedIn();
  await expectEnd(house, await people.marek.signedIn(), () =>
    visitor.call(changePassword, { body: { ...body, current_password: PASSWORD } }, { cookie }),
  );
});

test('who comes back with a cursor misses nothing, and state plus events is the state fetched afresh', async ({
  house,
  salon,
  olga,
}) => {
  const first = await listening(house, await olga.signedIn());
  const { cursor } = first.messages[0]!;
  first.end();
  const before = await olga.call(listAppointments, { query: { limit: 200 } });
  const known = new Map(before.body.data.map((appointment) => [appointment.id, appointment]));
  const ids = await Promise.all(['16', '17', '18'].map((day) => book(salon, `2026-07-${day}T09:00:00Z`)));
  const cancelled = await olga.get(`/api/v1/appointments/${ids[0]}`);
  await olga.post(`/api/v1/appointments/${ids[0]}/cancellation`, { revision: cancelled.body['revision'] });
  const again = await listening(house, await olga.signedIn(), `?since=${cursor}`);
  await until(() => again.events().filter((event) => event.event.startsWith('appointment.')).length >= 4);
  for (const event of again.events().filter((one) => one.event.startsWith('appointment.'))) {
    known.set(event.id, (await olga.get(`/api/v1/appointments/${event.id}`)).body as never);
  }
  const afresh = await olga.call(listAppointments, { query: { limit: 200 } });
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(afresh.body.data.map((one) => [one.id, one])));
});
