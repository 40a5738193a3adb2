/**
 * `npm run pictures`: the main screens of a demo world in a fresh temporary folder, as docs/images shows them. The days are
 * those of the day on which it runs, or of the Monday after.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, browserExecutable } from './browser.ts';
import { at, installationPort } from './installation.ts';
import setup from './setup.ts';
import { comeIn } from './business.ts';

interface Picture {
  name: string;
  path: string;
  /** A phone instead of a desk. */
  phone?: true;
  dark?: true;
  /** What is done before the picture is taken. */
  first?: (page: Page) => Promise<void>;
}

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
const MOST_BYTES = 150_000;
const ZONE = 'America/New_York';

const openFirst = async (page: Page) => {
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('complementary').waitFor();
};

const pictures: Picture[] = [
  { name: 'calendar-day', path: `/calendar?date=${workday()}` },
  { name: 'calendar-day-dark', path: `/calendar?date=${workday()}`, dark: true },
  { name: 'calendar-day-phone', path: `/calendar?date=${workday()}`, phone: true },
  { name: 'calendar-week', path: `/calendar?date=${workday()}&view=week` },
  { name: 'today', path: `/today?day=${workday()}` },
  { name: 'appointments', path: '/appointments', first: openFirst },
  { name: 'appointments-dark', path: '/appointments', first: openFirst, dark: true },
  { name: 'customers', path: '/customers' },
  { name: 'overview', path: '/overview' },
  { name: 'settings', path: '/settings' },
  { name: 'booking', path: '/book' },
  { name: 'booking-phone', path: '/book', phone: true },
];

await installationPort();
const end = await setup();
const browser = await chromium.launch({ executablePath: await browserExecutable(), args: BROWSER_ARGS });
try {
  mkdirSync(IMAGES, { recursive: true });
  for (const picture of pictures) await take(browser, picture);
} finally {
  await browser.close();
  await end();
}

async function take(in_: Browser, { name, path, phone, dark, first }: Picture): Promise<void> {
  const context = await in_.newContext({
    baseURL: at('demo'),
    viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    deviceScaleFactor: 1,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: ZONE,
  });
  const page = await context.newPage();
  if (!path.startsWith('/book')) await comeIn(page);
  await page.goto(path);
  await settled(page);
  await first?.(page);
  await settled(page);
  const session = await context.newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 86 });
  const bytes = Buffer.from(data, 'base64');
  if (bytes.length > MOST_BYTES) throw new Error(`${name} takes ${bytes.length} bytes, more than ${MOST_BYTES}`);
  writeFileSync(`${IMAGES}${name}.webp`, bytes);
  process.stdout.write(`docs/images/${name}.webp  ${Math.round(bytes.length / 1000)} kB\n`);
  await context.close();
}

/** Fonts and answers are there, and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished));
  });
}

/** Today in the demo salon, or Monday where that is a weekend. */
function workday(): string {
  const date = (days: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(Date.now() + days * 86_400_000);
  const weekday = new Date(`${date(0)}T12:00:00Z`).getUTCDay();
  return date(weekday === 0 ? 1 : weekday === 6 ? 2 : 0);
}
