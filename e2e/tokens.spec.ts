import { expect, test } from '@playwright/test';
import { expectNoBarriersInLightAndDark } from './barriers.ts';
import { comeIn, heading, panel, signIn, told } from './business.ts';
import { at } from './installation.ts';
import { newBusiness } from './new-business.ts';

test('an owner makes a token, a program uses it, its requests are seen, and it is revoked', async ({
  page,
  request,
}) => {
  await signIn(page, 'owner@demo.example', '/developers');
  await expect(heading(page, 'Developers')).toBeVisible();
  await expect(page).toHaveTitle('API tokens · Developers · SmoothSchedule');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await expect(dialog.getByText('Say what the token is for')).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '[role="dialog"]' });
  await dialog.getByLabel('Name').fill('Website');
  await dialog.getByRole('checkbox', { name: 'Read Services' }).check();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  const secret = (await dialog.getByLabel('The token in full').textContent())!;
  expect(secret).toMatch(/^ss_test_[0-9A-Za-z]{38}$/);
  await dialog.getByRole('button', { name: 'Close' }).last().click();

  // The bare host is enough: the token names its business.
  const ask = (path: string) => request.get(at() + path, { headers: { Authorization: `Bearer ${secret}` } });
  expect((await ask('/api/v1/services')).status()).toBe(200);
  expect((await ask('/api/v1/customers')).status()).toBe(403);

  await page.getByRole('link', { name: 'Website' }).click();
  await panel(page, 'Website').getByRole('button', { name: 'Show token' }).click();
  await expect(panel(page, 'Website').getByText(secret)).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '#content' });
  await panel(page, 'Website').getByRole('link', { name: 'Show requests' }).click();
  await expect(page.getByRole('combobox', { name: 'Token' })).toHaveValue('Website');
  await page.getByRole('link', { name: 'GET /api/v1/customers' }).click({ timeout: 15_000 });
  await expect(panel(page, 'Request').getByText('403 missing_scope')).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '#content' });
  const search = page.getByRole('searchbox', { name: 'Search requests' });
  await search.fill('nothing like it');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  // Whoever goes on typing is still in the field.
  await expect(search).toBeFocused();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await expect(search).toHaveValue('');
  await expect(page.getByRole('link', { name: 'GET /api/v1/customers' }).first()).toBeVisible();

  await page.getByRole('link', { name: 'API tokens' }).click();
  await page.getByRole('link', { name: 'Website' }).click();
  await panel(page, 'Website').getByRole('button', { name: 'Revoke token' }).click();
  await expect(page.getByText('Every program that uses this token is refused within a second.')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).click();
  await told(page, 'Website is revoked.');
  await expect.poll(async () => (await ask('/api/v1/services')).status(), { timeout: 2000 }).toBe(401);
});

test('a live token is told once, and not shown again', async ({ page }) => {
  await signIn(page, 'manager@demo.example', '/developers');
  await page.getByRole('button', { name: 'New token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Accounting');
  await dialog.getByText('Live', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Read everything' }).click();
  await dialog.getByRole('button', { name: 'Create token' }).click();
  await expect(dialog.getByText('Copy it now')).toBeVisible();
  await expectNoBarriersInLightAndDark(page, { part: '[role="dialog"]' });
  await dialog.getByRole('button', { name: 'I have copied it' }).click();
  await page.getByRole('link', { name: 'Accounting' }).click();
  await expect(panel(page, 'Accounting').getByText('Live', { exact: true })).toBeVisible();
  await expect(panel(page, 'Accounting').getByRole('button', { name: 'Show token' })).toHaveCount(0);
});

test('whoever’s plan has no API is told so where the tokens are, until it has', async ({ page }) => {
  const { address, email } = await newBusiness();
  await signIn(page, email, `${address}/developers`);
  await expect(page.getByText('The plan of your business does not include the API')).toBeVisible();
  await expect(page.getByRole('button', { name: 'New token' })).toHaveCount(0);
  await comeIn(page, 'superuser@platform.example', at('platform'));
  await page.evaluate(async (subdomain) => {
    const path = '/api/platform/tenants';
    const { data } = await (await fetch(`${path}?q=${subdomain}`)).json();
    const [{ id, revision }] = data as [{ id: string; revision: number }];
    const body = JSON.stringify({ revision, overrides: { permissions: { public_api: true } } });
    await fetch(`${path}/${id}`, { method: 'PATCH', headers: { 'Content-Type': 'application/json' }, body });
  }, new URL(address).hostname.split('.')[0]!);
  await expect(async () => {
    await page.goto(`${address}/developers`);
    await expect(page.getByRole('button', { name: 'New token' })).toHaveCount(2, { timeout: 2000 });
  }).toPass({ timeout: 15_000 });
});
