import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { panel, signIn, told } from './business.ts';
import { newBusiness } from './new-business.ts';

/** The path of what the browser saves next. */
async function saved(page: Page, press: () => Promise<void>) {
  const download = page.waitForEvent('download');
  await press();
  return (await download).path();
}

test('an owner gives one person their data, erases them, and takes everything of the business away', async ({
  page,
}) => {
  test.slow();
  const { address, email } = await newBusiness();
  await signIn(page, email, `${address}/customers/new`);
  const form = panel(page, 'Add customer');
  await form.getByLabel('Name').fill('Vera Goodbye');
  await form.getByLabel('E-mail').fill('vera@mail.example');
  await form.getByRole('button', { name: 'Add customer' }).click();
  const vera = panel(page, 'Vera Goodbye');
  const menu = () => vera.getByRole('button', { name: 'More' }).click();
  await menu();
  const hers = await saved(page, () => page.getByRole('menuitem', { name: 'Export data' }).click());
  expect(JSON.parse(readFileSync(hers, 'utf8'))).toMatchObject({ customer: { email: 'vera@mail.example' } });

  await menu();
  await page.getByRole('menuitem', { name: 'Erase customer' }).click();
  const question = page.getByRole('dialog', { name: 'Erase Vera Goodbye' });
  await expect(question).toContainText('Nobody can bring them back.');
  await expectNoBarriers(page);
  await question.getByRole('button', { name: 'Erase Vera Goodbye' }).click();
  await told(page, 'Vera Goodbye is erased');
  await page.goto(`${address}/customers?q=vera`);
  await expect(page.getByText('Vera Goodbye')).toHaveCount(0);

  // As the mail leads there that an export is ready.
  await page.goto(`${address}/settings#export`);
  await expect(page.getByRole('button', { name: 'Export everything' })).toBeInViewport();
  await page.getByRole('button', { name: 'Export everything' }).click();
  const button = page.getByRole('button', { name: 'Download archive' });
  await expect(button).toBeVisible({ timeout: 30_000 });
  const archive = await saved(page, () => button.click());
  const files = execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).trim().split('\n');
  expect(files.at(-1)).toBe('manifest.json');
  expect(execFileSync('tar', ['-xzOf', archive], { encoding: 'utf8' })).not.toContain('vera@mail.example');
});
