import { expect, test } from '@playwright/test';
import { at } from './installation.ts';

test('support acts as a member of staff, from the console and back to where it was', async ({ page }) => {
  await page.goto(at('platform'));
  await page.getByLabel('E-mail').fill('support@platform.example');
  await page.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('link', { name: 'Users' }).first().click();
  await page.getByPlaceholder('Name or e-mail').fill('staff@demo');
  // What is looked for stands in the address a moment later, and is come back to.
  await expect(page).toHaveURL(/q=staff%40demo/);
  await page.getByRole('button', { name: 'Act as Maya Lopez' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'Act as this person' })).toBeDisabled();
  await dialog.getByLabel('Reason').fill('Her calendar does not open');
  await dialog.getByRole('button', { name: 'Act as this person' }).click();

  await page.waitForURL(`${at('demo')}/**`);
  const banner = page.getByRole('complementary', { name: 'Acting as somebody else' });
  await expect(banner).toContainText('You act as Maya Lopez.');
  await expect(banner).toContainText('Her calendar does not open');
  await page.goto(`${at('demo')}/customers`);
  await expect(banner).toBeVisible();

  await banner.getByRole('button', { name: 'Stop' }).click();
  await page.waitForURL(`${at('platform')}/users?q=staff%40demo`);
  await expect(page.getByRole('button', { name: 'Act as Maya Lopez' })).toBeVisible();
  await page.goto(`${at('demo')}/customers`);
  await expect(page.getByLabel('Password', { exact: true })).toBeVisible();
});

test('a manager of the platform acts as nobody', async ({ page }) => {
  await page.goto(`${at('platform')}/users`);
  await page.getByLabel('E-mail').fill('manager@platform.example');
  await page.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('row', { name: /owner@demo.example/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Act as/ })).toHaveCount(0);
});
