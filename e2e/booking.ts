import { expect, type Page, test } from '@playwright/test';

/** What a visitor does on the booking page, for the journeys to be told in a few lines. */

export const title = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('heading', { level: 1, name: text })).toBeVisible();

export async function chooseService(page: Page, name: RegExp | string) {
  await page.getByRole('button', { name }).first().click();
  await title(page, 'Choose a time');
}

/**
 * A free time in the week or month to come, where no notice is in the way. Journeys run beside each other: whoever finds
 * the time just taken chooses another, like people do. Works in every language.
 */
export async function chooseTime(page: Page) {
  await page.locator('.picker-head button').last().click();
  const days = page.locator('.day-free');
  await days.first().waitFor();
  await days.nth(luckyNumber() % (await days.count())).click();
  const chosen = page.locator('form, .confirm');
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await times(page).first().waitFor();
    await times(page)
      .nth((luckyNumber() + attempt) % (await times(page).count()))
      .click();
    await expect(page.locator('.time[aria-busy="true"]')).toHaveCount(0);
    if ((await chosen.count()) > 0) return;
  }
}

/** Spreads the journeys over days and times, the same way in every run. */
const luckyNumber = () =>
  Array.from(test.info().titlePath.join()).reduce((sum, letter) => sum + letter.charCodeAt(0), 0);

export const times = (page: Page) => page.locator('.time');

export async function fillIn(page: Page, name = 'Rosa Delgado') {
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Email').fill(`${name.toLowerCase().replaceAll(' ', '.')}@example.com`);
}

export const submit = (page: Page) => page.getByRole('button', { name: /^(Book|Request) .+ for / });
