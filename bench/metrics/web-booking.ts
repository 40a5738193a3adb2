import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { BROWSER_ARGS, browserExecutable } from '../../e2e/browser.ts';
import { makeBusiness } from '../business.ts';
import { allHold, aside, atMost, median, type Metric } from '../figures.ts';
import { onGround } from '../ground.ts';
import { emptyReactPage } from '../react-floor.ts';
import { ROOT } from '../start.ts';

const DIST = join(ROOT, 'web/dist');

/** The public booking page: what it loads before it shows anything, and when it shows what can be booked. */
export const webBooking: Metric = {
  name: 'web.booking',
  async measure({ quick }) {
    const initial = initialScripts(readFileSync(join(DIST, 'book.html'), 'utf8'));
    const kilobytes = initial.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / 1000;
    const floor = (await emptyReactPage()) / 1000;
    const { ready, first, bare } = await readyTimes(quick ? 3 : 9);
    return allHold([
      atMost('web.booking', 130, { value: kilobytes, unit: 'kB', floor }),
      atMost('web.booking.ready', 1000, { value: ready, unit: 'ms', floor: bare }),
      aside('web.booking.first', { value: first, unit: 'ms', floor: bare }),
    ]);
  },
};

/** The scripts a page names, and what those import before they run. */
function initialScripts(html: string): string[] {
  const named = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
    join(DIST, path!),
  );
  const found = new Set<string>();
  const visit = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    const code = readFileSync(file, 'utf8');
    for (const [, path] of code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.[^"']+\.js)["']/g))
      visit(join(dirname(file), path!));
  };
  for (const file of named) visit(file);
  return [...found];
}

/** From the click to services that can be chosen, in a browser that never was here; and for a page with one line. */
const readyTimes = (rounds: number) =>
  onGround(async (ground) => {
    const { host } = await makeBusiness(ground.ownerUrl, 'salon', { staff: 5, appointments: 1_000 });
    const { port, floorPort } = await ground.serve();
    const browser = await chromium.launch({ executablePath: await browserExecutable(), args: BROWSER_ARGS });
    try {
      const times = [];
      const bare = [];
      for (let round = 0; round < rounds; round++) {
        bare.push(await shown(browser, `http://${host}:${floorPort}/page`, 'Ready'));
        times.push(await shown(browser, `http://${host}:${port}/book`, 'Visit'));
      }
      return { first: times[0]!, ready: median(times), bare: median(bare) };
    } finally {
      await browser.close();
    }
  });

async function shown(browser: Browser, url: string, text: string): Promise<number> {
  const context = await browser.newContext({ locale: 'en-US' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'commit' });
    const handle = await page.waitForFunction(
      (wanted) => (document.body?.innerText.includes(wanted) ? performance.now() : undefined),
      text,
      { timeout: 20_000 },
    );
    return (await handle.jsonValue())!;
  } finally {
    await context.close();
  }
}
