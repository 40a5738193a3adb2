import { createServer, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from '@playwright/test';
import { Webhook as Verifier } from 'standardwebhooks';
import { expectNoBarriersInLightAndDark } from './barriers.ts';
import { heading, panel, signIn, told } from './business.ts';
import { receiverPort } from './installation.ts';

interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A program of the business, on this machine; the installation under test may send to its port alone. */
async function listen(): Promise<{ url: string; received: Received[]; close: () => void }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(200).end('thanks');
    });
  });
  const port = await receiverPort();
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${port}/hooks`, received, close: () => void server.close() };
}

test('a developer adds a webhook, and a booking arrives there, signed', async ({ page }) => {
  const receiver = await listen();
  // Mails of before lead there.
  await signIn(page, 'owner@demo.example', '/settings/webhooks');
  await expect(page).toHaveURL(/\/developers\/webhooks$/);
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '#content' });
  await page.getByRole('link', { name: 'Add webhook' }).click();
  const form = panel(page, 'Add webhook');
  await form.getByLabel('Address').fill('http://10.0.0.1/hooks');
  await form.getByRole('button', { name: 'Add webhook' }).click();
  await expect(form.getByText('This address is not public', { exact: false })).toBeVisible();
  await form.getByLabel('Address').fill(receiver.url);
  await form.getByLabel('Send all events, also those to come').uncheck();
  await form.getByRole('searchbox', { name: 'Search events' }).fill('appointment.b');
  await form.getByRole('checkbox', { name: 'Appointment booked or asked for' }).check();
  await expectNoBarriersInLightAndDark(page, { part: '#content' });
  await form.getByRole('button', { name: 'Add webhook' }).click();
  await expect(heading(page, receiver.url)).toBeVisible();

  await page.getByRole('button', { name: 'Show secret' }).click();
  const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
  const booked = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Sandbox-Mode': 'false' };
    const ask = async (path: string, body?: object) =>
      (await fetch(path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })).json();
    const services = await ask('/api/v1/services');
    const service = services.data.find(({ name }: { name: string }) => name.startsWith('Haircut'));
    const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    const free = await ask(`/api/v1/availability?service_id=${service.id}&from=${day(9)}&to=${day(16)}`);
    const customer = { name: 'Wendy Hook' };
    return ask('/api/v1/appointments', { service_id: service.id, start: free.data.at(-1).start, customer });
  });
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(1);
  const [{ body, headers }] = receiver.received as [Received];
  const event = new Verifier(secret).verify(body, headers as Record<string, string>);
  expect(event).toMatchObject({ type: 'appointment.booked', mode: 'live', subject_id: booked.id });

  const log = page.getByRole('table', { name: 'Deliveries' });
  await log.getByRole('link', { name: 'appointment.booked' }).click({ timeout: 15_000 });
  const delivery = panel(page, 'Appointment booked or asked for');
  await expect(delivery.getByText('thanks')).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '#content' });
  await delivery.getByRole('button', { name: 'Resend event' }).click();
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(2);
  expect(receiver.received[1]!.headers['webhook-id']).toBe(headers['webhook-id']);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Replace secret' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Replace secret' }).click();
  await told(page, 'A new secret signs from now on.');
  await page.getByRole('button', { name: 'Send test event' }).click();
  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(3);
  const last = receiver.received[2]!;
  expect(new Verifier(secret).verify(last.body, last.headers as Record<string, string>)).toMatchObject({
    type: 'webhook.tested',
  });
  await page.getByRole('link', { name: 'Edit webhook' }).click();
  await page.getByRole('button', { name: 'Delete webhook' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete webhook' }).click();
  await expect(page.getByText('No webhooks yet')).toBeVisible();
  receiver.close();
});
