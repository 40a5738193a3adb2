import { chromium, expect, type Page, test } from '@playwright/test';
import { type NameServer, openNameServer } from '../server/testing/name-server.ts';
import { BROWSER_ARGS, browserExecutable } from './browser.ts';
import { panel, signIn, told } from './business.ts';
import { at } from './installation.ts';

const port = Number(process.env.SMOOTH_E2E_PORT);
let names: NameServer;
test.beforeAll(async () => {
  names = await openNameServer(port);
});
test.afterAll(() => names.close());

/** The two records that the console asks for, as the owner of the domain would set them. */
async function setRecords(page: Page, hostname: string) {
  const card = page.getByRole('region', { name: hostname });
  for (const type of ['CNAME', 'TXT'] as const) {
    const [name, value] = await card.locator('dl > div').filter({ hasText: type }).locator('code').allInnerTexts();
    if (type === 'CNAME') names.cname.set(name!, value!);
    else names.txt.set(name!, [value!]);
  }
}

test('a domain is added, verified by the DNS, serves the business, and stands in the audit', async ({ page }) => {
  const hostname = `book-${crypto.randomUUID().slice(0, 6)}.salon.example`;
  await signIn(page, 'superuser@platform.example', `${at('platform')}/businesses?q=demo`);
  await page.getByRole('link', { name: 'Demo Salon' }).click();
  const business = panel(page, 'Demo Salon');
  await business.getByLabel('Domain', { exact: true }).fill(hostname);
  await business.getByRole('button', { name: 'Add domain' }).click();
  const card = business.getByRole('region', { name: hostname });
  await expect(card).toContainText('Not verified');
  await card.getByRole('button', { name: `Verify ${hostname}` }).click();
  await expect(card).toContainText('Nothing found there yet');

  await setRecords(page, hostname);
  await card.getByRole('button', { name: `Verify ${hostname}` }).click();
  await expect(card.getByText('Verified', { exact: true })).toBeVisible();

  // A browser for which the domain leads here, as the DNS of the world would.
  const args = [...BROWSER_ARGS, `--host-resolver-rules=MAP ${hostname} 127.0.0.1`];
  const abroad = await chromium.launch({ executablePath: await browserExecutable(), args });
  try {
    const guest = await abroad.newPage({ locale: 'en-US' });
    await guest.goto(`http://${hostname}:${port}/book`);
    await expect(guest.getByText('Demo Salon').first()).toBeVisible();
    await expect(guest.getByRole('heading', { level: 1 })).toBeVisible();
  } finally {
    await abroad.close();
  }

  await page.goto(`${at('platform')}/audit?action=DOMAIN_VERIFIED`);
  await page.getByRole('table').getByRole('link').first().click();
  await expect(panel(page, 'Verified a domain')).toContainText(hostname);
  await page.goto(`${at('platform')}/businesses?q=demo`);
  await page.getByRole('link', { name: 'Demo Salon' }).click();
  await card.getByRole('button', { name: `Remove ${hostname}` }).click();
  await told(page, `${hostname} is removed.`);
});
