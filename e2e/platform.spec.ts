import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers, expectNoSidewaysScroll } from './barriers.ts';
import { chooseService, chooseTime, fillIn, submit, title } from './booking.ts';
import { choose, heading, panel, signIn, told } from './business.ts';
import { at } from './installation.ts';
import { invitationLink } from './invited.ts';

const console = (page: Page, path: string, who = 'superuser') =>
  signIn(page, `${who}@platform.example`, `${at('platform')}${path}`);
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;

test('a business is invited with overrides, sets itself up and takes its first booking', async ({ page, request }) => {
  test.slow();
  const business = unique('Studio');
  const email = `${business.toLowerCase().replaceAll(' ', '.')}@mail.example`;
  await console(page, '/invitations');
  await page.getByRole('button', { name: 'Invite business' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite business' });
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Business name').fill(business);
  await dialog.getByLabel('Override tier limits').check();
  await dialog.getByLabel('Team members').fill('1');
  await dialog.getByRole('switch', { name: 'Own domain' }).check();
  await expectNoBarriers(page);
  await dialog.getByRole('button', { name: 'Invite business' }).click();
  await told(page, `${email} is invited`);
  await expect(page.getByRole('row').filter({ hasText: business })).toContainText('with overrides');

  await page.goto(await invitationLink(request, email));
  await heading(page, `Set up ${business}`).waitFor();
  await page.getByRole('button', { name: 'Set up the business' }).click();
  await expect(page.getByText('Use 10 characters or more.', { exact: true })).toBeVisible();
  await page.getByLabel('Your name').fill('Nora Owner');
  await page
    .getByLabel(/^Password/)
    .first()
    .fill('smooth-demo');
  await page.getByLabel('Address').fill('demo');
  await page.getByLabel('Name of the service').fill('Portrait');
  await page.getByLabel(/^Price/).fill('80');
  await page.getByRole('button', { name: 'Set up the business' }).click();
  await expect(page.getByText('The address demo is taken')).toBeVisible();
  await expectNoBarriers(page);
  await page.getByLabel('Address').fill(business.toLowerCase().replaceAll(' ', '-'));
  await page.getByRole('button', { name: 'Set up the business' }).click();
  await heading(page, `${business} can be booked`).waitFor({ timeout: 30_000 });
  const booking = await page.getByRole('link', { name: 'Open the booking page' }).getAttribute('href');

  await page.goto(booking!);
  await chooseService(page, /Portrait/);
  await chooseTime(page);
  await fillIn(page, 'Kim First');
  await submit(page).click();
  await title(page, 'Your appointment is booked');

  await page.goto(`${at('platform')}/businesses?q=${encodeURIComponent(business)}`);
  await page.getByRole('link', { name: business }).click();
  await expect(panel(page, business).getByText('1 of 1', { exact: true })).toBeVisible();
});

test('the operator adds a business, suspends it and closes it', async ({ page }) => {
  const name = unique('Barber');
  await console(page, '/businesses', 'manager');
  await page.getByRole('button', { name: 'Add business' }).click();
  const details = panel(page, 'Add business');
  await details.getByLabel('Name').fill(name);
  await details.getByLabel('Sub-domain').fill('platform');
  await details.getByRole('button', { name: 'Add business' }).click();
  await expect(details.getByText(/no reserved word/).first()).toBeVisible();
  await details.getByLabel('Sub-domain').fill(name.toLowerCase().replaceAll(' ', '-'));
  await details.getByRole('button', { name: 'Add business' }).click();
  const shown = panel(page, name);
  await expect(shown.getByText('Active', { exact: true })).toBeVisible({ timeout: 20_000 });
  await shown.getByRole('button', { name: 'Suspend business' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend business' }).click();
  await expect(shown.getByText('Suspended', { exact: true })).toBeVisible();
  await shown.getByRole('button', { name: 'Close business' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close business' }).click();
  await expect(shown.getByText('Kept until')).toBeVisible();
  await shown.getByRole('button', { name: 'Reopen business' }).click();
  await expect(shown.getByText('Active', { exact: true })).toBeVisible();
});

test('the plans stand side by side and can be changed', async ({ page }) => {
  await console(page, '/plans');
  await heading(page, 'Plans').waitFor();
  await expectNoBarriers(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Edit Starter' }).click();
  const editor = panel(page, 'Edit Starter');
  await editor.getByLabel('Locations').fill('3');
  await editor.getByRole('button', { name: 'Save' }).click();
  await told(page, 'Starter is saved');
});

test('an invitation in German opens a wizard in German, whatever the browser speaks', async ({ page, request }) => {
  const email = `${crypto.randomUUID()}@studio.example`;
  await console(page, '/invitations');
  await page.getByRole('button', { name: 'Invite business' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByLabel('Business name').fill('Studio Nörd');
  await choose(page, 'Language', 'Deutsch');
  await dialog.getByRole('button', { name: 'Invite business' }).click();
  await page.goto(await invitationLink(request, email));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Studio Nörd/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByLabel(/^Passwort/).first()).toBeVisible();
});
