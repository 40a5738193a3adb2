import { expect, test } from '@playwright/test';
import { comeIn, panel } from './business.ts';
import { barOf, drag, hourOf, hoursLater, middleOf, openDay, timeOf, withClass, withTimeOff } from './timeline.ts';

/** What is no appointment and yet moves: time off, and classes with everybody in them. */
test.beforeEach(({ page }) => comeIn(page));

test('time off moves by hand, by keys and by its panel, and comes back by undo', async ({ page }) => {
  const { date, from, resource, other } = await withTimeOff(page, 'Inventory', 21);
  await openDay(page, date);
  const off = page.locator(`[data-row="${resource.id}"] [data-off]`, { hasText: 'Inventory' });
  await drag(page, await middleOf(off), { x: (await hourOf(page)) / 2, y: 0 });
  await expect(off).toHaveAttribute('data-start', String(from + 1_800_000));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(off).toHaveAttribute('data-start', String(from));
  await off.focus();
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Now lasts 1 hr 15 min').first()).toBeVisible();
  await off.click();
  await panel(page, 'Inventory').getByRole('button', { name: 'Move to…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Move time off/ });
  await dialog.getByRole('combobox', { name: /^With/ }).click();
  await page.getByRole('option', { name: other.name }).click();
  await dialog.getByRole('button', { name: /^Move to/ }).click();
  await expect(page.locator(`[data-row="${other.id}"] [data-off]`, { hasText: 'Inventory' })).toBeVisible();
  await expect(off).toHaveCount(0);
});

test('a class moves with who is in it, and not onto taken time', async ({ page }) => {
  const { date, from, start, resource } = await withClass(page, 'Braiding', 24);
  await openDay(page, date);
  const bar = barOf(page, 'Braiding', resource.id);
  const hour = await hourOf(page);
  await drag(page, await middleOf(bar), { x: -hour, y: 0 }, false);
  const words = (await page.locator('[data-conflict="true"] span').filter({ hasText: 'is taken' }).textContent())!;
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/reschedule'));
  await page.mouse.up();
  expect(((await (await refused).json()) as { detail: string }).detail).toBe(words);
  await expect(bar).toHaveAttribute('aria-label', new RegExp(`^Braiding ${timeOf(from)}`));
  await drag(page, await middleOf(bar), { x: hour / 2, y: 0 });
  const later = timeOf(hoursLater(start, 1.5));
  await expect(bar).toHaveAttribute('aria-label', new RegExp(`^Braiding ${later}`));
  await bar.click();
  const pupil = panel(page, 'Braiding').getByRole('listitem').filter({ hasText: 'Pupil of Braiding' });
  await expect(pupil).toContainText(later);
});
