/** `npm run bench`: all metrics, or those named; `-- --quick` in a few minutes; `-- --json` as one object. */
import type { Figure, Metric, Run } from './figures.ts';
import { closeMany } from './many.ts';
import { engineMonth } from './metrics/engine-month.ts';
import { httpBook } from './metrics/http-book.ts';
import { httpSlotsAny } from './metrics/http-slots-any.ts';
import { httpSlotsDay } from './metrics/http-slots-day.ts';
import { httpSlotsMonth } from './metrics/http-slots-month.ts';
import { httpTokenList } from './metrics/http-token-list.ts';
import { raceOneSlot } from './metrics/race-one-slot.ts';
import { startCold } from './metrics/start-cold.ts';
import { startWarm } from './metrics/start-warm.ts';
import { tenantsCreate } from './metrics/tenants-create.ts';
import { tenantsMigrate } from './metrics/tenants-migrate.ts';
import { tenantsScale } from './metrics/tenants-scale.ts';
import { webBooking } from './metrics/web-booking.ts';
import { webTimeline } from './metrics/web-timeline.ts';
import { webhooksFairness } from './metrics/webhooks-fairness.ts';
import { wsFanout } from './metrics/ws-fanout.ts';
import { table } from './table.ts';

const metrics: Metric[] = [
  engineMonth,
  httpSlotsDay,
  httpSlotsAny,
  httpSlotsMonth,
  httpBook,
  httpTokenList,
  raceOneSlot,
  tenantsCreate,
  tenantsScale,
  tenantsMigrate,
  wsFanout,
  webhooksFairness,
  webBooking,
  webTimeline,
  startWarm,
  startCold,
];

const HELP = `npm run bench -- [--quick] [--json] [name …]
Names: ${metrics.map(({ name }) => name).join(', ')}`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  const options = args.filter((arg) => arg.startsWith('--'));
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = [
    ...options.filter((option) => !['--quick', '--json'].includes(option)),
    ...names.filter((name) => !metrics.some((metric) => metric.name === name)),
  ];
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  if (unknown.length > 0) {
    say(`Not known: ${unknown.join(', ')}\n${HELP}`);
    return 2;
  }
  const chosen = names.length === 0 ? metrics : metrics.filter(({ name }) => names.includes(name));
  const { figures, failed } = await measureAll(chosen, { quick: options.includes('--quick'), say });
  process.stdout.write(options.includes('--json') ? `${JSON.stringify({ metrics: figures })}\n` : table(figures));
  return failed ? 1 : 0;
}

/** One after the other; one that cannot be measured says so and does not keep the others from it. */
async function measureAll(chosen: Metric[], run: Run): Promise<{ figures: Figure[]; failed: boolean }> {
  const figures: Figure[] = [];
  let failed = false;
  try {
    for (const metric of chosen) {
      const began = performance.now();
      run.say(`${metric.name} …`);
      try {
        const measured = await metric.measure(run);
        figures.push(...measured);
        run.say(`${table(measured)}  ${Math.round((performance.now() - began) / 1000)} s`);
      } catch (error) {
        failed = true;
        run.say(
          `  ${metric.name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
    }
  } finally {
    await closeMany();
  }
  return { figures, failed };
}
