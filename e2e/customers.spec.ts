import { expect, type Page, test } from '@playwright/test';
import ical from 'ical.js';
import { expectNoBarriers, expectRoomsOpenToAll } from './barriers.ts';
import { heading, panel, pickFreeTime, signIn, told } from './business.ts';

const owner = 'owner@demo.example';
const staff = 'staff@demo.example';
const customer = 'customer@demo.example';
const code = () => crypto.randomUUID().slice(0, 6);

test('a file is looked through row by row, imported, and adds nobody twice', async ({ page }) => {
  const mark = code();
  const rows = [`Ada ${mark},ada.${mark}@mail.example,vip`, `Bob ${mark},no address,`, `Cleo ${mark},,"vip, new"`];
  const bytes = Buffer.from(`\uFEFFName,E-mail,Tags\n${rows.join('\n')}`, 'utf16le');
  const file = { name: 'old-program.csv', mimeType: 'text/csv', buffer: bytes };
  await signIn(page, owner, '/customers/import');
  const choose = () => page.locator('input[type=file]').setInputFiles(file);
  await choose();
  const report = page.getByRole('region', { name: 'What would happen' });
  await expect(report.getByText('UTF-16', { exact: true })).toBeVisible();
  const problem = report.getByRole('row', { name: /no address/ });
  await expect(problem).toContainText('is not an e-mail address');
  await expect(problem.getByRole('cell').first()).toHaveText('3');
  await expectNoBarriers(page);
  await report.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByText('The file is imported')).toBeVisible();
  await page.getByRole('button', { name: 'Import another file' }).click();
  await choose();
  await expect(report.getByText('Known already')).toBeVisible();
  await expect(report.getByRole('definition').nth(3)).toHaveText('2');
  await page.goto(`/customers?q=${mark}`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expect(page.getByRole('row', { name: /Cleo/ })).toContainText('new');
});

test('two records of one person become one, after a look at what will be left', async ({ page }) => {
  const mark = code();
  await signIn(page, owner, '/customers');
  await add(page, { name: `Mia ${mark}`, email: `mia.${mark}@mail.example` });
  await add(page, { name: `mia  ${mark}`, phone: '+1 212 555 0123', notes: 'Tea, no milk' });
  await page.goto(`/customers?q=${mark}`);
  await page.getByRole('link', { name: `Mia ${mark}`, exact: true }).click();
  await panel(page, `Mia ${mark}`).getByRole('button', { name: 'Compare and merge' }).click();
  const question = page.getByRole('dialog', { name: 'Merge two customers' });
  await expect(question.getByText('Tea, no milk')).toBeVisible();
  await expectNoBarriers(page);
  await question.getByRole('button', { name: 'Merge customers' }).click();
  await told(page, /is merged into/);
  await expect(panel(page, new RegExp(`mia +${mark}`, 'i'))).toContainText('Tea, no milk');
  await expect(page.getByRole('row')).toHaveCount(2);
});

test('a calendar address is copied, read by a program, and closed again', async ({ page }) => {
  await signIn(page, staff, '/me');
  const section = page.getByRole('region', { name: 'Calendar address' });
  await section.getByRole('button', { name: 'Make address' }).click();
  const address = await section.getByRole('textbox', { name: 'Calendar address' }).inputValue();
  const read = () => page.evaluate(async (url) => (await fetch(url)).text(), address);
  const calendar = new ical.Component(ical.parse(await read()) as ConstructorParameters<typeof ical.Component>[0]);
  expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(0);
  await section
    .getByRole('button', { name: /^Revoke the address made/ })
    .last()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke address' }).click();
  await told(page, 'The address is revoked');
  expect(await read()).toContain('not_found');
});

test('time off is asked for, seen by a manager, and approved', async ({ page, browser }) => {
  const reason = `Wedding ${code()}`;
  await signIn(page, staff, '/me?view=month');
  const section = page.getByRole('region', { name: 'Time off' });
  await section.getByRole('button', { name: 'Ask for time off' }).click();
  await section.getByLabel('Reason').fill(reason);
  await section.getByRole('button', { name: 'Ask for time off' }).click();
  await expect(section.getByText('Waiting').last()).toBeVisible();
  const desk = await browser.newPage();
  await signIn(desk, owner, '/today');
  await desk
    .getByRole('button', { name: /^Decide about the time off of/ })
    .first()
    .click();
  const question = desk.getByRole('dialog');
  await expect(question.getByText(/lies? inside/)).toBeVisible();
  await question.getByRole('button', { name: 'Approve time off' }).click();
  await told(desk, /is away then/);
  await expect(section.getByText('Approved').last()).toBeVisible();
});

test('a customer moves and cancels their own, keeps a profile, and sees no room of the team', async ({ page }) => {
  await signIn(page, customer);
  await expect(heading(page, 'Your appointments')).toBeVisible();
  const upcoming = page.getByRole('region', { name: 'Upcoming' });
  const last = upcoming.getByRole('article').last();
  await last.getByRole('button', { name: 'Reschedule' }).click();
  await pickFreeTime(page);
  await page.getByRole('button', { name: /^Move to / }).click();
  await told(page, /^(Moved to|Asked for) /);
  const count = await upcoming.getByRole('article').count();
  await upcoming.getByRole('button', { name: 'Cancel appointment' }).last().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel appointment' }).click();
  await told(page, /^Cancelled: /);
  await expect(upcoming.getByRole('article')).toHaveCount(count - 1);
  await page.getByRole('link', { name: 'Profile' }).click();
  await page.getByLabel('Phone').fill('+1 212 555 0188');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await told(page, 'Your profile is saved');
  await page.goto('/customers');
  await expect(page.getByText('Not found')).toBeVisible();
});

const rooms: [string, string[]][] = [
  [owner, ['/customers', '/customers/import', '/customers/duplicates']],
  [staff, ['/me', '/me?view=month', '/me?view=agenda']],
  [customer, ['/', '/profile']],
];
for (const [who, paths] of rooms)
  test(`the rooms of ${who} are open to all`, async ({ page }) => {
    test.slow();
    await signIn(page, who);
    await expectRoomsOpenToAll(page, paths);
  });

interface NewCustomer {
  name: string;
  email?: string;
  phone?: string;
  notes?: string;
}
async function add(page: Page, { name, email = '', phone = '', notes = '' }: NewCustomer) {
  await page.goto('/customers/new');
  const form = panel(page, 'Add customer');
  await form.getByLabel('Name').fill(name);
  await form.getByLabel('E-mail').fill(email);
  await form.getByLabel('Phone').fill(phone);
  await form.getByLabel('Notes').fill(notes);
  await form.getByRole('button', { name: 'Add customer' }).click();
  await told(page, /added$/);
}
