import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers, expectRoomsOpenToAll } from './barriers.ts';
import { choose, heading, panel, signIn, told } from './business.ts';
import { at } from './installation.ts';

const acme = at('acme');

/** Somebody with a window of their own. */
async function another(page: Page, who: string, path: string): Promise<Page> {
  const context = await page.context().browser()!.newContext({ locale: 'en-US', timezoneId: 'America/New_York' });
  const own = await context.newPage();
  await signIn(own, who, path);
  return own;
}

async function give(page: Page, person: string | RegExp, permission: string, reason: string, minutes = 30) {
  await page.getByRole('button', { name: 'Give permission' }).first().click();
  const dialog = page.getByRole('dialog');
  await choose(page, 'Person', person);
  await choose(page, 'Permission', permission);
  await dialog.getByLabel('Reason').fill(reason);
  await dialog.getByLabel('Minutes').fill(String(minutes));
  await dialog.getByRole('button', { name: 'Give permission' }).click();
  await expect(dialog).toBeHidden();
}

test('a permission for a while works at once, is revoked in the list, and both stand in the audit', async ({
  page,
}) => {
  const reason = `Card index ${crypto.randomUUID().slice(0, 6)}`;
  const staff = await another(page, 'staff@demo.example', `${at('demo')}/customers`);
  await expect(heading(staff, 'Customers')).toBeVisible();
  const tools = staff.getByRole('button', { name: 'More with customers' });
  await expect(tools).toHaveCount(0);

  await signIn(page, 'owner@demo.example', `${at('demo')}/team`);
  await page.getByRole('link', { name: 'Temporary permissions' }).click();
  await give(page, 'Maya Lopez', 'Import customers', reason);
  const row = page.getByRole('row').filter({ hasText: reason });
  await expect(row).toContainText('Active');
  await expect(row).toContainText(/in (29:\d\d|30:00)/);
  await staff.reload();
  await tools.click();
  await expect(staff.getByRole('menuitem', { name: 'Export this list' })).toHaveCount(0);
  await staff.getByRole('menuitem', { name: 'Import customers' }).click();
  await expect(heading(staff, 'Import customers')).toBeVisible();

  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Revoke 1 permission' }).click();
  await expect(page.getByRole('dialog')).toContainText('Maya Lopez (Import customers)');
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke 1 permission' }).click();
  await told(page, '1 permission is revoked.');
  await expect(row).toContainText('Revoked');
  await staff.goto(`${at('demo')}/customers`);
  await expect(heading(staff, 'Customers')).toBeVisible();
  await expect(tools).toHaveCount(0);

  await page.goto(`/audit?q=${encodeURIComponent(reason)}`);
  await page.getByRole('table').getByRole('link').first().click();
  const entry = panel(page, 'Gave a permission for a while');
  await expect(entry).toContainText('staff@demo.example');
  await expect(entry).toContainText(reason);
  await expect(entry).toContainText('Import customers');
  await page.reload();
  await expect(entry).toContainText(reason);
  await page.goto('/audit?action=GRANT_REVOKED');
  await expect(page.getByRole('row').filter({ hasText: 'staff@demo.example' }).first()).toBeVisible();
});

test('what a person may do for good is ticked beside the team', async ({ page }) => {
  await signIn(page, 'owner@acme.example', `${acme}/team`);
  await page.getByRole('row').filter({ hasText: 'staff@acme.example' }).getByRole('link').click();
  const member = page.getByRole('complementary').filter({ hasText: 'staff@acme.example' });
  await expect(member.getByRole('checkbox', { name: 'Act as somebody else' })).toBeDisabled();
  await member.getByRole('checkbox', { name: 'Export customers' }).check();
  await member.getByRole('button', { name: 'Save permissions' }).click();
  await told(page, /The permissions of .+ are saved/);
  await page.reload();
  await expect(member.getByRole('checkbox', { name: 'Export customers' })).toBeChecked();
  await member.getByRole('checkbox', { name: 'Export customers' }).uncheck();
  await member.getByRole('button', { name: 'Save permissions' }).click();
  await expect(member.getByRole('button', { name: 'Save permissions' })).toBeHidden();
});

test('a permission of the console is used, and ends by itself when its minute is over', async ({ page }) => {
  test.slow();
  const reason = `Last night ${crypto.randomUUID().slice(0, 6)}`;
  const support = await another(page, 'support@platform.example', `${at('platform')}/overview`);
  const auditLink = support.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Audit' });
  await expect(heading(support, 'Overview')).toBeVisible();
  await expect(auditLink).toHaveCount(0);

  await signIn(page, 'superuser@platform.example', `${at('platform')}/grants`);
  await give(page, 'Sam Whitfield', 'Read the audit of the platform', reason, 1);
  const row = page.getByRole('row').filter({ hasText: reason });
  await expect(row).toContainText('Active');
  await support.reload();
  await auditLink.click();
  await expect(support.getByRole('row').filter({ hasText: 'support@platform.example' }).first()).toBeVisible();

  await expect(row).toContainText('Expired', { timeout: 70_000 });
  await support.reload();
  await expect(support.getByText('This is not open to you')).toBeVisible();
  await expect(auditLink).toHaveCount(0);
});

const rooms: [string, string, string[]][] = [
  ['owner@acme.example', acme, ['/team', '/team/grants', '/audit', '/account']],
  ['superuser@platform.example', at('platform'), ['/overview', '/users', '/grants', '/audit', '/account']],
];
for (const [who, base, paths] of rooms)
  test(`what ${who} gives and looks after is open to all`, async ({ page }) => {
    test.slow();
    await signIn(page, who, base);
    await expectRoomsOpenToAll(
      page,
      paths.map((path) => base + path),
    );
  });

test('a member beside the team has no barriers', async ({ page }) => {
  await signIn(page, 'owner@acme.example', `${acme}/team`);
  await page.getByRole('row').filter({ hasText: 'staff@acme.example' }).getByRole('link').click();
  await expect(page.getByRole('group', { name: 'Customers' })).toBeVisible();
  await expectNoBarriers(page);
});
