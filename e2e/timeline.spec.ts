import { expect, test } from '@playwright/test';
import { expectNoBarriersInLightAndDark } from './barriers.ts';
import { comeIn, panel } from './business.ts';
import { barOf, drag, hourOf, hoursLater, middleOf, openDay, timeOf, withHaircut } from './timeline.ts';

test.beforeEach(({ page }) => comeIn(page));

test('Olga moves an appointment by hand, takes it back, and finds it where it was', async ({ page }) => {
  const { name, date, start, resource } = await withHaircut(page, 'Uma Drag', 21);
  await openDay(page, date);
  const bar = barOf(page, name, resource.id);
  await drag(page, await middleOf(bar), { x: await hourOf(page), y: 0 });
  await expect(page.getByText(new RegExp(`^Moved to .*${timeOf(hoursLater(start, 1))}`)).first()).toBeVisible();
  await expect(bar).toHaveAttribute('aria-label', new RegExp(`^${name} ${timeOf(hoursLater(start, 1))}`));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Undone')).toBeVisible();
  await expect(bar).toHaveAttribute('aria-label', new RegExp(`^${name} ${timeOf(start)}`));
});

test('an edge makes it longer, and Ctrl Z as long as before', async ({ page }) => {
  const { name, date, resource } = await withHaircut(page, 'Egon Edge', 24);
  await openDay(page, date);
  const bar = barOf(page, name, resource.id);
  const { box } = await middleOf(bar);
  await drag(page, { x: box.x + box.width - 2, y: box.y + box.height / 2 }, { x: (await hourOf(page)) / 2, y: 0 });
  await expect(page.getByText('Now lasts 1 hr 15 min').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone')).toBeVisible();
  await expect.poll(async () => Math.round((await bar.boundingBox())!.width)).toBe(Math.round(box.width));
});

test('a move onto taken time says with whom beforehand, and the refusal says the same', async ({ page }) => {
  const first = await withHaircut(page, 'Tara Taken', 27);
  const second = await withHaircut(page, 'Rosa Refused', { on: first.date, with: first.resource.id });
  await openDay(page, second.date);
  const bar = barOf(page, second.name, second.resource.id);
  const from = await middleOf(bar);
  const to = await middleOf(barOf(page, first.name, first.resource.id));
  await drag(page, from, { x: to.x - from.x, y: 0 }, false);
  const bubble = page.locator('[data-conflict="true"] span').filter({ hasText: 'is taken' });
  const words = (await bubble.textContent())!;
  expect(words).toMatch(/^.+ is taken until .+ by Haircut.* for Tara Taken$/);
  const refused = page.waitForResponse((answer) => answer.url().endsWith('/reschedule'));
  await page.mouse.up();
  expect(((await (await refused).json()) as { detail: string }).detail).toBe(words);
  await expect(page.getByRole('alert').filter({ hasText: words })).toBeVisible();
  await expect.poll(async () => Math.round((await bar.boundingBox())!.x)).toBe(Math.round(from.box.x));
});

test('Escape puts back what is in the hand', async ({ page }) => {
  const { name, date, resource } = await withHaircut(page, 'Esra Escape', 30);
  await openDay(page, date);
  const bar = barOf(page, name, resource.id);
  const from = await middleOf(bar);
  await drag(page, from, { x: 150, y: 0 }, false);
  await expect(bar).toHaveAttribute('data-lifted', 'true');
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(bar).not.toHaveAttribute('data-lifted', 'true');
  expect((await bar.boundingBox())!.x).toBe(from.box.x);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('empty time becomes an appointment of a new customer', async ({ page }) => {
  const { name, date, resource } = await withHaircut(page, 'Nora Neighbour', 33);
  await openDay(page, date);
  const { box } = await middleOf(barOf(page, name, resource.id));
  const hour = await hourOf(page);
  await drag(page, { x: box.x + hour, y: box.y + 20 }, { x: hour * 0.75, y: 0 });
  const form = panel(page, 'New appointment');
  await form.getByRole('combobox', { name: 'Service' }).click();
  await page.getByRole('option', { name: /^Haircut/ }).click();
  await form.getByLabel('Customer').fill('Nils Neu');
  await page.getByRole('option', { name: /as a new customer/ }).click();
  await form.getByRole('button', { name: /^Book for/ }).click();
  await expect(page.getByText(/^Haircut.* booked for/).first()).toBeVisible();
  await expect(barOf(page, 'Nils Neu', resource.id)).toBeVisible();
});

test('empty time becomes time off, and free again', async ({ page }) => {
  const { name, date, resource } = await withHaircut(page, 'Bela Block', 36);
  await openDay(page, date);
  const { box } = await middleOf(barOf(page, name, resource.id));
  await page.mouse.click(box.x + (await hourOf(page)) * 1.2, box.y + 20, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Block time from/ }).click();
  const form = panel(page, 'Block time');
  await form.getByLabel('Reason').fill('Stocktaking');
  await form.getByRole('button', { name: 'Block this time' }).click();
  const off = page.getByRole('button', { name: /^Stocktaking/ });
  await expect(off).toBeVisible();
  await off.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Remove time off' }).click();
  await expect(off).toHaveCount(0);
});

test('everything works by keyboard alone, and is said aloud', async ({ page }) => {
  const { name, date, start, resource } = await withHaircut(page, 'Kim Keyboard', 39);
  await openDay(page, date);
  const bar = barOf(page, name, resource.id);
  const aloud = page.locator('[aria-live="assertive"]').last();
  await page.locator('[data-scroller]').focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-bar]:focus')).toBeVisible();
  await bar.focus();
  await page.keyboard.press('m');
  await expect(aloud).toContainText('picked up');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(aloud).toContainText(timeOf(hoursLater(start, 1)));
  await page.keyboard.press('Escape');
  await expect(aloud).toHaveText('Put back');
  await page.keyboard.press('r');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(aloud).toContainText('Now lasts 1 hr 15 min');
  await bar.focus();
  await page.keyboard.press('Enter');
  await expect(panel(page, name)).toBeVisible();
  await expect(page).toHaveURL(/appointment=/);
  await page.keyboard.press('Escape');
  await expect(panel(page, name)).toHaveCount(0);
});

test('the menu moves an appointment to somebody else', async ({ page }) => {
  const { name, date, resource, other } = await withHaircut(page, 'Mia Menu', 42);
  await openDay(page, date);
  await barOf(page, name, resource.id).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move to…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: /^With/ }).click();
  await page.getByRole('option', { name: other.name }).click();
  await dialog.getByRole('button', { name: /^Move to/ }).click();
  await expect(barOf(page, name, other.id)).toBeVisible();
});

test('the picture stands in the address and comes back with it', async ({ page }) => {
  await page.goto('/calendar');
  await page.getByText('Week', { exact: true }).click();
  await expect(page).toHaveURL(/view=week/);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(page).toHaveURL(/zoom=1/);
  const hour = await hourOf(page);
  await page.reload();
  await expect(page.locator('[data-bar]').first()).toBeVisible();
  expect(await hourOf(page)).toBeCloseTo(hour, 0);
});

test('a day on paper lists who comes, and nothing of the screen', async ({ page }) => {
  const { name, date } = await withHaircut(page, 'Pia Paper', 45);
  await openDay(page, date);
  await expect(page.locator('[data-bar]').first()).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('cell', { name: new RegExp(name) })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
});

test('the calendar has no barriers', async ({ page }) => {
  test.slow();
  await page.goto('/calendar');
  for (const view of ['Day', 'Week', 'Month']) {
    await page.getByText(view, { exact: true }).click();
    await expect(page.locator('[data-bar], [data-day]').first()).toBeVisible();
    // The rooms around it have journeys of their own.
    await expectNoBarriersInLightAndDark(page, { part: '#content' });
  }
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('a finger that stays picks up, and one that moves scrolls', async ({ page }) => {
    const { name, date, resource } = await withHaircut(page, 'Toni Touch', 48);
    await openDay(page, date);
    const bar = barOf(page, name, resource.id);
    const { x, y } = await middleOf(bar);
    const hour = await hourOf(page);
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
    await send('touchStart', { x, y });
    await page.waitForTimeout(500);
    for (const share of [0.25, 0.5, 0.75, 1]) await send('touchMove', { x: x + hour * share * (x > 250 ? -1 : 1), y });
    await expect(bar).toHaveAttribute('data-lifted', 'true');
    await send('touchEnd');
    await expect(page.getByText(/^(Moved to|It stays where it was)/).first()).toBeVisible();
  });
});
