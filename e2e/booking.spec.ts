import { expect, type Page, type Response, test } from '@playwright/test';
import { chooseService, chooseTime, fillIn, submit, title } from './booking.ts';

test('Rosa books, opens her link, moves and cancels', async ({ page }) => {
  await page.goto('/book');
  await chooseService(page, /Haircut/);
  await chooseTime(page);
  await title(page, 'Your details');
  await fillIn(page);
  await submit(page).click();
  await title(page, 'Your appointment is booked');
  const calendar = page.getByRole('link', { name: 'Add to calendar' });
  const file = await calendar.evaluate(async (link: HTMLAnchorElement) => (await fetch(link.href)).text());
  expect(file).toContain('BEGIN:VEVENT');

  await page.getByRole('link', { name: 'Change or cancel' }).click();
  await title(page, 'Your appointment');
  await expect(page.getByText('Confirmed')).toBeVisible();

  await page.getByRole('button', { name: 'Change time' }).click();
  await chooseTime(page);
  await page.getByRole('button', { name: /^Move to/ }).click();
  await expect(page.getByRole('status').getByText(/Your appointment is now on/)).toBeAttached();
  await title(page, 'Your appointment');

  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await title(page, /^Cancel Haircut/);
  await page.getByLabel('Reason').fill('I am away');
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await expect(page.getByText('This appointment is cancelled.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('link', { name: 'Book again' })).toBeVisible();
});

test('a service that needs approval is asked for, not booked', async ({ page }) => {
  await page.goto('/book');
  await chooseService(page, /Needs confirmation/);
  await chooseTime(page);
  await fillIn(page, 'Tom Weber');
  await expect(submit(page)).toHaveText(/^Request /);
  await submit(page).click();
  await title(page, 'Your request is sent');
});

test('a time lost at the last moment keeps every word and offers others', async ({ page }) => {
  await page.goto('/book');
  await chooseService(page, /Haircut/);
  await page.getByRole('radio').nth(1).check();
  const held = page.waitForResponse((response) => response.url().endsWith('/holds') && response.status() === 201);
  await chooseTime(page);
  await fillIn(page, 'Ines Roth');
  await takeFrom(page, await held);

  await submit(page).click();
  await expect(page.getByText('That time has just been taken')).toBeVisible();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Ines Roth');
  const before = await submit(page).textContent();
  await page.locator('.notice').getByRole('button').first().click();
  await expect(page.getByText('That time has just been taken')).toBeHidden();
  expect(await submit(page).textContent()).not.toBe(before);
  await submit(page).click();
  await title(page, 'Your appointment is booked');
});

test('fields say what they need, and the first of them takes the focus', async ({ page }) => {
  await page.goto('/book');
  await chooseService(page, /Haircut/);
  await chooseTime(page);
  await page.getByLabel('Email').fill('rosa');
  await submit(page).click();
  await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(page.getByLabel('Name', { exact: true })).toHaveAccessibleDescription('Enter your name.');
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription('Enter an address like ana@example.com.');
});

test('Back and a reload lose nothing, and what was held is free again', async ({ page }) => {
  await page.goto('/book');
  await chooseService(page, /Haircut/);
  await chooseTime(page);
  await fillIn(page);
  const chosen = await submit(page).textContent();
  await page.reload();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Rosa Delgado');
  expect(await submit(page).textContent()).toBe(chosen);

  const released = page.waitForResponse((response) => response.request().method() === 'DELETE');
  await page.goBack();
  await title(page, 'Choose a time');
  expect((await released).status()).toBe(204);
  await page.locator('.time-chosen').click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Rosa Delgado');
  expect(await submit(page).textContent()).toBe(chosen);
  await page.goBack();
  await page.goBack();
  await title(page, 'Choose a service');
});

test('an answer lost on the way books once', async ({ page }) => {
  await page.addInitScript(() => {
    const { fetch } = window;
    let isFirst = true;
    window.fetch = async (address, options) => {
      const answer = await fetch(address, options);
      if (!isFirst || address !== '/api/booking/appointments') return answer;
      isFirst = false;
      throw new TypeError('The connection is gone');
    };
  });
  const keys: (string | undefined)[] = [];
  const answers: number[] = [];
  page.on('response', (response) => {
    if (!response.url().endsWith('/api/booking/appointments')) return;
    keys.push(response.request().headers()['idempotency-key']);
    answers.push(response.status());
  });
  await page.goto('/book');
  await chooseService(page, /Haircut/);
  await chooseTime(page);
  await fillIn(page);
  await submit(page).click();
  await title(page, 'Your appointment is booked');
  expect(answers).toEqual([201, 201]);
  expect(keys[0]).toBe(keys[1]);
});

test.describe('from another zone', () => {
  test.use({ timezoneId: 'Europe/Berlin' });

  test('both clocks are shown, the place first', async ({ page }) => {
    await page.goto('/book');
    await chooseService(page, /Haircut/);
    await expect(page.getByText(/Times are in Berlin time/)).toBeVisible();
    await chooseTime(page);
    const summary = page.getByRole('region', { name: 'Your appointment' });
    await expect(summary).toContainText(/in New York.*for you, in Berlin/);
  });
});

/** Somebody else is faster: the hold ends, and the same person is booked at the same time. */
async function takeFrom(page: Page, response: Response) {
  const hold = (await response.json()) as { id: string; service_id: string; start: string };
  const asked = response.request().postDataJSON() as { resource_id: string };
  const { id, service_id, start } = hold;
  const booking = { service_id, start, resource_id: asked.resource_id, customer: faster };
  const status = await page.evaluate(
    async ({ id, booking }) => {
      await fetch(`/api/booking/holds/${id}`, { method: 'DELETE' });
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const body = JSON.stringify(booking);
      return (await fetch('/api/booking/appointments', { method: 'POST', headers, body })).status;
    },
    { id, booking },
  );
  expect(status).toBe(201);
}

const faster = { name: 'Someone Faster', email: 'faster@example.com' };
