import { expect, test } from '@playwright/test';
import { comeIn } from './business.ts';

const title = 'Test tools';

test('the owner tries things in test mode, and live is as it was', async ({ page, context }) => {
  await comeIn(page);
  await page.goto('/customers');
  await expect(page.getByRole('link', { name: 'Noah Bennett' })).toBeVisible();
  const other = await context.newPage();
  await other.goto('/services');

  await page.getByRole('radiogroup', { name: 'Mode' }).getByText('Test').click();
  const banner = page.getByText('Test mode. Nothing here reaches a customer.');
  await expect(banner).toBeVisible();
  // The other tab follows, so that nobody writes into the mode they do not see.
  await expect(other.getByText('Test mode. Nothing here reaches a customer.')).toBeVisible();
  await other.close();

  await page.getByRole('link', { name: title }).click();
  await page.getByRole('button', { name: 'Fill with this world' }).click();
  await page.getByRole('button', { name: 'Replace everything' }).click();
  await expect(page.getByText(/^Filling in/).first()).toBeVisible();
  await expect(page.getByText(/^Filling in/)).toHaveCount(0, { timeout: 45_000 });

  const booked = await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Sandbox-Mode': 'true' };
    const ask = async (path: string, body?: object) =>
      (await fetch(path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })).json();
    const services = await ask('/api/v1/services');
    const service = services.data.find(({ name }: { name: string }) => name.startsWith('Haircut'));
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const until = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
    const free = await ask(`/api/v1/availability?service_id=${service.id}&from=${day}&to=${until}`);
    const customer = { name: 'Tess Tester', email: 'tess@example.com' };
    return ask('/api/v1/appointments', { service_id: service.id, start: free.data[0].start, customer });
  });
  expect(booked.status).toBe('confirmed');

  const outbox = page.getByRole('table', { name: 'Outbox' });
  await expect(outbox.getByText('tess@example.com').first()).toBeVisible({ timeout: 15_000 });
  await expect(outbox.getByText('Kept here').first()).toBeVisible();
  const before = await outbox.getByText('tess@example.com').count();
  await page.getByRole('button', { name: 'Ahead by 30 days' }).click();
  await expect(page.getByText(/^The clock shows/)).toBeVisible();
  await page.getByRole('button', { name: 'Exit' }).click();
  await expect(banner).toHaveCount(0);
  expect(before).toBeGreaterThan(0);
  await page.goto('/customers?q=Tess');
  await expect(page.getByText('Tess Tester')).toHaveCount(0);
});

test('staff have no switch', async ({ page }) => {
  await page.goto('/favicon.svg');
  await page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    await fetch('/api/auth/login', {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: 'staff@demo.example', password: 'smooth-demo' }),
    });
  });
  await page.goto('/sandbox');
  await expect(page.getByText('These tools belong to test mode')).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Mode' })).toHaveCount(0);
});
