import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { signIn } from './business.ts';
import { at } from './installation.ts';
import { invitationLink } from './invited.ts';

test('the staff of the platform is changed by whoever may, and two windows see it live', async ({ page, browser }) => {
  const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await signIn(page, 'superuser@platform.example', `${at('platform')}/staff`);
  await signIn(other, 'manager@platform.example', `${at('platform')}/staff`);
  const row = (where: typeof page, email: string) => where.getByRole('row').filter({ hasText: email });
  await expect(row(other, 'manager@platform.example').getByRole('button', { name: /^Edit/ })).toHaveCount(0);
  const support = row(other, 'support@platform.example');
  await expect(support.getByRole('button', { name: /^Edit/ })).toBeVisible();
  await expectNoBarriers(page);

  // Without the button, the call itself is refused.
  const status = await other.evaluate(async () => {
    const list = (await (await fetch('/api/platform/users?role=PLATFORM_MANAGER')).json()) as {
      data: { id: string }[];
    };
    const init = {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"revision":1,"name":"Mine"}',
    };
    return (await fetch(`/api/platform/users/${list.data[0]!.id}`, init)).status;
  });
  expect(status).toBe(403);

  const name = `Support ${crypto.randomUUID().slice(0, 6)}`;
  await row(page, 'support@platform.example').getByRole('button', { name: /^Edit/ }).click();
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(support).toContainText(name);

  const approves = row(page, 'support@platform.example').getByRole('switch', { name: /^Approve plugins/ });
  const seen = support.getByRole('switch', { name: /^Approve plugins/ });
  await expect(seen).toBeDisabled();
  await approves.click({ force: true });
  await expect(seen).toBeChecked();
  // What somebody has can be taken by their manager, and the superuser sees it.
  await seen.click({ force: true });
  await expect(approves).not.toBeChecked();
});

test('a superuser invites somebody of support, who chooses a password and is in; a manager may take it back', async ({
  page,
  browser,
  request,
}) => {
  test.slow();
  const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await signIn(page, 'superuser@platform.example', `${at('platform')}/staff`);
  await signIn(other, 'manager@platform.example', `${at('platform')}/staff`);
  const inviteAs = async (name: string, email: string) => {
    await page.getByRole('button', { name: 'Invite person' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByLabel('E-mail').fill(email);
    await expect(dialog.getByRole('combobox', { name: 'Role' })).toHaveValue('Support');
    await dialog.getByRole('button', { name: 'Send invitation' }).click();
    await expect(dialog).toBeHidden();
  };
  const invitations = (where: typeof page) => where.getByRole('region', { name: 'Invitations' });
  const [comes, stays] = [`${crypto.randomUUID()}@mail.example`, `${crypto.randomUUID()}@mail.example`];
  await inviteAs('Nils Comes', comes);
  await inviteAs('Nora Stays', stays);
  await expectNoBarriers(page);

  const line = invitations(other).getByRole('listitem').filter({ hasText: stays });
  await line.getByRole('button', { name: 'Take back' }).click();
  await expect(invitations(page).getByRole('listitem').filter({ hasText: stays })).toHaveCount(0);

  const guest = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await guest.goto(await invitationLink(request, comes));
  await guest.getByRole('textbox', { name: 'Password' }).fill('a password of my own');
  await guest.getByRole('button', { name: 'Accept invitation' }).click();
  await expect(guest.getByRole('navigation').first()).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: comes })).toContainText('Support');
});
