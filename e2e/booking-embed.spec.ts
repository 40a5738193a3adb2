import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './barriers.ts';
import { title } from './booking.ts';

test('the page about embedding shows the booking page live within itself, as tall as it is', async ({ page }) => {
  await page.goto('/book/embed');
  await title(page, 'Booking on your own website');
  const frame = page.locator('iframe');
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('heading', { name: 'Choose a service' })).toBeVisible();
  const heightInside = await inside.locator('.frame').evaluate((element) => element.clientHeight);
  await expect.poll(async () => (await frame.boundingBox())?.height).toBe(heightInside);
  await expectNoBarriers(page);

  await inside.getByRole('button', { name: /Haircut/ }).click();
  await expect(inside.getByRole('heading', { name: 'Choose a time' })).toBeVisible();
  await expect(inside.getByRole('banner')).toHaveCount(0);
});

test('the pop-up opens from a link, closes on Escape inside and out, and gives the focus back', async ({ page }) => {
  await page.goto('/book/embed');
  const opener = page.getByRole('link', { name: 'Book an appointment' });
  await expect(page.frameLocator('iframe').getByRole('heading').first()).toBeVisible();
  await opener.click();
  const dialog = page.getByRole('dialog', { name: 'Book an appointment' });
  const inside = dialog.locator('iframe').contentFrame();
  await expect(inside.getByRole('heading', { name: 'Choose a service' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(opener).toBeFocused();

  await opener.press('Enter');
  await inside.getByRole('button', { name: /Haircut/ }).click();
  await expect(inside.getByRole('heading', { name: 'Choose a time' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('another website gets the booking page by one line', async ({ page, baseURL }) => {
  const line = `<script src="${baseURL}/embed.js" data-lang="de" async></script>`;
  await using website = await serve(`<!doctype html><title>A website</title><body style="background:#123">${line}`);
  await page.goto(website.address);
  const inside = page.frameLocator('iframe');
  await expect(inside.getByRole('heading', { name: 'Leistung wählen' })).toBeVisible();
  await expect(inside.locator('html')).toHaveAttribute('data-theme', 'dark');
});

async function serve(html: string) {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(html));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: async () => void server.close() };
}
