import { openPostOffice, type PostOffice, startBackground, until } from '../testing/post-office.ts';
import { expect, test as bare } from '../testing/test.ts';
import type { World } from '../testing/world.ts';

const test = bare.extend('office', { scope: 'file' }, async ({ house }, { onCleanup }): Promise<PostOffice> => {
  await house.rows('public', "UPDATE public.tenants SET email = 'desk@' || subdomain || '.example', locale = 'de'");
  const office = await openPostOffice();
  const background = await startBackground(house, office.url);
  sweep = () => background.worker.sweep();
  onCleanup(async () => {
    await background.stop();
    await office.close();
  });
  return office;
});
let sweep: () => Promise<unknown>;

const book = async (world: World, start: string, email: string) => {
  const answer = await world.visitor.post('/api/booking/appointments', {
    service_id: Object.values(world.services)[0],
    start,
    customer: { name: 'Zoë <b>Müller</b>', email },
  });
  expect(answer.status).toBe(201);
  await sweep();
  return (answer.body as { appointment: { id: string } }).appointment.id;
};

const statusOf = async (world: World, recipient: string) =>
  (
    await world.rows<{ status: string; attempts: number; error: string | null }>(
      'SELECT status, attempts, error FROM messages WHERE recipient = $1',
      [recipient],
    )
  )[0];

test('a mail server gets the mail with sender, reply address, both bodies and the calendar', async ({
  salon,
  office,
}) => {
  await book(salon, '2026-07-15T08:00:00Z', 'zoe@example.com');
  await until(() => office.letters.length === 2);
  const { raw } = office.letters.find(({ to }) => to === 'zoe@example.com')!;
  expect(raw).toContain('From: Salon <bookings@localhost>');
  expect(raw).toContain('Reply-To: Salon <desk@salon.example>');
  expect(raw).toMatch(/^Message-ID: <[\da-f-]{36}@localhost>/m);
  expect(raw).toMatch(/text\/calendar; charset=utf-8; method=REQUEST/);
  expect(raw).toContain('multipart/alternative');
  expect(raw).toContain('&lt;b&gt;');
  await until(async () => (await statusOf(salon, 'zoe@example.com'))?.status === 'sent');
});

test('a mail that the server cannot take now is tried again, and one it refuses for good fails with its words', async ({
  salon,
  office,
}) => {
  office.refuseWith = { code: 451, text: 'Try again later' };
  await book(salon, '2026-07-15T09:00:00Z', 'later@example.com');
  await until(async () => ((await statusOf(salon, 'later@example.com'))?.attempts ?? 0) >= 1);
  expect(await statusOf(salon, 'later@example.com')).toMatchObject({ status: 'queued', attempts: 1 });
  office.refuseWith = null;
  await until(async () => (await statusOf(salon, 'later@example.com'))?.status === 'sent');
  office.refuseWith = { code: 550, text: 'No such person' };
  await book(salon, '2026-07-15T10:00:00Z', 'nobody@example.com');
  await until(async () => (await statusOf(salon, 'nobody@example.com'))?.status === 'failed');
  const failed = await statusOf(salon, 'nobody@example.com');
  expect(failed?.error).toContain('No such person');
  expect(failed?.attempts).toBe(1);
  office.refuseWith = null;
});

test('a reminder that waited for the mail server is dropped when its appointment has ended', async ({
  salon,
  office,
  at,
  olga,
}) => {
  await salon.rows('UPDATE services SET reminder_minutes = 60');
  const id = await book(salon, '2026-07-20T08:00:00Z', 'gone@example.com');
  await until(async () => (await statusOf(salon, 'gone@example.com'))?.status === 'sent');
  office.refuseWith = { code: 451, text: 'Try again later' };
  at('2026-07-20T07:30:00Z');
  await sweep();
  const reminder = async () =>
    (
      await salon.rows<{ status: string; attempts: number }>(
        "SELECT status, attempts FROM messages WHERE appointment_id = $1 AND template = 'reminder'",
        [id],
      )
    )[0];
  await until(async () => (await reminder())?.attempts === 1);
  await olga.post(`/api/v1/appointments/${id}/cancellation`, { revision: 1 });
  office.refuseWith = null;
  await until(async () => (await reminder())?.status === 'dropped');
  const sent = office.letters.filter(({ to, raw }) => to === 'gone@example.com' && raw.includes('Erinnerung'));
  expect(sent).toEqual([]);
});
