import { expect, type Page, test } from '@playwright/test';
import { expectNoBarriersInLightAndDark, expectNoSidewaysScroll } from './barriers.ts';
import { chooseService, chooseTime, fillIn, submit, times, title } from './booking.ts';

/** Goes through every screen once and looks at each. */
async function everyScreen(page: Page, look: () => Promise<void>) {
  await page.goto('/book');
  await title(page, 'Choose a service');
  await look();
  await chooseService(page, /Haircut/);
  await times(page).first().waitFor();
  await look();
  await page.getByRole('button', { name: 'Change time zone' }).click();
  await look();
  await chooseTime(page);
  await title(page, 'Your details');
  await look();
  await submit(page).click();
  await look();
  await fillIn(page);
  await submit(page).click();
  await title(page, 'Your appointment is booked');
  await look();
  await page.getByRole('link', { name: 'Change or cancel' }).click();
  await title(page, 'Your appointment');
  await look();
  await page.getByRole('button', { name: 'Change time' }).click();
  await times(page).first().click();
  await look();
  await page.goBack();
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await look();
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await expect(page.getByRole('link', { name: 'Book again' })).toBeVisible();
  await look();
}

test.describe('in another time zone', () => {
  test.use({ viewport: { width: 1280, height: 720 }, timezoneId: 'Europe/Berlin' });

  test('every screen is open to all, and none is too wide for 320 pixels', async ({ page }) => {
    test.slow();
    const desk = page.viewportSize()!;
    await everyScreen(page, async () => {
      await expectNoBarriersInLightAndDark(page);
      await page.setViewportSize({ width: 320, height: 568 });
      await expectNoSidewaysScroll(page);
      await page.setViewportSize(desk);
    });
  });
});

test('Noah books with the keyboard alone', async ({ page }) => {
  await page.goto('/book');
  await title(page, 'Choose a service');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await times(page).first().waitFor();

  await tabTo(page, /free time|nothing free/i);
  await page.keyboard.press('PageDown');
  await expect(page.locator(':focus')).toHaveAccessibleName(/^\w+, \w+ \d+/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, /^\d{1,2}:\d\d|^Next free day/);
  if ((await page.locator(':focus').textContent())?.startsWith('Next')) {
    await page.keyboard.press('Enter');
    await tabTo(page, /^\d{1,2}:\d\d/);
  }
  await page.keyboard.press('Enter');
  await title(page, 'Your details');
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await tabTo(page, /^Name$/);
  await page.keyboard.type('Noah Stein');
  await page.keyboard.press('Tab');
  await page.keyboard.type('noah@example.com');
  await page.keyboard.press('Enter');
  await title(page, 'Your appointment is booked');
});

/** Presses Tab until something of that name has the focus, as often as a patient person would. */
async function tabTo(page: Page, name: RegExp) {
  const nameOfFocus = () =>
    page.evaluate(() => {
      const focus = document.activeElement;
      const label = focus instanceof HTMLInputElement ? focus.labels?.[0]?.textContent : focus?.textContent;
      return (focus?.getAttribute('aria-label') ?? label ?? '').trim();
    });
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(await nameOfFocus())) return;
  }
  throw new Error(`Tab never reached ${String(name)}`);
}
