import { readdirSync, readFileSync } from 'node:fs';
import { type Business, datesAhead, slotsPath } from '../business.ts';
import { allHold, aside, atMost, type Metric, type Run } from '../figures.ts';
import type { Ground, Served } from '../ground.ts';
import { demandOnly, get, load, shuffled } from '../load.ts';
import { manyTenants } from '../many.ts';
import { CONNECTIONS } from '../slots.ts';

/** Slots of a day over a thousand businesses at random, beside the same over ten of them. */
export const tenantsScale: Metric = {
  name: 'tenants.scale',
  async measure(run) {
    const { ground, businesses } = await manyTenants(run);
    const served = await ground.serve();
    try {
      return await measure(run, { ground, served, businesses });
    } finally {
      await served.stop();
    }
  },
};

interface Scale {
  ground: Ground;
  served: Served;
  businesses: Business[];
}

async function measure({ quick }: Run, { ground, served, businesses }: Scale) {
  const seconds = quick ? 2 : 5;
  const ask = async (some: Business[], time = seconds, once = false) =>
    demandOnly(
      await load({ port: served.port, connections: CONNECTIONS, seconds: time, requests: visits(some), once }),
      200,
    );
  const ten = businesses.slice(0, 10);
  await ask(ten, 3);
  // Each is visited once before: what its first visit costs is told apart.
  const first = await ask(businesses, 60, true);
  const turns = [];
  for (let turn = 0; turn < 3; turn++) turns.push({ few: await ask(ten), many: await ask(businesses) });
  const { few, many } = turns.sort((a, b) => a.many.p95 / a.few.p95 - b.many.p95 / b.few.p95)[1]!;
  return allHold([
    atMost('tenants.scale', few.p95 * 1.3, { value: many.p95, unit: 'ms', floor: few.p95 }),
    atMost('tenants.scale.memory', 150, { value: Math.max(...backendMegabytes(ground)), unit: 'MB' }),
    aside('tenants.scale.rate', { value: many.perSecond, unit: '/s', floor: few.perSecond }),
    aside('tenants.scale.p50', { value: many.p50, unit: 'ms', floor: few.p50 }),
    aside('tenants.scale.first', { value: first.p50, unit: 'ms', floor: few.p50 }),
  ]);
}

/** As many requests as visits: over 10 businesses 400 different ones, over 1,000 one each on one of 40 days. */
function visits(businesses: Business[]): string[] {
  const dates = datesAhead(40);
  const rounds = Math.max(1, Math.ceil(400 / businesses.length));
  const all = Array.from({ length: rounds }, (_, round) =>
    businesses.map((one, index) => {
      const date = dates[(round * 7 + index) % dates.length]!;
      return get(one.host, slotsPath(one, date, date, one.staff[index % one.staff.length]));
    }),
  );
  return shuffled(all.flat());
}

/** Memory of its own of each process that serves a connection of the installation; shared buffers are not counted. */
function backendMegabytes({ postmasterPid }: Ground): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const title = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        if (Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]) !== postmasterPid || !title.includes('smooth_app')) return [];
        return [Number(/^RssAnon:\s+(\d+)/m.exec(status)![1]) / 1024];
      } catch {
        // It ended meanwhile.
        return [];
      }
    });
}
