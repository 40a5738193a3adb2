import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What differs between light and dark: the rest of a screen is the same in both. */
const RULES_OF_COLOUR = ['color-contrast', 'link-in-text-block'];
const PHONE_PX = { width: 390, height: 844 };

interface Look {
  /** A selector, where the rest of the screen is looked at elsewhere. */
  part?: string;
  rules?: string[];
}

/** Nobody is kept out of what is on the screen now. */
export async function expectNoBarriers(page: Page, { part, rules }: Look = {}) {
  // What appears fades in; a colour halfway is no colour of ours.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
  // Without frames nothing has to be put together in a page of its own, which takes most of the time.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(page.frames().length === 1)
    .options({ resultTypes: ['violations'] });
  if (part) axe.include(part);
  if (rules) axe.withRules(rules);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))).toEqual([]);
}

/** In light as a whole, and in dark for what colours decide. */
export async function expectNoBarriersInLightAndDark(page: Page, look: Look = {}) {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNoBarriers(page, look);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoBarriers(page, { ...look, rules: RULES_OF_COLOUR });
}

/** Opens one room after another: no barriers in light and dark, and on a phone nothing scrolls sideways. */
export async function expectRoomsOpenToAll(page: Page, paths: string[], look: Look = {}) {
  const desk = page.viewportSize()!;
  for (const path of paths) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    await expectNoBarriersInLightAndDark(page, look);
    await page.setViewportSize(PHONE_PX);
    await expectNoSidewaysScroll(page);
    await page.setViewportSize(desk);
  }
}

export async function expectNoSidewaysScroll(page: Page) {
  // What was made narrower is laid out anew a moment later.
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(tooWide).toBeLessThanOrEqual(0);
}
