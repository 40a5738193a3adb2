import { expect, test } from '@playwright/test';
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

  const secret = await page.evaluate(async () => {
    const post = async (path: string, body: object) => {
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
    };
    await post('/api/auth/login', { email: 'owner@demo.example', password: 'smooth-demo' });
    return (await post('/api/v1/tokens', { name: 'Docs', mode: 'sandbox', scopes: ['appointments:read'] }))
      .secret as string;
  });
  await page.reload();
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
