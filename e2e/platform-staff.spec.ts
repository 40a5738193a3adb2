import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './booking.ts';
import { signIn } from './business.ts';
import { at } from './installation.ts';

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
    const init = { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{"name":"Mine"}' };
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
