import Fastify from 'fastify';
import { startBackground, until } from '../testing/post-office.ts';
import { expect, test } from '../testing/test.ts';
import { mailboxRoutes } from './routes/mailbox.ts';

test('without a mail server the mails can be read at /dev/mail, as text, HTML and calendar, and never in production', async ({
  house,
  salon,
}) => {
  const background = await startBackground(house);
  const { config } = background.core;
  const app = Fastify();
  mailboxRoutes(app, config);
  const read = async (url: string) => app.inject({ url });
  expect((await read('/dev/mail')).body).toContain('Messages appear here');
  await salon.visitor.post('/api/booking/appointments', {
    service_id: salon.services.haircut,
    start: '2026-07-15T08:00:00Z',
    customer: { name: '<script>alert(1)</script>', email: 'eve@example.com' },
  });
  await background.worker.sweep();
  await until(async () => (await read('/dev/mail.json')).json<{ data: unknown[] }>().data.length === 1);
  const { id } = (await read('/dev/mail.json')).json<{ data: { id: string }[] }>().data[0]!;
  const list = await read('/dev/mail');
  expect(list.body).toContain('Confirmed: Haircut');
  const mail = await read(`/dev/mail/${id}`);
  expect(mail.body).toMatch(/<a href="http:\/\/salon.localhost:3000\/manage\/[^"]+">/);
  expect(mail.body).not.toContain('<script>');
  expect(mail.headers['content-security-policy']).toContain("default-src 'none'");
  const shown = await read(`/dev/mail/${id}/html`);
  expect(shown.body).not.toContain('<script>');
  expect(shown.headers['content-security-policy']).toContain('sandbox');
  expect((await read(`/dev/mail/${id}/appointment.ics`)).body).toContain('METHOD:REQUEST');
  expect((await read('/dev/mail/..%2f..%2fsecret')).statusCode).toBeGreaterThanOrEqual(400);
  await background.stop();

  const production = Fastify();
  mailboxRoutes(production, { ...config, production: true });
  expect((await production.inject({ url: '/dev/mail' })).statusCode).toBe(404);
});
