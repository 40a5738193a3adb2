import { expect, test } from '@playwright/test';
import { api, comeIn } from './business.ts';
import { at } from './installation.ts';

test('a developer reads without signing in, and tries a call in the sandbox with a token of their own', async ({
  page,
}) => {
  const address = at('demo');
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) elsewhere.push(request.url());
  });
  await page.goto(`${address}/docs/api`);
  await expect(page.getByRole('heading', { name: 'Quick start' })).toBeVisible();
  await page.getByRole('tab', { name: 'Python' }).first().click();
  await expect(page.getByText('from urllib.request import').first()).toBeVisible();

  await comeIn(page);
  const wanted = { name: 'Docs', mode: 'sandbox', scopes: ['appointments:read'] };
  const { secret } = await api<{ secret: string }>(page, '/api/v1/tokens', wanted);
  await page.goto(`${address}/docs/api`);
  await expect(page.getByText(`export SMOOTH_TOKEN="${secret}"`)).toBeVisible();

  await page.goto(`${address}/docs/api/reference`);
  await page.getByRole('button', { name: 'Test Request (get /api/v1/appointments)' }).click({ timeout: 30_000 });
  const sent = page.waitForRequest((request) => request.url().startsWith(`${address}/api/v1/appointments`));
  await page.getByRole('button', { name: /^Send/ }).first().click();
  const request = await sent;
  expect(await request.headerValue('authorization')).toBe(`Bearer ${secret}`);
  expect((await request.response())!.status()).toBe(200);
  expect(elsewhere).toEqual([]);
});
