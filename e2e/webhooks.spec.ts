import { createServer, type IncomingHttpHeaders } from 'node:http';
import { expect, test } from '@playwright/test';
import { Webhook as Verifier } from 'standardwebhooks';
import { expectNoBarriersInLightAndDark } from './barriers.ts';
import { heading, panel, signIn, told } from './business.ts';
import { at, receiverPort } from './installation.ts';

// Both have their program at the one address that may be sent to.
test.describe.configure({ mode: 'serial' });

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

test('a developer reads without signing in, makes a token, tries a call, and the webhook arrives', async ({ page }) => {
  test.slow();
  const receiver = await listen();
  const address = at('acme');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await page.goto(`${address}/docs/api`);
  await expect(page.getByRole('heading', { name: 'Quick start' })).toBeVisible();
  await page.getByRole('tab', { name: 'Python' }).first().click();
  await expect(page.getByText('from urllib.request import').first()).toBeVisible();

  await signIn(page, 'owner@acme.example', `${address}/developers`);
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('First steps');
  await dialog.getByRole('checkbox', { name: 'Write Customers' }).check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const token = await dialog.getByLabel('The token in full').textContent();
  const { secret } = await page.evaluate(async (url) => {
    const headers = { 'Content-Type': 'application/json', 'X-Sandbox-Mode': 'true' };
    const body = JSON.stringify({ url, event_types: ['customer.created'] });
    const { id } = await (await fetch('/api/v1/webhooks', { method: 'POST', headers, body })).json();
    return (await fetch(`/api/v1/webhooks/${id}/secret`, { headers })).json();
  }, receiver.url);
  await page.goto(`${address}/docs/api`);
  await expect(page.getByText(`export SMOOTH_TOKEN="${token}"`)).toBeVisible();

  await page.goto(`${address}/docs/api/reference`);
  await page.getByRole('link', { name: /^Customers/ }).click({ timeout: 30_000 });
  await page.getByRole('link', { name: /^Add a customer/ }).click();
  await page.getByRole('button', { name: 'Test Request (post /api/v1/customers)' }).click();
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/customers'));
  await page.getByRole('button', { name: /^Send/ }).first().click();
  const request = await sent;
  expect(await request.headerValue('authorization')).toBe(`Bearer ${token}`);
  const answer = (await request.response())!;
  expect(answer.status()).toBe(201);
  const { id } = (await answer.json()) as { id: string };

  await expect.poll(() => receiver.received.length, { timeout: 15_000 }).toBe(1);
  const [{ body, headers }] = receiver.received as [Received];
  const event = new Verifier(secret).verify(body, headers as Record<string, string>);
  expect(event).toMatchObject({ type: 'customer.created', mode: 'sandbox', subject_id: id });
  expect(elsewhere).toEqual([]);
  receiver.close();
});
