import { expect, test } from '@playwright/test';
import { expectNoBarriersInLightAndDark, expectRoomsOpenToAll } from './barriers.ts';
import { choose, heading, panel, pickFreeTime, requestFromOutside, signIn, told } from './business.ts';
import { at } from './installation.ts';

const owner = 'owner@demo.example';
const staff = 'staff@demo.example';
const someone = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;

test('a request from the booking page is approved, moved and cancelled at the desk', async ({ page, request }) => {
  const name = someone('Rosa');
  await requestFromOutside(request, name);
  await signIn(page, owner, '/today');
  const waiting = page.getByRole('region', { name: 'Waiting for approval' });
  await waiting.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await waiting.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: 'Approve' }).click();
  await told(page, `${name} is approved`);

  await page.goto(`/appointments?period=month&q=${encodeURIComponent(name)}`);
  await page.getByRole('link', { name }).click();
  const details = panel(page, name);
  await expect(details.getByText('Confirmed', { exact: true })).toBeVisible();
  await details.getByRole('button', { name: 'Reschedule' }).click();
  await pickFreeTime(page);
  await details.getByRole('button', { name: /^Move to / }).click();
  await told(page, /^Moved to .+ with /);
  await expect(details.getByText(/^Moved from /)).toBeVisible();

  await details.getByRole('button', { name: 'Cancel appointment' }).click();
  const question = page.getByRole('dialog', { name: 'Cancel this appointment?' });
  await question.getByLabel('Reason').fill('Rosa is ill');
  await question.getByRole('button', { name: 'Cancel appointment' }).click();
  await told(page, `${name} is cancelled`);
  await expect(details.getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await expect(details.getByRole('button', { name: 'Reschedule' })).toBeHidden();
});

test('an appointment is booked for a new customer, and a closed hour says why not', async ({ page }) => {
  const name = someone('Omar');
  await signIn(page, owner, '/appointments/new');
  const form = panel(page, 'New appointment');
  await choose(page, 'Service', /Haircut/);
  await form.getByLabel('Customer').fill(name);
  // Until the search has answered, the list still moves.
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.getByRole('option', { name: `Add “${name}” as a new customer` }).click();
  await form.getByText('Another time').click();
  await form.getByLabel('Starts at').fill('03:15');
  await expect(form.getByText(/^What stands in the way of /)).toBeVisible();
  await expect(form.getByRole('list', { name: 'What speaks for and against this time' })).toContainText('hours');
  await form.getByText('Free times').click();
  await pickFreeTime(page);
  await form.getByRole('button', { name: /^Book Haircut.* for / }).click();
  await told(page, new RegExp(`for ${name} booked for`));
  await expect(panel(page, name).getByText('Confirmed', { exact: true })).toBeVisible();
});

test('the owner adds a service, a resource with hours, and a closure', async ({ page }) => {
  const name = someone('Scalp massage');
  await signIn(page, owner, '/services/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('textbox', { name: 'Price', exact: true }).fill('39');
  await page.getByRole('button', { name: 'Add service' }).click();
  await told(page, `${name} added`);
  await expect(page.getByRole('link', { name })).toBeVisible();

  const chair = someone('Chair');
  await page.goto('/resources/new');
  await page.getByLabel('Name').fill(chair);
  await choose(page, 'Type', 'Equipment');
  await page.getByText('Own hours').click();
  const hours = page.getByRole('group', { name: 'Monday' }).first();
  await hours.getByRole('switch', { name: 'Monday' }).click();
  await hours.getByRole('button', { name: 'Copy Monday to other days' }).click();
  await page.getByRole('menuitem', { name: 'Copy to Monday to Friday' }).click();
  await expect(page.getByLabel('Friday, hours 1, from')).toHaveValue('09:00');
  await page.getByRole('button', { name: 'Add resource' }).click();
  await told(page, `${chair} added`);
  await page.getByRole('button', { name: 'Add time off' }).click();
  await page.getByLabel('Reason').fill('Repair');
  await page.getByRole('button', { name: 'Add time off' }).click();
  await expect(page.getByText('No appointments lie inside.')).toBeVisible();

  const day = someone('Team day');
  await page.goto('/closures/new');
  await page.getByLabel('Name').fill(day);
  await page.getByRole('button', { name: 'Add closure' }).last().click();
  await expect(panel(page, day)).toBeVisible();
  await panel(page, day).getByRole('button', { name: 'Delete closure' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete closure' }).click();
  await told(page, `${day} deleted`);
});

test('two people edit a service: the newer state is shown and what was typed stays', async ({ page, context }) => {
  await signIn(page, owner, '/services');
  await page.getByRole('link', { name: /Haircut/ }).click();
  await page.getByLabel('Time after', { exact: true }).fill('5');
  const second = await context.newPage();
  await second.goto(page.url());
  await second.getByLabel('Description').fill(someone('A cut that lasts'));
  await second.getByRole('button', { name: 'Save service' }).click();
  await told(second, /saved/);
  await page.getByRole('button', { name: 'Save service' }).click();
  await expect(page.getByText('They changed: Description.')).toBeVisible();
  await expect(page.getByLabel('Time after', { exact: true })).toHaveValue('5');
  await page.getByRole('button', { name: 'Save service' }).click();
  await told(page, /saved/);
});

test('staff see what they may do and no more', async ({ page }) => {
  await signIn(page, staff, '/services');
  await expect(page.getByRole('link', { name: 'Add service' })).toBeHidden();
  await page.getByRole('link', { name: /Haircut/ }).click();
  await expect(heading(page, /Haircut/)).toBeVisible();
  await expect(page.getByLabel('Name')).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save service' })).toBeHidden();
  await page.goto('/closures');
  await expect(heading(page, 'Closures')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Add closure' })).toBeHidden();
});

test('signing in leads back to the address that was asked for', async ({ page }) => {
  await page.goto('/customers?q=a');
  await page.getByLabel('E-mail').fill(owner);
  await page.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(heading(page, 'Customers')).toBeVisible();
  await expect(page).toHaveURL(`${at('demo')}/customers?q=a`);
  await page.getByRole('button', { name: /^Your menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in to Demo Salon' })).toBeVisible();
});

test('a customer finds their own rooms, and none of the team', async ({ page }) => {
  await signIn(page, 'customer@demo.example');
  await expect(page.getByRole('heading', { level: 1, name: 'Your appointments' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Book appointment' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Customers' })).toHaveCount(0);
});

test('details open beside the list, step by key and close by Escape', async ({ page }) => {
  await signIn(page, owner, '/customers');
  const links = page.getByRole('table').getByRole('link');
  const [first, second] = [await links.nth(0).textContent(), await links.nth(1).textContent()];
  await links.nth(0).click();
  await expect(panel(page, first!)).toBeVisible();
  await page.keyboard.press('j');
  await expect(panel(page, second!)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
});

test('the platform lists its businesses', async ({ page }) => {
  await signIn(page, 'superuser@platform.example', `${at('platform')}/businesses`);
  await page.getByLabel('Search businesses').fill('salon');
  await expect(page.getByRole('link', { name: 'Acme Clinic' })).toBeHidden();
  await page.getByRole('link', { name: 'Demo Salon' }).click();
  await expect(page.getByRole('heading', { name: 'Demo Salon' })).toBeVisible();
  await expect(page.locator(`a[href^="${at('demo')}"]`).first()).toBeVisible();
});

const rooms = ['/today', '/appointments', '/appointments/new', '/customers', '/customers/new'];
const settings = ['/services', '/services/new', '/resources', '/resources/new', '/closures/new', '/embed'];

for (const [kind, paths] of Object.entries({ rooms, settings }))
  test(`the ${kind} are open to all`, async ({ page }) => {
    test.slow();
    await page.goto('/sign-in');
    await expect(page.getByLabel('E-mail')).toBeVisible();
    await expectNoBarriersInLightAndDark(page);
    await signIn(page, owner);
    await expectRoomsOpenToAll(page, paths);
  });
