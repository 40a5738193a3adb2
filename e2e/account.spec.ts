import { createHmac } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { at } from './installation.ts';

const HALF_MINUTE = 30_000;

/** What an authenticator app shows (RFC 6238). */
function codeAt(key: string, instant: number): string {
  const bits = key
    .split('')
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'));
  const secret = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(instant / HALF_MINUTE)));
  const mac = createHmac('sha1', secret).update(counter).digest();
  return String((mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

async function signIn(page: Page) {
  await page.goto(`${at('acme')}/sign-in?to=%2Faccount`);
  await page.getByLabel('E-mail').fill('manager@acme.example');
  await page.getByLabel('Password', { exact: true }).fill('smooth-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('an authenticator app is set up, asked for at the next sign-in, and removed', async ({ page, browser }) => {
  await signIn(page);
  await page.getByRole('button', { name: 'Set up app' }).click();
  await expect(page.getByRole('img', { name: 'Picture to scan with an authenticator app' })).toBeVisible();
  const key = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
  await page.getByLabel('Code').fill(codeAt(key, Date.now()));
  await page.getByRole('button', { name: 'Confirm code' }).click();
  await expect(page.getByText('Keep these recovery codes')).toBeVisible();
  await expect(page.locator('li code')).toHaveCount(10);
  await page.getByRole('button', { name: 'I have kept them' }).click();

  const other = await (await browser.newContext({ locale: 'en-US' })).newPage();
  await signIn(other);
  await expect(other.getByRole('heading', { name: 'Enter your code' })).toBeVisible();
  await other.getByLabel('Code').fill('000000');
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByRole('alert')).toBeVisible();
  await other.getByLabel('Code').fill(codeAt(key, Date.now() + HALF_MINUTE));
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(other.getByText('This device')).toBeVisible();

  await page.getByRole('button', { name: 'Remove app' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove app' }).click();
  await expect(page.getByRole('button', { name: 'Set up app' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await expect(page.getByText('1 device is signed out.')).toBeVisible();
});
