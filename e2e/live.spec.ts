import { type Browser, expect, type Page, test } from '@playwright/test';
import { comeIn } from './business.ts';
import { chooseService, chooseTime, fillIn, submit, title } from './booking.ts';
import { barOf, drag, hourOf, hoursLater, middleOf, openDay, timeOf, withHaircut } from './timeline.ts';

/** Two people at one calendar, visitors who book meanwhile, and a connection that comes and goes. */

const someone = (name: string) => `${name} ${crypto.randomUUID().slice(0, 6)}`;
const announced = (page: Page) => page.locator('[aria-live="assertive"]').last();
const notice = (page: Page) => page.getByText(/^The connection is lost/);

async function atDesk(browser: Browser, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await comeIn(page, email);
  return page;
}

/** Keeps hold of the sockets of a page, to cut them as a bad network does. */
const keepSockets = (page: Page) =>
  page.addInitScript(() => {
    const sockets: WebSocket[] = [];
    Object.assign(window, { sockets });
    window.WebSocket = class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given);
        sockets.push(this);
      }
    };
  });
const cut = (page: Page) =>
  page.evaluate(() => (window as unknown as { sockets: WebSocket[] }).sockets.forEach((socket) => socket.close()));

test('what Olga moves, Mark sees within a second', async ({ browser }) => {
  const [olga, mark] = await Promise.all(
    ['owner@demo.example', 'manager@demo.example'].map((who) => atDesk(browser, who)),
  );
  const { name, date, start, resource } = await withHaircut(olga!, someone('Lia'), 21);
  await Promise.all([openDay(olga!, date), openDay(mark!, date)]);
  await expect(barOf(mark!, name, resource.id)).toBeVisible();
  await drag(olga!, await middleOf(barOf(olga!, name, resource.id)), { x: await hourOf(olga!), y: 0 });
  await expect(announced(olga!)).toContainText('Moved to');
  const later = new RegExp(`^${name} ${timeOf(hoursLater(start, 1))}`);
  await expect(barOf(mark!, name, resource.id)).toHaveAttribute('aria-label', later, { timeout: 1000 });
});

test('both move the same appointment: the later one is shown what became of it', async ({ browser }) => {
  const [olga, mark] = await Promise.all(
    ['owner@demo.example', 'manager@demo.example'].map((who) => atDesk(browser, who)),
  );
  const { name, date, start, resource } = await withHaircut(olga!, someone('Bea'), 28);
  // Mark's line is slow: what Olga does does not reach him before his own hand moves.
  await mark!.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      close() {}
    } as unknown as typeof WebSocket;
  });
  await Promise.all([openDay(olga!, date), openDay(mark!, date)]);
  const marks = barOf(mark!, name, resource.id);
  await expect(marks).toBeVisible();
  await drag(olga!, await middleOf(barOf(olga!, name, resource.id)), { x: await hourOf(olga!), y: 0 });
  await expect(announced(olga!)).toContainText('Moved to');
  await drag(mark!, await middleOf(marks), { x: (await hourOf(mark!)) / 2, y: 0 });
  await expect(mark!.getByRole('alert').filter({ hasText: 'Somebody changed it in the meantime' })).toBeVisible();
  const olgas = new RegExp(`^${name} ${timeOf(hoursLater(start, 1))}`);
  await expect(marks).toHaveAttribute('aria-label', olgas);
  await expect(barOf(olga!, name, resource.id)).toHaveAttribute('aria-label', olgas);
});

test('what a visitor books on the public page stands in the calendar without a reload', async ({ page, browser }) => {
  const visitor = await (await browser.newContext()).newPage();
  const name = someone('Rosa');
  await visitor.goto('/book');
  await chooseService(visitor, /Haircut/);
  await chooseTime(visitor);
  await fillIn(visitor, name);
  const said = (await submit(visitor).textContent())!;
  await comeIn(page);
  await openDay(page, dateIn(said));
  await submit(visitor).click();
  await title(visitor, 'Your appointment is booked');
  await expect(barOf(page, name)).toBeVisible({ timeout: 2000 });
});

test('a lost connection is said, nothing is lost by it, and what was missed comes once', async ({ browser }) => {
  const [olga, mark] = await Promise.all(
    ['owner@demo.example', 'manager@demo.example'].map((who) => atDesk(browser, who)),
  );
  const { name, date, start, resource } = await withHaircut(olga!, someone('Ida'), 35);
  await keepSockets(olga!);
  await openDay(olga!, date);
  const bar = barOf(olga!, name, resource.id);
  await expect(bar).toBeVisible();
  await olga!.context().setOffline(true);
  await cut(olga!);
  await expect(notice(olga!)).toBeVisible();

  await drag(olga!, await middleOf(bar), { x: await hourOf(olga!), y: 0 });
  await expect(olga!.getByRole('alert').filter({ hasText: 'It stays where it was' })).toBeVisible();
  await expect(bar).toHaveAttribute('aria-label', new RegExp(`^${name} ${timeOf(start)}`));

  const missed = someone('Ole');
  await withHaircut(mark!, missed, { on: date, with: resource.id });
  await olga!.context().setOffline(false);
  await expect(notice(olga!)).toBeHidden();
  await expect(barOf(olga!, missed, resource.id)).toHaveCount(1);
  await expect(bar).toHaveCount(1);
});

/** Of `Book Haircut for Tue, December 8, 10:00 AM`. */
function dateIn(words: string): string {
  const [, month = '', day = ''] =
    /([A-Z][a-z]+) (\d+)/.exec(words.replace(/^.* for /, '').replace(/^\w+, /, '')) ?? [];
  const now = new Date();
  const year = now.getMonth() === 11 && month.startsWith('Jan') ? now.getFullYear() + 1 : now.getFullYear();
  return new Date(`${month} ${day}, ${year} 12:00 UTC`).toISOString().slice(0, 10);
}
