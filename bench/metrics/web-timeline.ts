import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS, browserExecutable } from '../../e2e/browser.ts';
import { allHold, aside, atMost, type Figure, median, type Metric, quantile } from '../figures.ts';
import { servePages } from '../timeline-pages.ts';

/** 200 resources and 5,000 appointments in one week, beside a plain list of all of them, in the same browser. */
export const webTimeline: Metric = {
  name: 'web.timeline',
  async measure({ quick }) {
    const { close, calendar, plain } = await servePages({ resources: 200, appointments: 5_000 });
    const browser = await chromium.launch({ executablePath: await browserExecutable(), args: BROWSER_ARGS });
    try {
      const [rounds, frames] = quick ? [2, 40] : [7, 200];
      const ours = await measured(browser, calendar, { rounds, frames });
      const theirs = await measured(browser, plain, { rounds: quick ? 1 : 3, frames: Math.min(frames, 60) });
      return figures(ours, theirs);
    } finally {
      await browser.close();
      await close();
    }
  },
};

interface Measures {
  paint: number;
  scroll: number;
  nodes: number;
  drag: number | null;
}

function figures(ours: Measures, plain: Measures): Figure[] {
  return allHold([
    atMost('web.timeline', 150, { value: ours.paint, unit: 'ms', floor: plain.paint }),
    atMost('web.timeline.scroll', 8, { value: ours.scroll, unit: 'ms', floor: plain.scroll }),
    atMost('web.timeline.nodes', 1500, { value: ours.nodes, unit: 'nodes', floor: plain.nodes }),
    ...(ours.drag === null ? [] : [atMost('web.timeline.drag', 25, { value: ours.drag, unit: 'ms' })]),
    aside('web.timeline.plain', { value: plain.paint, unit: 'ms' }),
  ]);
}

async function measured(
  browser: Browser,
  url: string,
  { rounds, frames }: { rounds: number; frames: number },
): Promise<Measures> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-US' });
  try {
    const page = await context.newPage();
    const paints = [];
    for (let round = 0; round < rounds; round += 1) paints.push(await firstPaint(page, url));
    const session = await context.newCDPSession(page);
    // The time of the thread itself: others who compute meanwhile do not count.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const scroll = await scrollFrames(page, session, frames);
    const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
    const drag = url.includes('calendar') ? await dragFrames(page, frames) : null;
    return { paint: median(paints), scroll, nodes, drag };
  } finally {
    await context.close();
  }
}

/** From the last byte of the data to the frame that shows the first bars. */
async function firstPaint(page: Page, url: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(url, { waitUntil: 'commit' });
  const shown = await page.waitForFunction(
    () =>
      document.querySelector('[data-bar]') &&
      new Promise<number>((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
    undefined,
    { timeout: 60_000, polling: 'raf' },
  );
  const at = (await shown.jsonValue()) as number;
  const data = await page.evaluate(
    () =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).find(({ name }) =>
        name.includes('/api/v1/timeline'),
      )!.responseEnd,
  );
  return at - data;
}

/** What the main thread does for each notch of the wheel, up to the next frame: script, style, layout and paint. */
async function scrollFrames(page: Page, session: CDPSession, frames: number): Promise<number> {
  await page.mouse.move(900, 500);
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
  };
  // What the page still does after its first picture is not a cost of scrolling, and what the measuring costs neither.
  await page.waitForTimeout(500);
  const idles = [];
  for (let frame = 0; frame < 15; frame += 1) idles.push(await frameCost(page, busy, null));
  const idle = median(idles);
  const costs = [];
  for (let frame = 0; frame < frames; frame += 1)
    costs.push(await frameCost(page, busy, frame % 100 < 50 ? 120 : -120));
  return quantile(new Float64Array(costs.map((cost) => Math.max(0, cost - idle))).sort(), 0.95);
}

async function frameCost(page: Page, busy: () => Promise<number>, by: number | null): Promise<number> {
  const before = await busy();
  if (by !== null) await page.mouse.wheel(0, by);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  return (await busy()) - before;
}

/** From the move of the hand to the frame that shows where the bar would go and what stands in its way. */
async function dragFrames(page: Page, frames: number): Promise<number> {
  await page.evaluate(() => document.querySelector('[data-scroller]')!.scrollTo(0, 0));
  await page.waitForTimeout(200);
  const bar = page.locator('[data-bar]:not([data-fixed])').nth(8);
  const box = (await bar.boundingBox())!;
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { times });
    document.addEventListener('pointermove', ({ timeStamp }) =>
      requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
    );
  });
  await page.mouse.move(box.x + 5, box.y + 20);
  await page.mouse.down();
  for (let frame = 0; frame < frames; frame += 1) {
    const turn = (frame / frames) * 2 * Math.PI;
    await page.mouse.move(box.x + 250 + Math.sin(turn) * 240, box.y + 160 + Math.cos(turn * 3) * 120);
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
  const times = await page.evaluate(() => (window as unknown as { times: number[] }).times);
  return quantile(new Float64Array(times).sort(), 0.95);
}
