import ical from 'ical.js';
import type { House } from '../testing/house.ts';
import { type Background, openPostOffice, startBackground, until } from '../testing/post-office.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { World } from '../testing/world.ts';
import { readMailbox } from '../core/mail/mailbox.ts';

const test = bare.extend('background', { scope: 'file' }, async ({ house }, { onCleanup }): Promise<Background> => {
  await house.rows(
    'public',
    "UPDATE public.tenants SET email = 'desk@' || subdomain || '.example', phone = '+49 30 1234'",
  );
  const background = await startBackground(house);
  onCleanup(() => background.stop());
  return background;
});

interface Message {
  id: string;
  template: string;
  recipient: string;
  subject: string;
  body_text: string;
  calendar: string | null;
  calendar_method: string | null;
  status: string;
  attempts: number;
  error: string | null;
}

const messagesOf = (world: World, id: string) =>
  world.rows<Message>('SELECT * FROM messages WHERE appointment_id = $1 ORDER BY template', [id]);
const messageOf = async (world: World, id: string, template: string) =>
  (await messagesOf(world, id)).find((message) => message.template === template)!;

/** Until nothing waits any more: an event leaves the outbox only when its jobs are there. */
const settled = async (world: World, { worker }: Background) => {
  await worker.sweep();
  await until(async () => (await world.rows(waiting)).length === 0);
};
const waiting = 'SELECT FROM graphile_worker._private_jobs WHERE run_at <= now() UNION ALL SELECT FROM outbox';

let guests = 0;
const book = async (world: World, start: string, extra: Record<string, unknown> = {}) => {
  guests += 1;
  const answer = await world.visitor.post('/api/booking/appointments', {
    service_id: Object.values(world.services)[0],
    start,
    customer: { name: `Guest ${guests}`, email: `guest${guests}@example.com` },
    ...extra,
  });
  expect(answer.status, JSON.stringify(answer.problem)).toBe(201);
  const { appointment, manage_token: token } = answer.body as { appointment: { id: string }; manage_token: string };
  return { id: appointment.id, token };
};

const eventIn = (calendar: string) =>
  new ical.Event(new ical.Component(ical.parse(calendar)).getFirstSubcomponent('vevent')!);
const templatesOf = (messages: Message[]) => messages.map(({ template }) => template);

test('a booking is confirmed to the customer with a calendar entry, and noted to the business', async ({
  salon,
  background,
}) => {
  const { id, token } = await book(salon, '2026-07-15T08:00:00Z');
  await settled(salon, background);
  const messages = await messagesOf(salon, id);
  expect(messages).toMatchObject([
    { template: 'booked', recipient: `guest${guests}@example.com`, status: 'captured', calendar_method: 'REQUEST' },
    { template: 'note_booked', recipient: 'desk@salon.example', status: 'captured', calendar: null },
  ]);
  expect(messages[0]!.body_text).toContain(`http://salon.localhost:3000/manage/${token}`);
  const entry = eventIn(messages[0]!.calendar!);
  expect(entry.uid).toBe(`${id}@localhost`);
  expect(entry.sequence).toBe(0);
  expect(entry.startDate.toJSDate().toISOString()).toBe('2026-07-15T08:00:00.000Z');
  const mails = await readMailbox(background.core.config.dataDir);
  expect(mails.map(({ subject }) => subject)).toContain(messages[0]!.subject);
});

test('a change raises the sequence of the same calendar entry, and a cancellation takes it back', async ({
  salon,
  background,
}) => {
  const { id, token } = await book(salon, '2026-07-15T09:00:00Z');
  await settled(salon, background);
  await salon.visitor.post(`/api/booking/appointments/${token}/reschedule`, { start: '2026-07-16T12:00:00Z' });
  await settled(salon, background);
  await salon.visitor.post(`/api/booking/appointments/${token}/cancellation`, { reason: 'I am ill' });
  await settled(salon, background);
  expect(templatesOf(await messagesOf(salon, id))).toEqual([
    'booked',
    'cancelled',
    'note_booked',
    'note_cancelled',
    'note_rescheduled',
    'rescheduled',
  ]);
  const booked = await messageOf(salon, id, 'booked');
  const moved = await messageOf(salon, id, 'rescheduled');
  const cancelled = await messageOf(salon, id, 'cancelled');
  const entries = [booked, moved, cancelled].map(({ calendar }) => eventIn(calendar!));
  expect(entries.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
  expect(new Set(entries.map(({ uid }) => uid)).size).toBe(1);
  expect(cancelled.calendar).toContain('METHOD:CANCEL');
  expect(moved.body_text).toContain('Before');
  expect(cancelled.body_text).toContain('I am ill');
});

test('a customer in Berlin reads both times of ten o’clock in New York on the day after its clocks changed', async ({
  clinic,
  background,
  at,
}) => {
  at('2026-03-01T12:00:00Z');
  const { id } = await book(clinic, '2026-03-09T14:00:00Z', { time_zone: 'Europe/Berlin' });
  await settled(clinic, background);
  const message = await messageOf(clinic, id, 'booked');
  expect(message.body_text).toContain(
    'Monday, March 9, 2026, 10:00 – 10:30 AM (Eastern Daylight Time, America/New_York)',
  );
  expect(message.body_text).toContain(
    'Monday, March 9, 2026, 3:00 – 3:30 PM (Central European Standard Time, Europe/Berlin)',
  );
  expect(eventIn(message.calendar!).startDate.toJSDate().toISOString()).toBe('2026-03-09T14:00:00.000Z');
  expect(message.calendar).toContain('America/New_York');
});

test('the reminder comes at its time, moves with the appointment, and not after a cancellation', async ({
  house,
  salon,
  background,
  at,
}) => {
  await remindBefore(house, 60);
  const kept = await book(salon, '2026-07-20T08:00:00Z');
  const moved = await book(salon, '2026-07-20T09:00:00Z');
  const cancelled = await book(salon, '2026-07-20T10:00:00Z');
  await salon.visitor.post(`/api/booking/appointments/${moved.token}/reschedule`, { start: '2026-07-20T13:00:00Z' });
  await settled(salon, background);
  at('2026-07-20T07:00:00Z');
  await salon.visitor.post(`/api/booking/appointments/${cancelled.token}/cancellation`, {});
  await settled(salon, background);
  const reminders = async () => {
    const found = await salon.rows<{ appointment_id: string }>(
      "SELECT appointment_id FROM messages WHERE template = 'reminder'",
    );
    return [kept, moved, cancelled].map(({ id }) => found.filter((one) => one.appointment_id === id).length);
  };
  expect(await reminders()).toEqual([1, 0, 0]);
  at('2026-07-20T09:30:00Z');
  await settled(salon, background);
  expect(await reminders()).toEqual([1, 0, 0]);
  at('2026-07-20T12:00:00Z');
  await settled(salon, background);
  expect(await reminders()).toEqual([1, 1, 0]);
  expect(await salon.rows('SELECT FROM due')).toHaveLength(0);
});

test('a request is received, then approved or lapses, and the customer hears of each', async ({
  house,
  salon,
  background,
  olga,
  at,
}) => {
  await house.rows('salon', 'UPDATE services SET needs_approval = true, reminder_minutes = NULL');
  const approved = await book(salon, '2026-07-22T08:00:00Z');
  const lapsed = await book(salon, '2026-07-22T09:00:00Z');
  await settled(salon, background);
  await olga.post(`/api/v1/appointments/${approved.id}/approval`, { revision: 1 });
  at('2026-07-16T08:00:00Z');
  await settled(salon, background);
  expect(templatesOf(await messagesOf(salon, approved.id))).toEqual(['approved', 'note_requested', 'requested']);
  const messages = await messagesOf(salon, lapsed.id);
  expect(templatesOf(messages)).toEqual(['expired', 'note_requested', 'requested']);
  expect(messages.map(({ calendar }) => calendar)).toEqual([null, null, null]);
  await house.rows('salon', 'UPDATE services SET needs_approval = false');
});

test('nothing leaves the sandbox', async ({ salonTest, background }) => {
  const before = await readMailbox(background.core.config.dataDir);
  const { id } = await book(salonTest, '2026-07-15T08:00:00Z');
  await settled(salonTest, background);
  expect((await messagesOf(salonTest, id)).map(({ status }) => status)).toEqual(['captured', 'captured']);
  expect(await readMailbox(background.core.config.dataDir)).toHaveLength(before.length);
});

test('an event that is reacted to again tells nobody twice', async ({ salon, background }) => {
  const { id } = await book(salon, '2026-07-23T08:00:00Z');
  await settled(salon, background);
  const mails = (await readMailbox(background.core.config.dataDir)).length;
  await salon.rows('INSERT INTO outbox SELECT id FROM events WHERE subject_id = $1', [id]);
  await settled(salon, background);
  expect(await messagesOf(salon, id)).toHaveLength(2);
  expect(await readMailbox(background.core.config.dataDir)).toHaveLength(mails);
});

test('workers beside each other send each message once', async ({ house, clinic }) => {
  const office = await openPostOffice();
  const booked = [];
  for (const hour of [13, 14, 15, 16]) booked.push(await book(clinic, `2026-07-16T${hour}:00:00Z`));
  const both = await Promise.all([startBackground(house, office.url), startBackground(house, office.url)]);
  await Promise.all(both.map(({ worker }) => worker.sweep()));
  await settled(clinic, both[0]);
  for (const { id } of booked) expect(templatesOf(await messagesOf(clinic, id))).toEqual(['booked', 'note_booked']);
  await Promise.all(both.map((one) => one.stop()));
  await office.close();
});

const remindBefore = (house: House, minutes: number) =>
  house.rows('salon', 'UPDATE services SET reminder_minutes = $1', [minutes]);

test('every party of a class hears the same, the first and the last, also when the class is called off', async ({
  salon,
  background,
  olga,
}) => {
  const service = await olga.post('/api/v1/services', {
    name: 'Yoga',
    kind: 'class',
    duration_minutes: 60,
    capacity: 5,
    price_minor: 1000,
    requires: [{ type: 'staff' }],
  });
  expect(service.status, JSON.stringify(service.problem)).toBe(201);
  const service_id = service.body['id'];
  const start = '2026-07-28T08:00:00Z';
  const session = await olga.post('/api/v1/classes', { service_id, start, resource_ids: [salon.resources.ana] });
  expect(session.status, JSON.stringify(session.problem)).toBe(201);
  const parties = [];
  for (let seat = 0; seat < 3; seat += 1) parties.push(await book(salon, start, { service_id }));
  await settled(salon, background);
  const id = String(session.body['id']);
  const revision = (await olga.get(`/api/v1/classes/${id}`)).body['revision'];
  await olga.post(`/api/v1/classes/${id}/cancellation`, { revision, reason: 'The teacher is ill' });
  await settled(salon, background);
  for (const party of parties) {
    const messages = await messagesOf(salon, party.id);
    expect(templatesOf(messages)).toEqual(['booked', 'cancelled', 'note_booked']);
    expect(messages[1]!.calendar_method).toBe('CANCEL');
    expect(messages[1]!.body_text).toContain('The teacher is ill');
  }
});
