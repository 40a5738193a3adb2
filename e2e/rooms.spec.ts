import { expect, type Page, test, type Request } from '@playwright/test';
import { expectNoBarriers, expectRoomsOpenToAll } from './barriers.ts';
import { heading, panel, requestFromOutside, signIn, told } from './business.ts';
import { at } from './installation.ts';
import { newBusiness } from './new-business.ts';

const owner = 'owner@demo.example';
const staff = 'staff@demo.example';
const someone = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
const card = async (page: Page, name: string) => {
  const shown = page.locator('main dl').nth(1).locator('div').filter({ hasText: name }).locator('dd').first();
  return Number((await shown.textContent())?.replace(/\D/g, ''));
};
const isoDay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a booking raises the numbers of its days, which can be read as a table and downloaded', async ({
  page,
  request,
}) => {
  const days = `/overview?period=custom&from=${isoDay(0)}&to=${isoDay(40)}`;
  await signIn(page, owner, days);
  await expect(page.getByText('Expected revenue')).toBeVisible();
  const before = await card(page, 'Bookings');
  await requestFromOutside(request, someone('Nora'));
  await expect.poll(() => card(page, 'Bookings')).toBeGreaterThan(before);

  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'Bookings per day' }).getByRole('row')).toHaveCount(42);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  expect((await download).suggestedFilename()).toBe(`overview-${isoDay(0)}-${isoDay(40)}.csv`);

  await page.getByText('7 days', { exact: true }).click();
  await expect(page).toHaveURL(/period=7d/);
});

test('days in the wrong order are said, and the numbers stay away', async ({ page }) => {
  await signIn(page, owner, '/overview?period=custom&from=2026-03-10&to=2026-03-01');
  await expect(page.getByText('Choose a last day on or after the first').first()).toBeVisible();
});

test('staff see neither the sums nor the settings', async ({ page }) => {
  await signIn(page, staff, '/overview');
  await expect(page.getByText('This is not open to you').first()).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' })).toBeHidden();
  await page.goto('/settings');
  await expect(page.getByText('This is not open to you')).toBeVisible();
});

test('a colour too pale to read is kept readable, and the booking page wears it', async ({ page, context }) => {
  await signIn(page, 'owner@acme.example', `${at('acme')}/settings`);
  await page.getByLabel('Colour').fill('#ffe100');
  await expect(page.getByText(/Darkened to #.+contrast of 4\.[5-9]/)).toBeVisible();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await told(page, 'Settings saved');
  const visitor = await context.newPage();
  await visitor.goto(`${at('acme')}/book`);
  await expect(visitor.getByText('Acme Clinic').first()).toBeVisible();
  // A business is remembered for a second, so whoever comes at once may still see the old colour.
  const accent = async () => {
    await visitor.reload();
    await expect(visitor.getByText('Acme Clinic').first()).toBeVisible();
    return visitor.evaluate(() => document.documentElement.style.getPropertyValue('--accent-soft-light').trim());
  };
  await expect.poll(accent).toBe('#fffdeb');
  await expectNoBarriers(visitor);
});

test('two people change the settings: what was typed stays, and saves on top', async ({ page, context }) => {
  await signIn(page, owner, '/settings');
  const tagline = someone('Hair and more');
  await page.getByLabel('Tagline').fill(tagline);
  const second = await context.newPage();
  await second.goto('/settings');
  await second.getByLabel('Address', { exact: true }).fill(someone('Court Street'));
  await second.getByRole('button', { name: 'Save settings' }).click();
  await told(second, 'Settings saved');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('They changed: Address.')).toBeVisible();
  await expect(page.getByLabel('Tagline')).toHaveValue(tagline);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await told(page, 'Settings saved');
});

test('the palette finds a customer by typing', async ({ page, request }) => {
  const name = someone('Quincy');
  await requestFromOutside(request, name);
  await signIn(page, owner);
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search, or go anywhere' });
  await search.fill(name);
  await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toHaveCount(2);
  await expectNoBarriers(page);
  await page.keyboard.press('Enter');
  await expect(panel(page, name)).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Search' }).click();
  await search.fill('zzzz');
  await expect(page.getByText('Nothing matches “zzzz”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
});

test('single keys lead to rooms, through lists and to the help sheet', async ({ page }) => {
  await signIn(page, owner);
  await expect(heading(page, 'Calendar')).toBeVisible();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await expectNoBarriers(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(heading(page, 'Customers')).toBeVisible();
  const links = page.getByRole('table').getByRole('link');
  await expect(links.nth(1)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(links.nth(1)).toBeFocused();
  await page.keyboard.press('k');
  await expect(links.nth(0)).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.getByLabel('Search customers')).toBeFocused();
  await page.keyboard.type('gc?n');
  await expect(page.getByLabel('Search customers')).toHaveValue('gc?n');
  await page.getByLabel('Search customers').blur();
  await page.keyboard.press('n');
  await expect(panel(page, 'New appointment')).toBeVisible();
});

test('services are put into another order by keys', async ({ page }) => {
  await signIn(page, owner, '/services');
  const names = page.getByRole('region', { name: 'Skin' }).getByRole('link');
  const [first, second] = await names.allTextContents();
  const saved = savesOf(page);
  await page.getByRole('button', { name: `Move ${first}, 1 of 2` }).press('ArrowDown');
  await expect(names).toHaveText([second!, first!]);
  await expect(page.getByRole('button', { name: `Move ${first}, 2 of 2` })).toBeFocused();
  await expect.poll(saved, { timeout: 30_000 }).toBe(true);
  await page.reload();
  await expect(names).toHaveText([second!, first!]);
});

/** Whether everything that was to be saved is: one service after the other, so none is under way for a while. */
function savesOf(page: Page): () => boolean {
  let underWay = 0;
  let last = Date.now();
  const count = (by: number) => (request: Request) => {
    if (request.method() !== 'PATCH') return;
    underWay += by;
    last = Date.now();
  };
  page.on('request', count(1));
  page.on('requestfinished', count(-1));
  page.on('requestfailed', count(-1));
  return () => underWay === 0 && Date.now() - last > 1000;
}

test('a service says what it needs and when it is free', async ({ page }) => {
  await signIn(page, owner, '/services');
  await page.getByRole('link', { name: /Haircut/ }).click();
  await expect(page.getByText(/^A time is on offer when .+ free/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'Next bookable times' }).getByRole('listitem')).toHaveCount(3);
});

test('a new business is led to its first booking', async ({ page }) => {
  const { address, email } = await newBusiness();
  await signIn(page, email, `${address}/`);
  const steps = page.getByRole('region', { name: 'First steps' });
  await expect(steps.getByText('0 of 5 done')).toBeVisible();
  await expectNoBarriers(page);
  await steps.getByRole('button', { name: 'Set hours' }).click();
  await expect(page.getByLabel('Friday, hours 1, from')).toHaveValue('09:00');
  await page.goto(`${address}/resources/new`);
  await page.getByLabel('Name').fill('Ida');
  await page.getByRole('button', { name: 'Add resource' }).click();
  await told(page, 'Ida added');
  await page.goto(`${address}/services/new`);
  await page.getByLabel('Name').fill('Massage');
  await page.getByRole('button', { name: 'Add service' }).click();
  await told(page, 'Massage added');
  await page.goto(`${address}/`);
  await expect(steps.getByText('3 of 5 done')).toBeVisible();
  await page.goto(`${address}/book`);
  await expect(page.getByText('Massage')).toBeVisible();
  await page.goto(`${address}/`);
  await steps.getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(steps).toBeHidden();
  await page.reload();
  await expect(heading(page, 'Calendar')).toBeVisible();
  await expect(steps).toBeHidden();
});

test('the overview and the settings are open to all', async ({ page }) => {
  test.slow();
  await signIn(page, owner);
  await expectRoomsOpenToAll(page, ['/overview', '/settings', '/services']);
});
